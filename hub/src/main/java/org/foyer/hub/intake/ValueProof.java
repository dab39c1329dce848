package org.foyer.hub.intake;

import org.jspecify.annotations.Nullable;

/**
 * One word of a coded column and what it means in the common list.
 *
 * @param field {@code tariff}, {@code zone}, {@code channel} or {@code operation}
 * @param label the word in the file
 * @param kind name in the common list, lower-case, or null when it is still to be classified
 * @param rows rows that carry it
 */
public record ValueProof(
        String field, String label, @Nullable String kind, long rows) {}
