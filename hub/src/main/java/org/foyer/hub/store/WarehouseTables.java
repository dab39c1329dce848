package org.foyer.hub.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of the warehouse and their edition. */
final class WarehouseTables {

    /** Of the tables, as the script that makes them says. */
    private static final int EDITION = 16;

    private WarehouseTables() {}

    /**
     * Whether the file has tables.
     *
     * @throws SQLException when they are of another edition: everything in the file can be made again from the archive, so
     *     an older one is not changed but rebuilt
     */
    static boolean arePresent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_name = 'schema_edition'")) {
            found.next();
            if (found.getInt(1) == 0) {
                return false;
            }
            requireEdition(statement);
            return true;
        }
    }

    static void make(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(script("/warehouse/V1__foundation.sql"));
        }
    }

    private static void requireEdition(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select max(edition) from schema_edition")) {
            found.next();
            if (found.getInt(1) != EDITION) {
                throw new SQLException("the warehouse is of edition " + found.getInt(1) + ", not " + EDITION);
            }
        }
    }

    private static String script(String resource) {
        try (InputStream in = WarehouseTables.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
