package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import org.foyer.hub.model.HouseId;

/**
 * Rows of one file, read, typed and checked, waiting in a temporary table of the run's transaction.
 *
 * @param zone IANA name of the house's zone
 * @param run number of the intake run
 * @param source name of the recipe, which tells what one tool says from what another says
 * @param table temporary table with {@code file smallint, line bigint} and one typed column for each field of the
 *     recipe: text trimmed or null, timestamps in local time, dates, integers, money in minor units
 */
public record Stage(HouseId house, String zone, int run, String source, String table) {

    /** Recipe of what people type here; its word counts above that of every file. */
    public static final String TYPED_HERE = "typed-here";

    public boolean isTypedHere() {
        return source.equals(TYPED_HERE);
    }

    /** First id of the run is {@code run × 1,000,000 + 1}, so that no id is ever given twice. */
    public long idBase() {
        return run * 1_000_000L;
    }

    /** The highest id that the run has given so far in a table; ids that came back to their things are of other runs. */
    public long highest(Sql sql, String table) throws SQLException {
        return sql.number(
                "select coalesce(max(id), ?) from " + table + " where house = ? and run = ? and id > ?",
                idBase(),
                house.value(),
                run,
                idBase());
    }
}
