package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.time.Instant;
import org.foyer.hub.store.HallIds;

/** Remembers identifiers of halls of which nothing is told any more when a run is taken back. */
final class Halls {

    private final Sql sql;
    private final int house;

    Halls(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    private String shown() {
        return "select " + HallIds.sql("venue", "hall")
                + " as id from (select distinct venue, hall from shown_performance"
                + " where house = " + house + " and venue is not null and hall is not null) union select "
                + HallIds.ofWords("thing", HallIds.part("property", 1))
                + " from description_now where house = " + house + " and kind = 'hall' and value is not null";
    }

    void beforeTakeBack() throws SQLException {
        sql.run("create or replace temp table hall_back as " + shown());
    }

    void afterTakeBack(int undo, Instant at) throws SQLException {
        if (sql.number("select count(*) from hall_back") > 0) {
            new Departed(sql, house)
                    .leave(
                            "hall",
                            "select id, null as ref, null as words, null as production, null as venue, null as hall,"
                                    + " null as day from (select id from hall_back except (" + shown()
                                    + ")) order by id",
                            undo,
                            at);
        }
    }
}
