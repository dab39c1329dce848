package org.foyer.hub.intake;

import org.jspecify.annotations.Nullable;

/**
 * A row that could not be taken.
 *
 * @param code of the problem; the mend stands in the catalogue under it
 * @param column in the file's words
 * @param raw the row as it stood in the file, cut to 2,000 characters
 */
public record QuarantinedRow(
        String file,
        long line,
        String code,
        @Nullable String column,
        @Nullable String value,
        String raw) {}
