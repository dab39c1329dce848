package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Identifiers of things that were taken back with the run that made them. Nothing else is given such an identifier, and the thing
 * has it again when it returns, because a public identifier lasts longer than a file.
 *
 * <p>What a thing was called is kept as a digest only: runs are also taken back because of what should never have been read.
 */
public final class Departed {

    private final Sql sql;
    private final int house;

    public Departed(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /**
     * Fills {@code returning_KIND (key, id)} with the identifiers that things about to be made had before, each given once.
     *
     * @param kind {@code performance}, {@code production}, {@code venue} or {@code work}
     * @param given query of {@code key, ref, words}: a thing is known by the reference of its source; where one of the two has none,
     *     by its words
     */
    public void returning(String kind, String given) throws SQLException {
        sql.run("create or replace temp table returning_" + kind + " (key varchar, id bigint)");
        String departed = " departed where house = " + house + " and kind = '" + kind + "'";
        if (sql.number("select count(*) from" + departed) == 0) {
            return;
        }
        sql.run("""
                insert into returning_%1$s
                select key, id from (
                  select g.key, d.id, g.ref is not null and d.ref is not null as by_ref
                  from (%2$s) g join (select * from %3$s) d
                    on case when g.ref is not null and d.ref is not null then md5(g.ref) = d.ref else md5(g.words) = d.words end
                  qualify row_number() over (partition by g.key order by by_ref desc, d.id) = 1)
                qualify row_number() over (partition by id order by by_ref desc, key) = 1
                """.formatted(kind, given, departed));
        sql.run("delete from" + departed + " and id in (select id from returning_" + kind + ")");
    }

    /**
     * Keeps the identifiers of things that leave.
     *
     * @param leaving query of {@code id, ref, words, production, venue, hall, day}; the last four are of performances, else null
     * @param undo the run that takes them back
     */
    void leave(String kind, String leaving, int undo, Instant at) throws SQLException {
        sql.change(
                "insert into departed select " + house + ", '" + kind
                        + "', id, md5(ref), md5(words), production, venue, md5(hall), day, ?, ? from (" + leaving + ")",
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                undo);
    }
}
