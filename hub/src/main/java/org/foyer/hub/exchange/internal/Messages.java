package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.Step;

/** Messages as this node writes them: each with a number of its own, so that one that comes twice is known. */
final class Messages {

    private static final List<String> RULES = List.of("permission", "prohibition", "obligation");

    private final String self;
    private final String callback;

    /** @param callback where this node wants the messages of the others */
    Messages(String self, String callback) {
        this.self = self;
        this.callback = callback;
    }

    static ObjectNode typed(String type) {
        ObjectNode json = Json.object();
        json.putArray("@context").add(MessageCheck.CONTEXT);
        return json.put("@type", type);
    }

    /** A conversation as it stands, which is also what a first request is answered. */
    static String state(Conversation conversation) {
        return typed(conversation.kind().type())
                .put("providerPid", conversation.providerPid())
                .put("consumerPid", conversation.consumerPid())
                .put("state", conversation.state().name())
                .toString();
    }

    static String error(Kind kind, String providerPid, String consumerPid, int code, List<String> reasons) {
        ObjectNode json =
                typed(kind.errorType()).put("providerPid", providerPid).put("consumerPid", consumerPid);
        return withReasons(json, code, reasons);
    }

    /** An error outside of a conversation. */
    static String error(String type, int code, List<String> reasons) {
        return withReasons(typed(type), code, reasons);
    }

    private static String withReasons(ObjectNode json, int code, List<String> reasons) {
        json.put("code", Integer.toString(code));
        if (!reasons.isEmpty()) {
            reasons.forEach(json.putArray("reason")::add);
        }
        return json.toString();
    }

    /**
     * The message of a step.
     *
     * @param dataAddress where the data is fetched, for the start of a transfer by its provider, or brought, for the request of one
     */
    ObjectNode of(
            Conversation conversation,
            Step step,
            Instant now,
            @org.jspecify.annotations.Nullable ObjectNode dataAddress) {
        ObjectNode json = typed(step.message().type()).put("@id", "urn:uuid:" + UUID.randomUUID());
        if (!conversation.providerPid().isEmpty()) {
            json.put("providerPid", conversation.providerPid());
        }
        if (!conversation.consumerPid().isEmpty()) {
            json.put("consumerPid", conversation.consumerPid());
        }
        switch (step.message()) {
            case REQUEST, OFFER -> {
                json.set("offer", offer(conversation, step));
                if (conversation.counterPid() == null) {
                    json.put("callbackAddress", callback);
                }
            }
            case AGREEMENT -> json.set("agreement", agreement(conversation, now));
            case ACCEPTANCE -> json.put("eventType", "ACCEPTED");
            case FINALIZATION -> json.put("eventType", "FINALIZED");
            case TRANSFER_REQUEST -> {
                json.put("agreementId", conversation.agreement())
                        .put("format", conversation.format())
                        .put("callbackAddress", callback);
                if (dataAddress != null) {
                    json.set("dataAddress", dataAddress);
                }
            }
            case START -> {
                if (dataAddress != null) {
                    json.set("dataAddress", dataAddress);
                }
            }
            default -> {}
        }
        if (step.reason() != null) {
            json.put("code", "1").putArray("reason").add(step.reason());
        }
        return json;
    }

    private static ObjectNode offer(Conversation conversation, Step step) {
        ObjectNode offer = Json.own(step.terms() == null ? conversation.offer() : step.terms());
        return offer.put("target", conversation.dataset());
    }

    /** What was offered last, now binding on both. */
    private ObjectNode agreement(Conversation conversation, Instant now) {
        ObjectNode offer = Json.own(conversation.offer());
        ObjectNode agreement = Json.object()
                .put("@id", "urn:uuid:" + UUID.randomUUID())
                .put("@type", "Agreement")
                .put("target", conversation.dataset())
                .put("assigner", conversation.side() == Side.PROVIDER ? self : conversation.participant())
                .put("assignee", conversation.side() == Side.PROVIDER ? conversation.participant() : self)
                .put(
                        "timestamp",
                        now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString());
        for (String rule : RULES) {
            JsonNode rules = offer.path(rule);
            if (!rules.isMissingNode()) {
                agreement.set(rule, rules.deepCopy());
            }
        }
        return agreement;
    }

    /** Where a message goes. */
    static String address(Conversation conversation, Message message) {
        String root = conversation.callback() + "/" + conversation.kind().path() + "/";
        return conversation.counterPid() == null
                ? root + message.path()
                : root + java.net.URLEncoder.encode(conversation.counterPid(), java.nio.charset.StandardCharsets.UTF_8)
                        + "/" + message.path();
    }
}
