package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.store.FestivalIds;

/** Remembers identifiers of festivals and series that lose their last performance when a run is taken back. */
final class Festivals {

    private final Sql sql;
    private final int house;

    Festivals(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    private String shown() {
        return "select distinct d.property as kind, " + FestivalIds.sql("d.house", "d.property", "d.value", "p.day")
                + " as id from description_now d join shown_performance p on p.house = d.house and p.id = d.thing"
                + " where d.house = " + house + " and d.kind = 'performance' and d.property in (" + FestivalIds.KINDS
                + ") and d.value is not null";
    }

    void beforeTakeBack() throws SQLException {
        sql.run("create or replace temp table festival_back as " + shown());
    }

    void afterTakeBack(int undo, Instant at) throws SQLException {
        if (sql.number("select count(*) from festival_back") == 0) {
            return;
        }
        sql.run("create or replace temp table festival_left as select kind, id from festival_back except " + shown());
        for (String kind : List.of("festival", "series")) {
            new Departed(sql, house)
                    .leave(
                            kind,
                            "select id, null as ref, null as words, null as production, null as venue, null as hall,"
                                    + " null as day from festival_left where kind = '" + kind + "' order by id",
                            undo,
                            at);
        }
    }
}
