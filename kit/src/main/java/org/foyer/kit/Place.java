package org.foyer.kit;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file something was found.
 *
 * @param file name of the file as it was sent
 * @param line physical line (for a sheet: row), from 1; 0 when the whole file is meant
 * @param column header of the column in the file's own words, if one is meant
 * @param value what stood there, cut to 200 characters, if one is meant
 */
public record Place(
        String file,
        long line,
        @Nullable String column,
        @Nullable String value) {
    public static Place of(String file) {
        return new Place(file, 0, null, null);
    }
}
