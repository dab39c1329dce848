package org.foyer.hub.intake.internal.recipe;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one field is filled.
 *
 * @param certain whether only what is certain is taken, and what is not stays out and is counted instead of sending the row to the
 *     quarantine
 * @param required whether a row without it cannot be taken
 * @param words header words that mean this field, the surest first; all plain (see {@link Words#plain})
 * @param first columns of which the first that is not empty counts; empty for the one column found by words
 * @param join columns put together, all of them needed; empty when not joined
 * @param with what stands between joined columns
 * @param pick regular expression whose first group is the value, or null for the whole cell
 * @param fallback value where the cell is empty, or null
 * @param values word in the file, plain → meaning
 * @param when rules that look at another column first
 */
public record FieldRule(
        Field field,
        boolean certain,
        boolean required,
        List<String> words,
        List<String> first,
        List<String> join,
        String with,
        @Nullable String pick,
        @Nullable String fallback,
        Map<String, String> values,
        List<When> when) {

    /**
     * Where another column holds one of these words, the field has this value.
     *
     * @param column plain header word
     * @param is plain words
     * @param then meaning
     */
    public record When(String column, List<String> is, String then) {}

    public FieldRule {
        certain = certain || field.isRange() || field.isConsent();
        words = List.copyOf(words);
        first = List.copyOf(first);
        join = List.copyOf(join);
        values = Map.copyOf(values);
        when = List.copyOf(when);
    }
}
