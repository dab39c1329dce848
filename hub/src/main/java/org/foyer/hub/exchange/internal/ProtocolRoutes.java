package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.Answer;
import org.foyer.hub.exchange.Ask;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Protocol;
import org.foyer.hub.store.Register;

/** Reads what comes in, finds out who sent it and what it means, and writes the answer, errors in the protocol's own form too. */
final class ProtocolRoutes implements Protocol {

    private final Register register;
    private final Identity identity;
    private final Openings openings;
    private final Inbox inbox;
    private final CatalogAnswers catalog;
    private final Rounds rounds;
    private final Duration settling;

    ProtocolRoutes(
            Register register,
            Identity identity,
            Openings openings,
            Inbox inbox,
            CatalogAnswers catalog,
            Rounds rounds,
            Duration settling) {
        this.register = register;
        this.identity = identity;
        this.openings = openings;
        this.inbox = inbox;
        this.catalog = catalog;
        this.rounds = rounds;
        this.settling = settling;
    }

    @Override
    public Answer versions() {
        ObjectNode json = Json.object();
        json.putArray("protocolVersions")
                .addObject()
                .put("version", VERSION)
                .put("path", ROOT)
                .put("binding", "HTTPS");
        return new Answer(200, json.toString());
    }

    @Override
    public Answer answer(Ask ask) {
        String[] parts = ask.path().replaceAll("^/+|/+$", "").split("/", 3);
        String rest = parts.length > 2 ? parts[2] : "";
        try {
            Participant sender = identity.sender(ask.authorization())
                    .orElseThrow(() -> new Refusal(401, identity.objection(ask.authorization())));
            return switch (parts[0]) {
                case "catalog" -> parts.length > 1 ? catalogue(ask, sender, parts[1], rest) : unknown();
                case "negotiations" -> conversation(ask, sender, Kind.NEGOTIATION, part(parts), rest);
                case "transfers" -> conversation(ask, sender, Kind.TRANSFER, part(parts), rest);
                default -> unknown();
            };
        } catch (Refusal refused) {
            return new Answer(refused.status(), error(parts[0], refused));
        } catch (ConversationRegister.Overtaken overtaken) {
            return new Answer(503, error(parts[0], new Refusal(503, "changed meanwhile; send it again")));
        }
    }

    private static String part(String[] parts) {
        return parts.length > 1 ? parts[1] : "";
    }

    private static Answer unknown() {
        throw new Refusal(404, "there is no such endpoint");
    }

    private static String error(String first, Refusal refused) {
        return switch (first) {
            case "negotiations" ->
                Messages.error(Kind.NEGOTIATION, "unknown", "unknown", refused.status(), refused.reasons());
            case "transfers" ->
                Messages.error(Kind.TRANSFER, "unknown", "unknown", refused.status(), refused.reasons());
            default -> Messages.error("CatalogError", refused.status(), refused.reasons());
        };
    }

    private Answer catalogue(Ask ask, Participant sender, String second, String rest) {
        if (ask.method().equals("POST") && second.equals("request") && rest.isEmpty()) {
            ObjectNode json = body(ask);
            refuse(MessageCheck.head(json, "CatalogRequestMessage", sender));
            return new Answer(200, catalog.all(sender, json));
        }
        if (ask.method().equals("GET") && second.equals("datasets")) {
            return new Answer(
                    200, catalog.one(sender, rest).orElseThrow(() -> new Refusal(404, "there is no such data set")));
        }
        return unknown();
    }

    private Answer conversation(Ask ask, Participant sender, Kind kind, String second, String rest) {
        if (ask.method().equals("GET") && rest.isEmpty()) {
            return new Answer(200, Messages.state(register.read(handle -> Inbox.find(handle, kind, second, sender))));
        }
        boolean first =
                rest.isEmpty() && (second.equals("request") || kind == Kind.NEGOTIATION && second.equals("offers"));
        Optional<Message> at = Message.at(kind, first ? second : rest);
        if (!ask.method().equals("POST") || at.isEmpty() || !first && at.get() == Message.TRANSFER_REQUEST) {
            return unknown();
        }
        String text = text(ask);
        ObjectNode json = read(text);
        Message message = told(at.get(), json);
        try {
            return taken(new Inbox.Incoming(message, sender, json, Digests.of(text)), first, second);
        } catch (Refusal refused) {
            return new Answer(
                    refused.status(),
                    Messages.error(
                            kind,
                            pid(json, "providerPid"),
                            pid(json, "consumerPid"),
                            refused.status(),
                            refused.reasons()));
        }
    }

    private Answer taken(Inbox.Incoming incoming, boolean first, String pid) {
        refuse(MessageCheck.of(incoming.json(), incoming.message(), first, incoming.sender()));
        Conversation conversation = first ? openings.asked(incoming) : inbox.take(pid, incoming);
        rounds.within(settling);
        return new Answer(first ? 201 : 200, Messages.state(conversation));
    }

    /** Both events come to one path. */
    private static Message told(Message at, ObjectNode json) {
        if (at != Message.ACCEPTANCE) {
            return at;
        }
        return switch (Json.text(json, "eventType")) {
            case "ACCEPTED" -> Message.ACCEPTANCE;
            case "FINALIZED" -> Message.FINALIZATION;
            default -> throw new Refusal(400, "eventType is neither ACCEPTED nor FINALIZED");
        };
    }

    private static String pid(ObjectNode json, String field) {
        String pid = Json.text(json, field);
        return pid.isBlank() || pid.length() > MessageCheck.NAME_CHARACTERS_MAX ? "unknown" : pid;
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(400, problems);
        }
    }

    private static ObjectNode body(Ask ask) {
        return read(text(ask));
    }

    private static ObjectNode read(String text) {
        return Json.read(text)
                .orElseThrow(() ->
                        new Refusal(400, "the body is no JSON object, names something twice, or is nested too deep"));
    }

    private static String text(Ask ask) {
        try {
            byte[] bytes = ask.body().readNBytes(MESSAGE_BYTES_MAX + 1);
            if (bytes.length > MESSAGE_BYTES_MAX) {
                throw new Refusal(413, "the message is longer than " + MESSAGE_BYTES_MAX + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refusal(400, "the message broke off");
        }
    }
}
