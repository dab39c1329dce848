package org.foyer.hub.linking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.linking.internal.overlap.SharedCounting;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
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
     * People of two houses by what they came to there, over the season and the two before it.
     *
     * @param genre of the shared list, in the first house; empty for all its people
     * @param otherGenre of the shared list, in the other house; empty for all its people
     */
    public record Crossed(HouseId one, String genre, HouseId other, String otherGenre, long shared) {}

    /** @param genre of the shared list @param people of the house with a key who came to it over the season and the two before it */
    public record Taste(HouseId house, String genre, long people) {}

    /**
     * People whose first visit to a house is in the season.
     *
     * @param firstTimers those with a key
     * @param newToNetwork those of them whom no other of the houses saw on an earlier day
     * @param apart those without a key, of whom nothing is known elsewhere
     * @param years whole years of the house's data before the season
     */
    public record Newcomers(HouseId house, long firstTimers, long newToNetwork, long apart, int years) {}

    /**
     * @param people with a key, by house
     * @param elsewhere those of them whom another of the houses has too
     * @param pairs of houses that share somebody, each once
     * @param reach people of at least one house
     * @param newcomers one for each house
     * @param tastes people of each genre of each house
     * @param crossed those that share somebody, each two houses once
     */
    public record Counted(
            Map<HouseId, Long> people,
            Map<HouseId, Long> elsewhere,
            List<Pair> pairs,
            long reach,
            List<Newcomers> newcomers,
            List<Taste> tastes,
            List<Crossed> crossed) {}

    /**
     * @param season of newcomers; with the two before it that of genres
     * @param asOf what was sold up to this day
     * @throws OverlapRefused {@code overlap-set-large} beyond {@value #PEOPLE_MAX} people
     */
    public Counted of(List<House> houses, Season season, LocalDate asOf) throws OverlapRefused {
        return new SharedCounting(warehouse, season, asOf).of(houses);
    }
}
