package org.foyer.hub.governance.internal.agreements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.governance.Agreements.Use;
import org.foyer.hub.governance.Agreements.Verdict;
import org.foyer.hub.governance.Networks.Fault;

/**
 * Decides from a policy alone whether it lets a use through. What nothing permits is forbidden; what a prohibition forbids stays
 * forbidden whatever permits it; and a rule with a part that is not understood permits nothing and forbids all the same.
 */
public final class PolicyDecider {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PARTS = Set.of("action", "assigner", "assignee", "target", "constraint");
    private static final Set<String> POLICY_PARTS =
            Set.of("@context", "@type", "uid", "profile", "conflict", "permission", "prohibition");

    private PolicyDecider() {}

    public static Verdict decide(String policy, Use use) {
        JsonNode read;
        try {
            read = JSON.readTree(policy);
        } catch (JsonProcessingException e) {
            return refused("policy-unreadable");
        }
        if (read == null || !isOfTheProfile(read)) {
            return refused("policy-unreadable");
        }
        for (JsonNode rule : read.path("prohibition")) {
            if (mayForbid(rule, use)) {
                return refused("use-forbidden", use.action());
            }
        }
        Set<Fault> why = new LinkedHashSet<>();
        for (JsonNode rule : read.path("permission")) {
            List<Fault> against = against(rule, use);
            if (against.isEmpty()) {
                return Verdict.PERMITTED;
            }
            why.addAll(against);
        }
        return why.isEmpty() ? refused("use-not-permitted") : Verdict.refused(List.copyOf(why));
    }

    private static Verdict refused(String code, String... arguments) {
        return Verdict.refused(List.of(new Fault("policy", code, arguments)));
    }

    /** Any other profile may mean other things by the same words. */
    private static boolean isOfTheProfile(JsonNode policy) {
        Set<String> parts = new TreeSet<>();
        policy.fieldNames().forEachRemaining(parts::add);
        String profile = policy.path("profile").asText();
        JsonNode context = policy.path("@context");
        return policy.isObject()
                && POLICY_PARTS.containsAll(parts)
                && policy.path("@type").asText().equals("Agreement")
                && policy.path("conflict").asText().equals("prohibit")
                && profile.endsWith(PolicyWriter.PROFILE)
                && context.isArray()
                && context.size() == 2
                && context.path(0).asText().equals(PolicyWriter.ODRL)
                && context.path(1).size() == 1
                && context.path(1).path("foyer").asText().equals(profile + "#");
    }

    /** A prohibition forbids unless it surely speaks of something else. */
    private static boolean mayForbid(JsonNode rule, Use use) {
        return rule.path("action").asText().equals(PolicyWriter.action(use.action()))
                && (!rule.has("target") || holds(rule.path("target"), PolicyWriter.data(use.data())))
                && (!rule.has("assigner") || holds(rule.path("assigner"), use.giver()))
                && (!rule.has("assignee") || holds(rule.path("assignee"), use.taker()));
    }

    private static boolean holds(JsonNode collection, String member) {
        for (JsonNode one : collection.path(PolicyWriter.TERM + "member")) {
            if (one.asText().equals(member)) {
                return true;
            }
        }
        return false;
    }

    private static List<Fault> against(JsonNode rule, Use use) {
        List<Fault> against = new ArrayList<>();
        rule.fieldNames().forEachRemaining(part -> {
            if (!PARTS.contains(part)) {
                against.add(new Fault("policy", "policy-part-unknown", part));
            }
        });
        if (!rule.path("action").asText().equals(PolicyWriter.action(use.action()))) {
            against.add(new Fault("action", "use-action", use.action()));
        }
        if (!holds(rule.path("target"), PolicyWriter.data(use.data()))) {
            against.add(new Fault("data", "use-data", use.data()));
        }
        if (!holds(rule.path("assigner"), use.giver())) {
            against.add(new Fault("giver", "use-giver"));
        }
        if (!holds(rule.path("assignee"), use.taker())) {
            against.add(new Fault("taker", "use-taker"));
        }
        for (JsonNode constraint : rule.path("constraint")) {
            against(against, constraint, use);
        }
        return against;
    }

    private static void against(List<Fault> against, JsonNode constraint, Use use) {
        String left = constraint.path("leftOperand").asText();
        String operator = constraint.path("operator").asText();
        JsonNode right = constraint.path("rightOperand");
        String value = right.isObject() ? right.path("@value").asText() : right.asText();
        boolean understood = constraint.size() == 3;
        switch (understood ? left + " " + operator : "") {
            case "dateTime gteq" ->
                check(against, day(value) != null && !use.day().isBefore(day(value)), "use-early", value);
            case "dateTime lteq" ->
                check(against, day(value) != null && !use.day().isAfter(day(value)), "use-late", value);
            case "purpose eq" ->
                check(against, value.equals(PolicyWriter.purpose(use.purpose())), "use-purpose", use.purpose());
            case "foyer:houses gteq" -> check(against, use.houses() >= least(value), "use-houses", value);
            case "foyer:buyers gteq" -> check(against, use.buyers() >= least(value), "use-buyers", value);
            case "count lteq" ->
                check(against, isNumber(value) && use.used() < Long.parseLong(value), "use-count", value);
            default -> against.add(new Fault("policy", "policy-part-unknown", left));
        }
    }

    private static void check(List<Fault> against, boolean holds, String code, String value) {
        if (!holds) {
            against.add(new Fault("policy", code, value));
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}");
    }

    /** What is no number is reached by none. */
    private static long least(String text) {
        return isNumber(text) ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
