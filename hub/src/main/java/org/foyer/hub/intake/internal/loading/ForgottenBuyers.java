package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.List;
import org.foyer.hub.intake.internal.recipe.Field;

/** Leaves those out who were forgotten: their movements are taken without them. */
public final class ForgottenBuyers {

    /** Rows that a file says of people who were forgotten; the file must be cleaned of them. */
    public static final String LEFT_OUT = "forgotten-left-out";

    private final Sql sql;
    private final Loading loading;

    ForgottenBuyers(Sql sql, Loading loading) {
        this.sql = sql;
        this.loading = loading;
    }

    /** Makes the temporary table {@code tombstone} of the house's tombstones; at most some thousands. */
    public static void prepare(Sql sql, List<Tombstone> tombstones) throws SQLException {
        sql.run("create or replace temp table tombstone (digest varchar, until_day date)");
        if (!tombstones.isEmpty()) {
            sql.change(
                    "insert into tombstone select unnest(?), cast(unnest(?) as date)",
                    sql.texts(tombstones.stream().map(Tombstone::digest).toList()),
                    sql.texts(tombstones.stream().map(Tombstone::until).toList()));
        }
    }

    /**
     * Takes the buyer from each row of the stage that was said of somebody forgotten, up to the day of it. Returns how many
     * rows say something of them.
     */
    long leaveOut(SaleStage stage) throws SQLException {
        if (!stage.namesBuyers() || sql.number("select count(*) from tombstone") == 0) {
            return 0;
        }
        sql.run(
                "create or replace temp table forgotten as select f.line, hash(f.buyer) as h, max(t.until_day) as until_day"
                        + " from (select line, buyer, " + digests(stage.parse()) + " as digests from "
                        + stage.namingAnyBuyers() + " where buyer is not null) f"
                        + " join tombstone t on list_contains(f.digests, t.digest) group by f.line, f.buyer");
        long rows = sql.number("select count(*) from forgotten join stage using (line) where bits > 0");
        stage.someForgotten();
        rows += sql.change("update stage set person_h = null from (select h, max(until_day) as until_day from forgotten"
                + " group by h) f where person_h = f.h and bits = 0 and coalesce(day, cast("
                + loading.begunLiteral() + " as date)) <= f.until_day");
        return rows;
    }

    private String digests(Parse parse) {
        return "[" + Tombstone.ofReference(loading.houseNumber(), "buyer") + ", "
                + (parse.has(Field.EMAIL) ? Tombstone.ofEmail(loading.houseNumber(), "t_email") : "null") + "]";
    }
}
