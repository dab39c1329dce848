package org.foyer.hub.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a house can make a data product of.
 *
 * @param id stable, for instance {@code daily-sales}
 * @param what it tells, in a sentence
 * @param rows what its rows are, in the plural
 * @param key columns that no two rows share together
 */
public record ProductKind(String id, Text title, Text what, Text rows, List<String> key, List<Column> columns) {

    /** Words in both languages. */
    public record Text(String fr, String en) {
        public String in(String language) {
            return language.equals("fr") ? fr : en;
        }
    }

    /**
     * A column.
     *
     * @param type {@code string}, {@code integer}, {@code number}, {@code date} or {@code datetime} (local to the hall)
     * @param unit {@code minor} for minor units of the currency of the house; null for everything else
     */
    public record Column(String name, String type, @Nullable String unit, Text means) {}
}
