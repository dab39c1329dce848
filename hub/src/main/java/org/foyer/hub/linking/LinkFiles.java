package org.foyer.hub.linking;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of one linking.
 *
 * @param plan YAML file that says what the columns hold
 * @param table delimited file of people
 * @param persons where record id and person id are written
 * @param pairs where pairs with their weights are written, null for nowhere
 */
public record LinkFiles(
        Path plan, Path table, Path persons, @Nullable Path pairs) {}
