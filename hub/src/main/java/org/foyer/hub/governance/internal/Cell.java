package org.foyer.hub.governance.internal;

import java.util.Comparator;
import java.util.Locale;
import org.foyer.hub.governance.Gate.Partition;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * One group of the publication plan: the houses that share a value of one trait.
 *
 * @param value the shared value, empty for all houses
 */
record Cell(Partition partition, String value) implements Comparable<Cell> {

    static final Cell ALL = new Cell(Partition.ALL, "");

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::partition).thenComparing(Cell::value);

    /** The group of a house; null when its trait is not known. */
    static @Nullable Cell of(House house, Partition partition) {
        return switch (partition) {
            case ALL -> ALL;
            case DISCIPLINE -> new Cell(partition, word(house.discipline()));
            case SIZE -> new Cell(partition, word(house.size()));
            case REGION ->
                house.address().region() == null
                        ? null
                        : new Cell(partition, house.address().region());
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Stable text under which it is kept and audited. */
    String key() {
        return word(partition) + ":" + value;
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
