package org.foyer.hub.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one column of a file.
 *
 * @param column its header in the file's words
 * @param field the field of the recipe that takes it, or null when it is kept aside
 * @param sure whether the match follows from the recipe's own words rather than from likeness
 * @param examples at most five different values
 */
public record ColumnProof(String column, @Nullable String field, boolean sure, List<Example> examples) {}
