package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/** Rows that come back from the quarantine in a file of their own, each with the place where it waited. */
public final class Mended {

    /** Header of the column that says so, the same in every language. */
    public static final String COLUMN = "foyer_row";

    private Mended() {}

    static boolean isMended(FileTable file) {
        return file.fit().header().contains(COLUMN);
    }

    /** Notes that the rows named in the file no longer wait; where one is still wrong, it waits again in this run. */
    static void close(Sql sql, FileTable file, Loading loading, String cells) throws SQLException {
        if (!isMended(file)) {
            return;
        }
        int column = file.fit().header().indexOf(COLUMN) + 1;
        sql.run("""
                insert into personal.mended
                with named as (
                  select distinct string_split(trim(c%1$d), ':') as place from %2$s
                  where regexp_full_match(trim(c%1$d), '[0-9]{1,9}:[0-9]{1,4}:[0-9]{1,15}'))
                select distinct q.house, q.run, q.file, q.line, %4$d
                from personal.quarantine q join named n on q.run = cast(n.place[1] as integer)
                  and q.file = cast(n.place[2] as integer) and q.line = cast(n.place[3] as bigint)
                where q.house = %3$d and q.run <> %4$d
                order by q.run, q.file, q.line
                """.formatted(column, cells, loading.houseNumber(), loading.run()));
    }
}
