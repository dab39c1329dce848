package org.foyer.hub.linking;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.linking.internal.overlap.TourCounting;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;

/**
 * Counts the buyers of one show in several houses of a node, exactly, by keys that are made for one count and thrown away. Whoever asks must
 * be the gate: nothing here knows who may be told what.
 */
public final class TourBuyers {

    private final Warehouse warehouse;

    public TourBuyers(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The show in one house. @param performances ids of its dates */
    public record Shown(House house, List<Long> performances) {}

    /**
     * People with an e-mail or a telephone who hold a ticket for a date that was neither cancelled nor postponed.
     *
     * @param all in any of the houses, each once
     * @param several those of them in two houses or more
     */
    public record Counted(long all, long several) {}

    /**
     * @param shown each house once
     * @param asOf what was sold up to this day
     * @throws OverlapRefused {@code overlap-set-large} beyond {@value SharedBuyers#PEOPLE_MAX} people
     */
    public Counted of(List<Shown> shown, LocalDate asOf) throws OverlapRefused {
        return new TourCounting(warehouse, asOf).of(shown);
    }
}
