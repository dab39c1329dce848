package org.foyer.hub.exchange;

import java.util.Arrays;
import java.util.Optional;

/** Messages of the Dataspace Protocol 2025-1 by which a conversation moves. */
public enum Message {
    REQUEST(Kind.NEGOTIATION, "ContractRequestMessage", "request"),
    OFFER(Kind.NEGOTIATION, "ContractOfferMessage", "offers"),
    ACCEPTANCE(Kind.NEGOTIATION, "ContractNegotiationEventMessage", "events"),
    AGREEMENT(Kind.NEGOTIATION, "ContractAgreementMessage", "agreement"),
    VERIFICATION(Kind.NEGOTIATION, "ContractAgreementVerificationMessage", "agreement/verification"),
    FINALIZATION(Kind.NEGOTIATION, "ContractNegotiationEventMessage", "events"),
    END_OF_NEGOTIATION(Kind.NEGOTIATION, "ContractNegotiationTerminationMessage", "termination"),

    TRANSFER_REQUEST(Kind.TRANSFER, "TransferRequestMessage", "request"),
    START(Kind.TRANSFER, "TransferStartMessage", "start"),
    SUSPENSION(Kind.TRANSFER, "TransferSuspensionMessage", "suspension"),
    COMPLETION(Kind.TRANSFER, "TransferCompletionMessage", "completion"),
    END_OF_TRANSFER(Kind.TRANSFER, "TransferTerminationMessage", "termination");

    private final Kind kind;
    private final String type;
    private final String path;

    Message(Kind kind, String type, String path) {
        this.kind = kind;
        this.type = type;
        this.path = path;
    }

    public Kind kind() {
        return kind;
    }

    /** The {@code @type} by which the protocol knows it. */
    public String type() {
        return type;
    }

    /** Last part of the path it is sent to. */
    public String path() {
        return path;
    }

    /** The message that ends a conversation before its time. */
    public static Message endOf(Kind kind) {
        return kind == Kind.NEGOTIATION ? END_OF_NEGOTIATION : END_OF_TRANSFER;
    }

    /** What is sent to a path; of two events the first, which the body then tells apart. */
    public static Optional<Message> at(Kind kind, String path) {
        return Arrays.stream(values())
                .filter(message -> message.kind == kind && message.path.equals(path))
                .findFirst();
    }
}
