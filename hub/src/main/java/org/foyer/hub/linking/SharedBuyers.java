package org.foyer.hub.linking;

import java.util.List;
import java.util.Map;
import org.foyer.hub.linking.internal.overlap.SharedCounting;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/**
 * Counts the buyers whom houses of one node share, exactly, by keys that are made for one count and thrown away. Whoever asks must be the gate: nothing
 * here knows who may be told what.
 */
public final class SharedBuyers {

    /** People of all houses together, at most. */
    public static final int PEOPLE_MAX = 20_000_000;

    private final Warehouse warehouse;

    public SharedBuyers(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** @param shared people of both */
    public record Pair(HouseId one, HouseId other, long shared) {}

    /**
     * @param people with a key, by house
     * @param elsewhere those of them whom another of the houses has too
     * @param pairs of houses that share somebody, each once
     * @param reach people of at least one house
     */
    public record Counted(Map<HouseId, Long> people, Map<HouseId, Long> elsewhere, List<Pair> pairs, long reach) {}

    /** @throws OverlapRefused {@code overlap-set-large} beyond {@value #PEOPLE_MAX} people */
    public Counted of(List<House> houses) throws OverlapRefused {
        return new SharedCounting(warehouse).of(houses);
    }
}
