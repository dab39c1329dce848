package org.foyer.hub.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a person says of a word.
 *
 * @param field {@code tariff} or {@code channel}
 * @param label the word as it came
 * @param kind lower-case name in the common list, or null to leave it still to be classified
 */
public record SaidWord(String field, String label, @Nullable String kind) {}
