package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.exchange.Offering;

/**
 * Which part of a catalogue is asked for. The protocol leaves filters to whoever answers; Eclipse EDC sends one with every request, which
 * says from where and how many (its QuerySpec). That is understood; whatever would leave out data sets by what they are is refused.
 *
 * @param offset data sets that are left out first
 * @param limit at most so many
 */
record CatalogPage(int offset, int limit) {

    static final CatalogPage WHOLE = new CatalogPage(0, Offering.DATASETS_MAX);

    /** @throws Refusal when it asks for more than a part */
    static CatalogPage of(JsonNode filter) {
        JsonNode asked = filter.isArray() && filter.size() == 1 ? filter.get(0) : filter;
        if (asked.isMissingNode() || asked.isNull() || asked.isContainerNode() && asked.isEmpty()) {
            return WHOLE;
        }
        if (!asked.isObject()) {
            throw refusal();
        }
        int offset = 0;
        int limit = Offering.DATASETS_MAX;
        for (Iterator<Map.Entry<String, JsonNode>> fields = asked.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode value = field.getValue();
            switch (local(field.getKey())) {
                case "offset" -> offset = number(value);
                case "limit" -> limit = Math.min(number(value), Offering.DATASETS_MAX);
                case "@type", "sortorder" -> {} // no field to sort by: an order of nothing
                case "filterexpression", "sortfield" -> refuseUnlessEmpty(value);
                default -> throw refusal();
            }
        }
        return new CatalogPage(offset, limit);
    }

    /** The name without the vocabulary that it is of. */
    private static String local(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)
                .toLowerCase(Locale.ROOT);
    }

    private static int number(JsonNode value) {
        JsonNode plain = value.isObject() ? value.path("@value") : value;
        if (!plain.canConvertToInt() || !plain.isNumber() || plain.intValue() < 0) {
            throw refusal();
        }
        return plain.intValue();
    }

    private static void refuseUnlessEmpty(JsonNode value) {
        if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
            throw refusal();
        }
    }

    private static Refusal refusal() {
        return new Refusal(400, "this node knows no filters beyond offset and limit");
    }

    <T> List<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, Math.min(all.size() - from, limit) + from);
    }
}
