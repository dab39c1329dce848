package org.foyer.hub.exchange;

/** What a conversation is about. */
public enum Kind {
    NEGOTIATION("ContractNegotiation", "ContractNegotiationError", "negotiations"),
    TRANSFER("TransferProcess", "TransferError", "transfers");

    private final String type;
    private final String errorType;
    private final String path;

    Kind(String type, String errorType, String path) {
        this.type = type;
        this.errorType = errorType;
        this.path = path;
    }

    /** How the protocol calls a conversation of this kind. */
    public String type() {
        return type;
    }

    public String errorType() {
        return errorType;
    }

    /** First part of the paths of its endpoints. */
    public String path() {
        return path;
    }
}
