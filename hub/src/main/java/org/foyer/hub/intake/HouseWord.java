package org.foyer.hub.intake;

import org.jspecify.annotations.Nullable;

/**
 * A house's own word for a tariff or a channel, with what it means.
 *
 * @param field {@code tariff} or {@code channel}
 * @param label the word as it came
 * @param kind lower-case name in the common list, or null while it is to be classified
 * @param lines sale lines that bear it
 * @param tickets net tickets of these, sales minus cancellations
 */
public record HouseWord(
        String field, String label, @Nullable String kind, long lines, long tickets) {}
