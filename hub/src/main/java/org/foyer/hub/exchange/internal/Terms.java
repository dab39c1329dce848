package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;

/**
 * What ODRL rules say, apart from how a policy is called and whose it is. Two policies mean the same only when each rule is the same;
 * nothing is concluded, so that a doubt is never an agreement.
 */
final class Terms {

    private static final List<String> RULES = List.of("permission", "prohibition", "obligation");
    private static final List<String> PARTS =
            List.of("action", "target", "constraint", "duty", "remedy", "consequence");

    /** Fields whose values are names of the vocabulary; values of others may be texts that only look like one. */
    private static final Set<String> NAMES = Set.of("action", "leftOperand", "operator");

    private static final String ODRL = "http://www.w3.org/ns/odrl/2/";
    private static final String PREFIX = "odrl:";

    private Terms() {}

    static boolean same(JsonNode one, JsonNode other) {
        return written(of(one)).equals(written(of(other)));
    }

    /** The context of the protocol knows ODRL by its prefix, so a name may come back shorter or longer than it was sent. */
    private static JsonNode written(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(one -> list.add(written(one)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = Json.object();
        node.fields()
                .forEachRemaining(field -> object.set(
                        field.getKey(),
                        NAMES.contains(field.getKey()) && field.getValue().isTextual()
                                ? TextNode.valueOf(name(field.getValue().textValue()))
                                : written(field.getValue())));
        return object;
    }

    /** A name of ODRL without its vocabulary; any other as it is. */
    static String name(String text) {
        return text.startsWith(ODRL)
                ? text.substring(ODRL.length())
                : text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
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
