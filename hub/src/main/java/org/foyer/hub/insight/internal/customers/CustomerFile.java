package org.foyer.hub.insight.internal.customers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.foyer.hub.insight.CustomerFileRefused;
import org.foyer.hub.insight.CustomerHistory;
import org.foyer.hub.insight.CustomerModelKind;
import org.jspecify.annotations.Nullable;

/** A file of customers or visits as tables of an engine in memory. */
final class CustomerFile implements AutoCloseable {

    private static final String MEMORY = "1GB";

    private final Connection connection;
    private final CustomerModelKind kind;
    private final CustomerColumns columns;

    private CustomerFile(Connection connection, CustomerModelKind kind, CustomerColumns columns) {
        this.connection = connection;
        this.kind = kind;
        this.columns = columns;
    }

    static CustomerFile open(Path file, CustomerModelKind kind) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try {
            read(connection, file);
            List<String> header = header(connection);
            CustomerColumns columns = new CustomerColumns(header);
            columns.require(kind, header);
            return new CustomerFile(connection, kind, columns);
        } catch (SQLException | CustomerFileRefused e) {
            connection.close();
            throw e;
        }
    }

    private static void read(Connection connection, Path file) throws SQLException {
        String sql = "create table given as select row_number() over () as row_of_file, * from" + " read_csv("
                + literal(file.toString()) + ", header = true, all_varchar = true)";
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new CustomerFileRefused("model-file-unreadable", String.valueOf(file.getFileName()));
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static List<String> header(Connection connection) throws SQLException {
        List<String> header = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select column_name from duckdb_columns() where table_name = 'given' order by column_index offset 1")) {
            while (row.next()) {
                header.add(row.getString(1));
            }
        }
        return header;
    }

    /** Whether the file has one row a visit, so that its earlier and later parts can be told apart. */
    boolean visits() {
        return columns.visits() && !columns.has("x");
    }

    boolean hasLater() {
        return visits() || columns.has("later");
    }

    /** Makes {@code customer (id, repeats, last_at, length, value, customers, later, before)} of the whole file. */
    void summarise() throws SQLException {
        if (visits()) {
            run(VisitSums.typed(columns));
            refuse("model-date-bad", "select row_of_file, written from visit where day is null or amount is null");
            run(VisitSums.whole(kind));
        } else {
            run(summaries());
            refuse("model-row-bad", impossible());
        }
    }

    /** The same of the first two thirds of the time, with what came later. @return length of the later part */
    double summariseEarlier() throws SQLException {
        run(VisitSums.earlier(kind));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select length from later_part")) {
            row.next();
            return row.getDouble(1);
        }
    }

    private String summaries() {
        return """
                create or replace table customer as select row_of_file, %s as id, try_cast(%s as double) as repeats,
                  try_cast(%s as double) as last_at, try_cast(%s as double) as length, try_cast(%s as double) as value,
                  try_cast(%s as bigint) as customers, try_cast(%s as double) as later, null::double as before from given
                """.formatted(
                        columns.sql("id", "row_of_file::varchar"),
                        columns.sql("x", "'0'"),
                        columns.sql("t_x", "'0'"),
                        columns.sql("t", "'0'"),
                        columns.sql("value", "'0'"),
                        columns.sql("customers", "'1'"),
                        columns.sql("later", "null"));
    }

    private String impossible() {
        String impossible = "repeats is null or last_at is null or length is null or value is null or customers is null"
                + " or repeats < 0 or repeats <> floor(repeats) or last_at < 0 or value < 0 or customers < 1"
                + " or isnan(last_at) or isinf(length)";
        if (kind != CustomerModelKind.GAMMA_GAMMA) {
            impossible += " or last_at > length or (repeats = 0) <> (last_at = 0)";
        }
        if (kind == CustomerModelKind.BG_BB) {
            impossible += " or repeats > last_at or length <> floor(length) or last_at <> floor(last_at)";
        }
        return "select row_of_file, concat_ws(', ', repeats, last_at, length, value) from customer where " + impossible;
    }

    /** Refuses a file with impossible rows, naming the first and counting all. */
    private void refuse(String code, String bad) throws SQLException {
        String sql = "select min(row_of_file), arg_min(written, row_of_file), count(*) from (" + bad
                + ") b (row_of_file, written)";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            if (row.getLong(3) > 0) {
                throw new CustomerFileRefused(
                        code, row.getString(1), String.valueOf(row.getString(2)), row.getString(3));
            }
        }
    }

    /** The distinct pasts, so that each is weighed once. */
    List<CustomerHistory> pasts() throws SQLException {
        List<CustomerHistory> pasts = new ArrayList<>();
        String sql = "select repeats, last_at, length, value, sum(customers) from customer group by all order by all";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                pasts.add(new CustomerHistory(
                        row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getLong(5)));
            }
        }
        return pasts;
    }

    /** Makes {@code scored (past…, expected, alive)} of distinct pasts. */
    void score(List<CustomerHistory> pasts, Scores scores) throws SQLException {
        run(
                "create or replace table scored (repeats double, last_at double, length double, value double, expected double,"
                        + " alive double)");
        var engine = connection.unwrap(org.duckdb.DuckDBConnection.class);
        try (var rows = engine.createAppender("main", "scored")) {
            for (CustomerHistory past : pasts) {
                rows.beginRow();
                rows.append(past.repeats());
                rows.append(past.lastAt());
                rows.append(past.length());
                rows.append(past.value());
                rows.append(scores.expected(past));
                rows.append(scores.alive(past));
                rows.endRow();
            }
        }
    }

    /** What a model says of a past. */
    interface Scores {
        double expected(CustomerHistory past);

        double alive(CustomerHistory past);
    }

    /** Columns of one row of a query over {@code customer c join scored s}. */
    List<@Nullable Double> sums(String select) throws SQLException {
        String sql =
                "select " + select + " from customer c join scored s on s.repeats = c.repeats and s.last_at = c.last_at"
                        + " and s.length = c.length and s.value = c.value";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            List<@Nullable Double> sums = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                double value = row.getDouble(column);
                sums.add(row.wasNull() ? null : value);
            }
            return sums;
        }
    }

    void writeScores(Path out) throws SQLException {
        run("copy (select c.id as customer, s.expected, s.alive as p_alive from customer c join scored s on"
                + " s.repeats = c.repeats and s.last_at = c.last_at and s.length = c.length and s.value = c.value"
                + " order by s.expected desc, c.id) to " + literal(out.toString()) + " (header)");
    }

    private void run(String sql) throws SQLException {
        for (String one : sql.split(";\n")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(one);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
