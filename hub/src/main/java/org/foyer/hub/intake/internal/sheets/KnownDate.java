package org.foyer.hub.intake.internal.sheets;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.intake.SheetStart;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/**
 * A performance that the house shows, when it begins now, and whether somebody may move it.
 *
 * @param start what counts of it, files and people together
 */
record KnownDate(long performance, long production, SheetStart start) {

    /** Empty when the house shows no such performance. */
    static Optional<KnownDate> read(Connection connection, HouseId house, long performance) throws SQLException {
        return new Sql(connection)
                        .list(
                                row -> new KnownDate(
                                        performance,
                                        row.getLong("production"),
                                        SheetStart.of(
                                                row.getObject("day", LocalDate.class),
                                                row.getObject("starts_local", LocalDateTime.class))),
                                "select production, day, starts_local from shown_performance where house = ? and id = ?",
                                house.value(),
                                performance)
                        .stream()
                        .findFirst();
    }

    /** Why it may not be moved by whoever saw it at another hour, or while others type; none when it may. */
    List<Problem> refusals(SheetRegister.Kept sheet, SheetStart seen, SheetStart to, String actor) {
        if (!start.equals(seen)) {
            return List.of(Problem.stops("date-moved-since", Place.of(""), start.text()));
        }
        if (start.equals(to)) {
            return List.of(Problem.stops("date-not-moved", Place.of(""), start.text()));
        }
        return sheet.draft() != null && !sheet.savedBy().equals(actor)
                ? List.of(Problem.stops("sheet-waits", Place.of(""), sheet.savedBy()))
                : List.of();
    }
}
