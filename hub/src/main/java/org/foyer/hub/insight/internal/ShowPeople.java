package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.foyer.hub.governance.ShowGate.Band;
import org.foyer.hub.governance.ShowGate.Counts;
import org.foyer.hub.insight.internal.ShowQuery.Date;
import org.foyer.hub.insight.internal.ShowQuery.Show;
import org.foyer.hub.model.House;
import org.foyer.hub.store.BuyerAreas;

/** Counts the buyers of one show, for the gate, which decides what is told of them. */
final class ShowPeople {

    /** $3: performances of the show. Who holds tickets for it, and whether they had any for an earlier performance of the house. */
    private static final String HOLDERS = VisitQuery.VISITS.formatted("any_value(p.day)") + """
            , holder as (select person, min(day) as here from visit where performance in (select unnest($3::bigint[])) group by person)
            , ever as (select person, min(day) as first from visit where person in (select person from holder) group by person)
            select count(*), count(*) filter (first >= here) from holder join ever using (person)
            """;

    private ShowPeople() {}

    static Counts count(Connection connection, House house, Show show, LocalDate day) throws SQLException {
        List<Long> played =
                show.dates().stream().filter(Date::isOnStage).map(Date::id).toList();
        try (PreparedStatement query = connection.prepareStatement(HOLDERS)) {
            query.setShort(1, (short) house.id().value());
            query.setObject(2, day);
            query.setArray(3, connection.createArrayOf("BIGINT", played.toArray()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                int years = years(connection, house, show, day);
                return new Counts(
                        row.getLong(1), years < 1 ? -1 : row.getLong(2), years, bands(connection, house, played, day));
            }
        }
    }

    private static int years(Connection connection, House house, Show show, LocalDate day) throws SQLException {
        LocalDate since = VisitQuery.since(connection, house.id(), day);
        long years = since == null
                ? 0
                : ChronoUnit.YEARS.between(since, show.dates().get(0).day());
        return (int) Math.min(years, VisitFigures.YEARS_FOR_FIRST);
    }

    private static List<Band> bands(Connection connection, House house, List<Long> played, LocalDate day)
            throws SQLException {
        return CatchmentQuery.bands(house, BuyerAreas.of(connection, house.id(), played, day)).entrySet().stream()
                .map(band -> new Band(band.getKey(), band.getValue()))
                .toList();
    }
}
