package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * Which performances sheets are of, and as of which day.
 *
 * @param houses one sheet for each
 * @param season the whole season when {@code performance} is null, else the season of that performance
 * @param performance null for whole seasons; only ever with one house
 */
record Scope(List<HouseId> houses, Season season, @Nullable Long performance, LocalDate asOf) {

    /**
     * Performances that count: tickets of a date set aside as a test are no audience. Those of other dates that are set aside count,
     * since somebody holds them.
     */
    static final String COUNTED = "set_aside is distinct from 'test'";

    private static final String SEASON_OF_ONE =
            "house = $1 and day <= $2 and performance in (select id from performance where house = $1 and day between $3 and $4"
                    + " and " + COUNTED + ")";
    private static final String SEASON_OF_MANY =
            "day <= $2 and (house, performance) in (select house, id from performance"
                    + " where house in (select unnest($1::smallint[])) and day between $3 and $4 and " + COUNTED + ")";
    private static final String PERFORMANCE = "house = $1 and day <= $2 and performance = $3";

    Scope(HouseId house, Season season, @Nullable Long performance, LocalDate asOf) {
        this(List.of(house), season, performance, asOf);
    }

    /**
     * Puts the condition on cells or lines in the place of %1$s, that on houses alone in the place of %2$s. The query's
     * parameters are then $1 the house or houses, $2 the day as of which, and from $3 on those of the condition on cells.
     */
    String in(String sql) {
        String cells = performance != null ? PERFORMANCE : houses.size() == 1 ? SEASON_OF_ONE : SEASON_OF_MANY;
        return sql.formatted(cells, houses.size() == 1 ? "house = $1" : "house in (select unnest($1::smallint[]))");
    }

    void bind(Connection connection, PreparedStatement query) throws SQLException {
        bindHouses(connection, query);
        query.setObject(2, asOf);
        if (performance == null) {
            query.setObject(3, season.from());
            query.setObject(4, season.to());
        } else {
            query.setLong(3, performance);
        }
    }

    /** For a query with the houses as its first parameter. */
    void bindHouses(Connection connection, PreparedStatement query) throws SQLException {
        if (houses.size() == 1) {
            query.setShort(1, (short) houses.get(0).value());
        } else {
            Object[] ids = houses.stream().map(house -> (short) house.value()).toArray();
            query.setArray(1, connection.createArrayOf("SMALLINT", ids));
        }
    }
}
