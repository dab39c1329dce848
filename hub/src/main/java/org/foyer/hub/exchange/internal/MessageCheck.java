package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Participant;

/** Whether a message is written as the Dataspace Protocol 2025-1 wants it: all that is wrong with it at once. */
public final class MessageCheck {

    /** The context that every message names. */
    public static final String CONTEXT = "https://w3id.org/dspace/2025/1/context.jsonld";

    /** Characters of a name, an identifier or an address. */
    static final int NAME_CHARACTERS_MAX = 2_000;

    private static final int REASONS_MAX = 100;

    private final ObjectNode message;
    private final Participant sender;
    private final List<String> problems = new ArrayList<>();
    private final PolicyCheck policies = new PolicyCheck(problems);

    private MessageCheck(ObjectNode message, Participant sender) {
        this.message = message;
        this.sender = sender;
    }

    /**
     * Judges a message that moves a conversation.
     *
     * @param first whether it opens one
     */
    static List<String> of(ObjectNode json, Message message, boolean first, Participant sender) {
        MessageCheck check = new MessageCheck(json, sender);
        check.head(message.type());
        switch (message) {
            case REQUEST -> check.request(first);
            case OFFER -> check.offer(first);
            case AGREEMENT -> check.agreement();
            case TRANSFER_REQUEST -> check.transferRequest();
            case START -> check.start();
            default -> check.pids();
        }
        check.reasons();
        return check.problems;
    }

    /** Judges what every message has. */
    static List<String> head(ObjectNode json, String type, Participant sender) {
        MessageCheck check = new MessageCheck(json, sender);
        check.head(type);
        return check.problems;
    }

    private void head(String type) {
        JsonNode context = message.path("@context");
        boolean named = CONTEXT.equals(context.textValue());
        for (JsonNode one : context) {
            named |= CONTEXT.equals(one.textValue());
        }
        if (!named) {
            problems.add("@context does not name " + CONTEXT);
        }
        if (!type.equals(Json.text(message, "@type"))) {
            problems.add("@type is not " + type);
        }
    }

    private void name(String field) {
        policies.text(message, field, "message");
    }

    private void pids() {
        name("providerPid");
        name("consumerPid");
    }

    private void request(boolean first) {
        name("consumerPid");
        JsonNode offer = message.path("offer");
        policies.policy(offer, "offer", "Offer");
        if (first) {
            callback();
            policies.text(offer, "target", "offer");
            if (message.has("providerPid")) {
                problems.add("providerPid is named in the first request");
            }
        } else {
            name("providerPid");
        }
    }

    private void offer(boolean first) {
        name("providerPid");
        JsonNode offer = message.path("offer");
        policies.policy(offer, "offer", "Offer");
        policies.text(offer, "target", "offer");
        if (first) {
            callback();
        } else {
            name("consumerPid");
        }
    }

    private void agreement() {
        pids();
        JsonNode agreement = message.path("agreement");
        policies.policy(agreement, "agreement", "Agreement");
        for (String field : List.of("target", "assigner", "assignee")) {
            policies.text(agreement, field, "agreement");
        }
        if (agreement.has("timestamp") && !isTime(Json.text(agreement, "timestamp"))) {
            problems.add("agreement.timestamp is no time with its zone");
        }
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void transferRequest() {
        name("consumerPid");
        name("agreementId");
        name("format");
        callback();
        dataAddress();
    }

    private void start() {
        pids();
        dataAddress();
    }

    private void dataAddress() {
        JsonNode address = message.path("dataAddress");
        if (address.isMissingNode()) {
            return;
        }
        if (!address.isObject() || !"DataAddress".equals(Json.text(address, "@type"))) {
            problems.add("dataAddress is no DataAddress");
            return;
        }
        policies.text(address, "endpointType", "dataAddress");
        for (JsonNode property : address.path("endpointProperties")) {
            policies.text(property, "name", "dataAddress.endpointProperties");
            policies.text(property, "value", "dataAddress.endpointProperties");
        }
    }

    private void callback() {
        name("callbackAddress");
        try {
            URI address = URI.create(Json.text(message, "callbackAddress"));
            if (!sender.owns(address) || address.getRawQuery() != null || address.getRawFragment() != null) {
                problems.add("callbackAddress does not lie under the address that is registered for " + sender.id());
            }
        } catch (IllegalArgumentException unreadable) {
            problems.add("callbackAddress cannot be read");
        }
    }

    private void reasons() {
        JsonNode reasons = message.path("reason");
        if (message.has("reason") && (!reasons.isArray() || reasons.isEmpty() || reasons.size() > REASONS_MAX)) {
            problems.add("reason is no list of 1 to " + REASONS_MAX);
        }
        if (message.has("code") && !message.get("code").isTextual()) {
            problems.add("code is no text");
        }
    }
}
