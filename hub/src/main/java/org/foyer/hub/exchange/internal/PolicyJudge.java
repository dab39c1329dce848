package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether terms let a use through: ODRL 2.2 with the left operands that this node understands, of the common vocabulary and of the profile
 * of Foyer. What nothing permits is forbidden, and a rule with a part that is not understood permits nothing.
 */
final class PolicyJudge {

    private static final String PROFILE = "foyer:";

    /** Whoever uses it names the source; people see to that, and it forbids nothing. */
    private static final String ATTRIBUTE = "attribute";

    private PolicyJudge() {}

    /**
     * What is to be done.
     *
     * @param recipient who gets or has the data
     * @param purpose what for; null where it is only promised, as at a negotiation and a handover
     * @param used how often it was done under the same agreement before
     * @param houses that the data is about
     * @param buyers that the data is about; 0 for a programme
     * @param begun whether it happens now; a negotiation may come before the first day
     */
    record Use(
            String recipient, @Nullable String purpose, Instant at, long used, int houses, int buyers, boolean begun) {}

    /** Everything that stands against it; nothing when it is permitted. */
    static List<String> against(JsonNode policy, Use use) {
        for (JsonNode rule : policy.path("prohibition")) {
            if (isUse(rule)) {
                return List.of("a prohibition forbids the use");
            }
        }
        List<String> why = new ArrayList<>();
        for (JsonNode rule : policy.path("permission")) {
            if (isUse(rule)) {
                List<String> against = rule(rule, use);
                if (against.isEmpty()) {
                    return List.of();
                }
                why.addAll(against);
            }
        }
        return why.isEmpty() ? List.of("nothing permits the use") : why;
    }

    private static boolean isUse(JsonNode rule) {
        return Terms.name(Json.text(rule, "action")).equals("use");
    }

    private static List<String> rule(JsonNode rule, Use use) {
        List<String> against = new ArrayList<>();
        for (JsonNode duty : rule.path("duty")) {
            if (!Terms.name(Json.text(duty, "action")).equals(ATTRIBUTE)
                    || !duty.path("constraint").isEmpty()) {
                against.add("a duty is not understood: " + Json.text(duty, "action"));
            }
        }
        JsonNode constraints = rule.path("constraint");
        if (!constraints.isMissingNode() && !constraints.isArray()) {
            against.add("the constraints are no list");
        }
        for (JsonNode constraint : constraints) {
            if (!holds(constraint, use)) {
                against.add("not permitted by " + Terms.name(Json.text(constraint, "leftOperand")) + " "
                        + Terms.name(Json.text(constraint, "operator")) + " " + values(constraint));
            }
        }
        return against;
    }

    /** What is not understood holds never. */
    private static boolean holds(JsonNode constraint, Use use) {
        String left = Terms.name(Json.text(constraint, "leftOperand"));
        String operator = Terms.name(Json.text(constraint, "operator"));
        List<String> values = values(constraint);
        String one = values.size() == 1 ? values.get(0) : "";
        return constraint.size() == 3
                && switch (left + " " + operator) {
                    case "dateTime gteq" -> !use.begun || isSet(first(one)) && !use.at.isBefore(first(one));
                    case "dateTime lteq" -> isSet(last(one)) && !use.at.isAfter(last(one));
                    case "purpose eq", "purpose isAnyOf" ->
                        !values.isEmpty() && (use.purpose == null || values.contains(use.purpose));
                    case "recipient eq", "recipient isAnyOf" -> values.contains(use.recipient);
                    case "count lteq" -> number(one) > use.used;
                    case PROFILE + "houses gteq" -> number(one) >= 0 && use.houses >= number(one);
                    case PROFILE + "buyers gteq" -> number(one) >= 0 && use.buyers >= number(one);
                    default -> false;
                };
    }

    /** When the terms end by themselves; null when they do not. */
    static @Nullable Instant ends(JsonNode policy) {
        Instant ends = null;
        for (JsonNode rule : policy.path("permission")) {
            for (JsonNode constraint : rule.path("constraint")) {
                List<String> values = values(constraint);
                if (Terms.name(Json.text(constraint, "leftOperand")).equals("dateTime")
                        && Terms.name(Json.text(constraint, "operator")).equals("lteq")
                        && values.size() == 1) {
                    Instant last = last(values.get(0));
                    ends = last != null && (ends == null || last.isBefore(ends)) ? last : ends;
                }
            }
        }
        return ends;
    }

    private static List<String> values(JsonNode constraint) {
        JsonNode right = constraint.path("rightOperand");
        List<String> values = new ArrayList<>();
        for (JsonNode one :
                right.isArray() ? right : Json.object().putArray("one").add(right)) {
            JsonNode plain = one.has("@value") ? one.path("@value") : one.has("@id") ? one.path("@id") : one;
            if (plain.isValueNode()) {
                values.add(plain.asText());
            }
        }
        return values;
    }

    private static boolean isSet(@Nullable Instant instant) {
        return instant != null;
    }

    /** Begin of a day of universal time, or a moment. */
    private static @Nullable Instant first(String text) {
        LocalDate day = day(text);
        return day == null ? moment(text) : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable Instant last(String text) {
        LocalDate day = day(text);
        return day == null
                ? moment(text)
                : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** -1 for what is none. */
    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
    }
}
