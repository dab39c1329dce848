package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Whether ODRL rules are written as the Dataspace Protocol 2025-1 wants them ("Contract Negotiation Protocol", the shape of
 * policies). What they mean is judged elsewhere.
 */
final class PolicyCheck {

    private static final Set<String> OPERATORS = Set.of(
            "eq",
            "gt",
            "gteq",
            "lteq",
            "lt",
            "neq",
            "hasPart",
            "isA",
            "isAllOf",
            "isAnyOf",
            "isNoneOf",
            "isPartOf",
            "term-lteq");

    private static final List<String> LOGICAL = List.of("and", "andSequence", "or", "xone");

    private final List<String> problems;

    PolicyCheck(List<String> problems) {
        this.problems = problems;
    }

    /** @param where path of the policy in its message */
    void policy(JsonNode policy, String where, String type) {
        if (!policy.isObject()) {
            problems.add(where + " is missing or no object");
            return;
        }
        text(policy, "@id", where);
        if (!type.equals(Json.text(policy, "@type"))) {
            problems.add(where + ".@type is not " + type);
        }
        if (!policy.has("permission") && !policy.has("prohibition")) {
            problems.add(where + " has neither permission nor prohibition");
        }
        rules(policy, "permission", where);
        rules(policy, "prohibition", where);
        rules(policy, "obligation", where);
    }

    void text(JsonNode node, String field, String where) {
        if (!Json.isName(Json.text(node, field))) {
            problems.add(where + "." + field + " is missing, no text, longer than " + MessageCheck.NAME_CHARACTERS_MAX
                    + " characters, or has control characters");
        }
    }

    private void rules(JsonNode policy, String field, String where) {
        if (!policy.has(field)) {
            return;
        }
        JsonNode rules = policy.get(field);
        if (!rules.isArray() || rules.isEmpty()) {
            problems.add(where + "." + field + " is no list or an empty one");
            return;
        }
        for (int i = 0; i < rules.size(); i++) {
            rule(rules.get(i), where + "." + field + "[" + i + "]");
        }
    }

    private void rule(JsonNode rule, String where) {
        if (!rule.isObject()) {
            problems.add(where + " is no object");
            return;
        }
        text(rule, "action", where);
        constraints(rule.path("constraint"), where + ".constraint");
        JsonNode duties = rule.path("duty");
        for (int i = 0; i < duties.size(); i++) {
            rule(duties.path(i), where + ".duty[" + i + "]");
        }
    }

    private void constraints(JsonNode constraints, String where) {
        if (!constraints.isMissingNode() && !constraints.isArray()) {
            problems.add(where + " is no list");
        }
        for (int i = 0; i < constraints.size(); i++) {
            constraint(constraints.path(i), where + "[" + i + "]");
        }
    }

    /** As deep as the text may be nested. */
    private void constraint(JsonNode constraint, String where) {
        List<String> logical = LOGICAL.stream().filter(constraint::has).toList();
        if (logical.size() == 1) {
            constraints(constraint.get(logical.get(0)), where + "." + logical.get(0));
            return;
        }
        if (logical.size() > 1) {
            problems.add(where + " has more than one of " + logical);
            return;
        }
        text(constraint, "leftOperand", where);
        if (!OPERATORS.contains(Json.text(constraint, "operator"))) {
            problems.add(where + ".operator is not one of the protocol");
        }
        if (!constraint.has("rightOperand")) {
            problems.add(where + ".rightOperand is missing");
        }
    }
}
