package org.foyer.hub.insight.internal.forecast;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.foyer.hub.insight.ForecastFileRefused;
import org.foyer.hub.insight.ForecastProblem;

/** A file of bookings or weeks as a table of an engine in memory. */
final class ForecastFile implements AutoCloseable {

    static final int ROWS_MAX = 5_000_000;

    private static final String MEMORY = "1GB";
    private static final int PROBLEMS_SHOWN = 100;

    private final Connection connection;
    private final ForecastColumns columns;

    private ForecastFile(Connection connection, ForecastColumns columns) {
        this.connection = connection;
        this.columns = columns;
    }

    static ForecastFile open(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try {
            read(connection, file);
            return new ForecastFile(connection, new ForecastColumns(header(connection)));
        } catch (SQLException | ForecastFileRefused e) {
            connection.close();
            throw e;
        }
    }

    private static void read(Connection connection, Path file) throws SQLException {
        String name = "'" + file.toString().replace("'", "''") + "'";
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table given as select row_number() over () + 1 as line_of_file, * from read_csv("
                    + name + ", header = true, all_varchar = true) limit " + (ROWS_MAX + 1));
        } catch (SQLException e) {
            throw ForecastFileRefused.whole("forecast-file-unreadable", String.valueOf(file.getFileName()));
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from given")) {
            row.next();
            if (row.getLong(1) > ROWS_MAX) {
                throw ForecastFileRefused.whole("forecast-rows-too-many", Integer.toString(ROWS_MAX));
            }
        }
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

    ForecastColumns columns() {
        return columns;
    }

    /** A cell that must hold something. */
    record Check(String meaning, String code, String bad) {}

    /** Runs statements that make a table {@code typed} with {@code line_of_file} and each cell as it is written. */
    void type(String sql, List<Check> checks) throws SQLException {
        run(sql);
        List<ForecastProblem> problems = new ArrayList<>();
        long all = 0;
        for (Check check : checks) {
            all += problems(check, problems);
        }
        if (!problems.isEmpty()) {
            problems.sort(java.util.Comparator.comparingLong(ForecastProblem::line)
                    .thenComparingInt(ForecastProblem::column));
            List<ForecastProblem> shown =
                    new ArrayList<>(problems.subList(0, Math.min(problems.size(), PROBLEMS_SHOWN)));
            if (all > shown.size()) {
                shown.add(new ForecastProblem(0, 0, "forecast-and-more", List.of(Long.toString(all - shown.size()))));
            }
            throw new ForecastFileRefused(shown);
        }
    }

    private long problems(Check check, List<ForecastProblem> problems) throws SQLException {
        String bad = " from typed where " + check.bad();
        long all;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*)" + bad)) {
            row.next();
            all = row.getLong(1);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select line_of_file, left(coalesce(" + check.meaning()
                        + "_written, ''), 60)" + bad + " order by line_of_file limit " + PROBLEMS_SHOWN)) {
            while (row.next()) {
                problems.add(new ForecastProblem(
                        row.getLong(1), columns.place(check.meaning()), check.code(), List.of(row.getString(2))));
            }
        }
        return all;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a query answers, row by row. */
    interface Rows {
        void row(ResultSet row) throws SQLException;
    }

    void each(String sql, Rows rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.row(row);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
