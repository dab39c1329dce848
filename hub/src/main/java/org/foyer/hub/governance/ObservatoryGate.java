package org.foyer.hub.governance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * The side of the gate for exact tables: agreed questions about a season that is over, over the houses that take part in {@link #PURPOSE} by one agreement, with
 * everything hidden that would bring out a house or a few buyers. A season is published once, all its tables together, and never again.
 */
public interface ObservatoryGate {

    /** Houses may be in the tables of the observatory; a network that adopted it makes them public. */
    String PURPOSE = "observatory";

    /** A house sees nothing: it takes no part. */
    String NOT_TAKING_PART = "observatory-not-taking-part";

    /** What one side of a table is broken down by. */
    record Axis(String id, List<String> codes) {}

    /**
     * An agreed table.
     *
     * @param id stable
     * @param version rises when its definition changes
     * @param measure what is counted; tables of one measure that have a dimension in common share its margins
     */
    record Wanted(String id, int version, String measure, Axis rows, Axis columns) {}

    /**
     * What one house brings to one table, row by row without margins.
     *
     * @param buyers people behind each number
     */
    record Given(long[][] values, long[][] buyers) {}

    /** Brings what houses give, by house and table; asked only when a season is not published yet. */
    @FunctionalInterface
    interface Contributions {
        Map<HouseId, Map<String, Given>> of(List<House> houses);
    }

    /**
     * A table as it was published. Rows and columns in which nothing is are left out.
     *
     * @param simulated whether its houses are
     * @param houses that are in it
     * @param cells row by row; the last row and column are margins; null what is hidden
     * @param definition whether the network by whose agreement it was made adopted this version, today
     */
    record Published(
            String id,
            int version,
            int season,
            boolean simulated,
            int houses,
            Axis rows,
            Axis columns,
            List<List<@Nullable Long>> cells,
            Instant at,
            Followed definition) {

        /** Of which no network adopted any version. */
        public Published(
                String id,
                int version,
                int season,
                boolean simulated,
                int houses,
                Axis rows,
                Axis columns,
                List<List<@Nullable Long>> cells,
                Instant at) {
            this(id, version, season, simulated, houses, rows, columns, cells, at, Followed.NONE);
        }
    }

    /** Why a house neither gives nor sees now, as a code: it did not join, or no agreement in force that it signed permits it. */
    @Nullable
    String refusal(HouseId house);

    /** Whether a house sees the tables of a season: those it is in, and those of its own agreement. */
    boolean isOpenTo(HouseId house, boolean simulated, Season season);

    /**
     * The tables of a season, published now when they may be and were not; without those of which the network of their agreement adopted
     * another version. Empty when too few houses take part, or when a table could not be told safely.
     *
     * @throws IllegalArgumentException when the season is not over for a month
     */
    List<Published> season(
            Actor actor, boolean simulated, Season season, List<Wanted> tables, Contributions contributions);

    /** The tables of a season as far as they are published; nothing is made. */
    List<Published> published(boolean simulated, Season season);

    /** Seasons that are published, newest first. */
    List<Season> seasons(boolean simulated);

    /** The newest season that may be published today. */
    Season newest();

    /** Whether funders and researchers may: every house in them takes part in {@link StudyGate#OBSERVERS}. */
    boolean isOpenToObservers(boolean simulated, Season season);

    /** Whether anybody may see them: every house in them is in a network that adopted the purpose. */
    boolean isOpen(boolean simulated, Season season);
}
