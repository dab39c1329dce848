package org.foyer.hub.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a house asks of whoever takes its programme, beyond its licence.
 *
 * @param purpose what it may be used for, in a word or an address; null for anything
 * @param from first day of universal time on which it is handed out; null for at once
 * @param until last day; null for no end
 * @param uses how often it is handed out, and used there, under one agreement; null for any number
 * @param recipients participants that may have it; empty for all
 */
public record Conditions(
        @Nullable String purpose,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer uses,
        List<String> recipients) {

    public static final Conditions NONE = new Conditions(null, null, null, null, List.of());

    /** Participants of one condition. */
    public static final int RECIPIENTS_MAX = 100;

    private static final int TEXT_CHARACTERS_MAX = 200;

    public Conditions {
        recipients = List.copyOf(recipients);
    }

    /** Everything that is wrong with them. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (purpose != null && (purpose.isBlank() || purpose.length() > TEXT_CHARACTERS_MAX)) {
            problems.add("the purpose is empty or longer than " + TEXT_CHARACTERS_MAX + " characters");
        }
        if (from != null && until != null && until.isBefore(from)) {
            problems.add("the last day lies before the first");
        }
        if (uses != null && uses < 1) {
            problems.add("the number of uses is less than 1");
        }
        if (recipients.size() > RECIPIENTS_MAX || recipients.stream().anyMatch(String::isBlank)) {
            problems.add("the recipients are more than " + RECIPIENTS_MAX + ", or one is empty");
        }
        return problems;
    }

    /** As a list of ODRL constraints; empty when nothing is asked. */
    public String json() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        if (purpose != null) {
            constraint(all, "purpose", "eq").put("rightOperand", purpose);
        }
        if (from != null) {
            constraint(all, "dateTime", "gteq").put("rightOperand", from.toString());
        }
        if (until != null) {
            constraint(all, "dateTime", "lteq").put("rightOperand", until.toString());
        }
        if (uses != null) {
            constraint(all, "count", "lteq").put("rightOperand", uses.toString());
        }
        if (!recipients.isEmpty()) {
            ArrayNode names = constraint(all, "recipient", "isAnyOf").putArray("rightOperand");
            recipients.forEach(names::add);
        }
        return all.isEmpty() ? "" : all.toString();
    }

    /** What {@link #json} wrote. */
    public static Conditions of(String json) {
        if (json.isEmpty()) {
            return NONE;
        }
        try {
            JsonNode all = new ObjectMapper().readTree(json);
            String uses = value(all, "count", "lteq");
            return new Conditions(
                    value(all, "purpose", "eq"),
                    day(value(all, "dateTime", "gteq")),
                    day(value(all, "dateTime", "lteq")),
                    uses == null ? null : Integer.valueOf(uses),
                    recipients(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was stored", e);
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String value(JsonNode all, String left, String operator) {
        for (JsonNode one : all) {
            if (one.path("leftOperand").asText().equals(left)
                    && one.path("operator").asText().equals(operator)) {
                return one.path("rightOperand").asText();
            }
        }
        return null;
    }

    private static List<String> recipients(JsonNode all) {
        List<String> recipients = new ArrayList<>();
        for (JsonNode one : all) {
            if (one.path("leftOperand").asText().equals("recipient")) {
                one.path("rightOperand").forEach(name -> recipients.add(name.asText()));
            }
        }
        return recipients;
    }

    private static ObjectNode constraint(ArrayNode all, String left, String operator) {
        return all.addObject().put("leftOperand", left).put("operator", operator);
    }
}
