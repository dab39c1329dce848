package org.foyer.hub.insight.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * Which performances a sheet is of, and as of which day.
 *
 * @param season the whole season when {@code performance} is null, else the season of that performance
 */
record Scope(HouseId house, Season season, @Nullable Long performance, LocalDate asOf) {

    /**
     * Puts the condition on performances in the place of %s. The query's parameters are then $1 the house, $2 the day as
     * of which, and from $3 on those of the condition.
     */
    String in(String sql) {
        return sql.formatted(
                performance == null
                        ? "in (select id from performance where house = $1 and day between $3 and $4)"
                        : "= $3");
    }

    void bind(PreparedStatement query) throws SQLException {
        query.setShort(1, (short) house.value());
        query.setObject(2, asOf);
        if (performance == null) {
            query.setObject(3, season.from());
            query.setObject(4, season.to());
        } else {
            query.setLong(3, performance);
        }
    }
}
