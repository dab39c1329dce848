package org.foyer.hub.governance.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was published, kept for its period so that everybody gets the same answer until the next. */
final class Publications {

    /**
     * What is asked, of which houses, in which period.
     *
     * @param period for instance "2026-03"
     * @param universe houses that can be compared at all: simulated or not, and for amounts one currency
     */
    record Edition(String period, String universe, Question question, Season season) {}

    /**
     * The published answer of one group.
     *
     * @param houses that contributed; empty when withheld
     */
    record Published(
            Set<HouseId> houses,
            @Nullable Double lowerQuartile,
            @Nullable Double median,
            @Nullable Double upperQuartile,
            @Nullable String withheld) {

        static Published withheld(String why) {
            return new Published(Set.of(), null, null, null, why);
        }
    }

    /** Whether an edition is out; it is out as a whole. */
    static boolean isOut(Handle handle, Edition edition) {
        return find(handle, edition, Cell.ALL).isPresent();
    }

    static Optional<Published> find(Handle handle, Edition edition, Cell cell) {
        return handle.createQuery("""
                        select houses, lower_quartile, median, upper_quartile, withheld from publication
                        where period = :period and universe = :universe and indicator = :indicator
                          and version = :version and season = :season and cell = :cell
                        """)
                .bind("period", edition.period())
                .bind("universe", edition.universe())
                .bind("indicator", edition.question().indicator())
                .bind("version", edition.question().version())
                .bind("season", edition.season().firstYear())
                .bind("cell", cell.key())
                .map((row, context) -> new Published(
                        houses(row.getString("houses")),
                        number(row.getObject("lower_quartile")),
                        number(row.getObject("median")),
                        number(row.getObject("upper_quartile")),
                        row.getString("withheld")))
                .findOne();
    }

    static void keep(Handle handle, Edition edition, Cell cell, Published published, long now) {
        handle.createUpdate("""
                        insert into publication (period, universe, indicator, version, season, cell, houses,
                          lower_quartile, median, upper_quartile, withheld, published_at)
                        values (:period, :universe, :indicator, :version, :season, :cell, :houses,
                          :lower, :median, :upper, :withheld, :now)
                        """)
                .bind("period", edition.period())
                .bind("universe", edition.universe())
                .bind("indicator", edition.question().indicator())
                .bind("version", edition.question().version())
                .bind("season", edition.season().firstYear())
                .bind("cell", cell.key())
                .bind("houses", text(published.houses()))
                .bindByType("lower", published.lowerQuartile(), Double.class)
                .bindByType("median", published.median(), Double.class)
                .bindByType("upper", published.upperQuartile(), Double.class)
                .bindByType("withheld", published.withheld(), String.class)
                .bind("now", now)
                .execute();
    }

    /** Editions of earlier periods answer nobody any more. */
    static void clearBefore(Handle handle, String period) {
        handle.execute("delete from publication where period < ?", period);
    }

    private static @Nullable Double number(@Nullable Object value) {
        return value == null ? null : ((Number) value).doubleValue();
    }

    private static String text(Set<HouseId> houses) {
        List<Integer> numbers = houses.stream().map(HouseId::value).sorted().toList();
        return numbers.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static Set<HouseId> houses(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(Integer::valueOf)
                        .map(HouseId::new)
                        .collect(Collectors.toSet());
    }

    private Publications() {}
}
