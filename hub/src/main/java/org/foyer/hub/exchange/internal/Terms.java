package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What ODRL rules say, apart from how a policy is called and whose it is. Two policies mean the same only when each rule is the same;
 * nothing is concluded, so that a doubt is never an agreement.
 */
final class Terms {

    private static final List<String> RULES = List.of("permission", "prohibition", "obligation");
    private static final List<String> PARTS =
            List.of("action", "target", "constraint", "duty", "remedy", "consequence");

    private Terms() {}

    static boolean same(JsonNode one, JsonNode other) {
        return of(one).equals(of(other));
    }

    /** The rules alone. */
    static ObjectNode of(JsonNode policy) {
        ObjectNode terms = Json.object();
        for (String field : RULES) {
            JsonNode rules = policy.path(field);
            if (rules.isArray() && !rules.isEmpty()) {
                rules.forEach(rule -> terms.withArray(field).add(rule(rule, policy)));
            }
        }
        return terms;
    }

    private static ObjectNode rule(JsonNode rule, JsonNode policy) {
        ObjectNode kept = Json.object();
        for (String part : PARTS) {
            JsonNode value = rule.path(part);
            boolean says = !value.isMissingNode() && !(value.isContainerNode() && value.isEmpty());
            if (says && !(part.equals("target") && value.equals(policy.path("target")))) {
                kept.set(part, value.deepCopy());
            }
        }
        return kept;
    }
}
