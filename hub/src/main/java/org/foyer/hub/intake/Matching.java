package org.foyer.hub.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about a file; kept as a recipe of the house, so that it is said once.
 *
 * @param recipe base recipe, or null for the one that fits best
 * @param columns column of the file → field, an empty field to keep the column aside
 * @param values words and their kinds in the common lists
 */
public record Matching(@Nullable String recipe, Map<String, String> columns, List<Word> values) {

    public static final Matching NONE = new Matching(null, Map.of(), List.of());

    /** One word of a coded field and its kind. */
    public record Word(String field, String label, String kind) {}
}
