package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.foyer.hub.intake.internal.recipe.Field;

/** Rows of a table of totals, read like any other table. */
public final class TotalRows {

    private static final int ROWS_MAX = 20_000;

    private TotalRows() {}

    /** Rows with a title, in the order title, local start or null, tickets, amount in minor units. */
    public static <T> List<T> read(Connection connection, FileTable file, Loading loading, Sql.RowReader<T> reader)
            throws SQLException {
        Parse parse = new Parse(file, loading);
        return new Sql(connection)
                .list(
                        reader,
                        "select t_title, " + parse.startLocal() + ", coalesce(" + parse.count(Field.QUANTITY)
                                + ", 0), coalesce(" + parse.minor(Field.AMOUNT) + ", 0) from ("
                                + parse.from(file.scan())
                                + ") where t_title is not null order by line limit " + ROWS_MAX);
    }
}
