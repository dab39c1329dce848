package org.foyer.hub.linking.internal.buyers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** {@link Traces} in the warehouse: keys, signs and weights, no values. */
final class TraceStore {

    private static final String SCHEMA = "main";

    private TraceStore() {}

    /** @param weights that must have been those of then; otherwise nothing that was weighed stands */
    static Traces read(Connection connection, HouseId house, String weights) throws SQLException {
        if (weights.isEmpty() || !weights.equals(basis(connection, house))) {
            return Traces.NONE;
        }
        long[] persons = new long[count(connection, house, "link_trace")];
        long[] signs = new long[persons.length];
        each(connection, house, "select person, sign from link_trace where house = ? order by person", (row, i) -> {
            persons[i] = row.getLong(1);
            signs[i] = row.getLong(2);
        });
        long[] ones = new long[count(connection, house, "link_edge")];
        long[] others = new long[ones.length];
        float[] bits = new float[ones.length];
        each(connection, house, "select one, other, weight from link_edge where house = ?", (row, i) -> {
            ones[i] = row.getLong(1);
            others[i] = row.getLong(2);
            bits[i] = row.getFloat(3);
        });
        return new Traces(persons, signs, ones, others, bits);
    }

    private interface Taker {
        void take(ResultSet row, int number) throws SQLException;
    }

    private static void each(Connection connection, HouseId house, String sql, Taker taker) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setShort(1, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                for (int i = 0; row.next(); i++) {
                    taker.take(row, i);
                }
            }
        }
    }

    private static int count(Connection connection, HouseId house, String table) throws SQLException {
        int[] count = new int[1];
        each(
                connection,
                house,
                "select count(*) from " + table + " where house = ?",
                (row, i) -> count[0] = row.getInt(1));
        return count[0];
    }

    private static String basis(Connection connection, HouseId house) throws SQLException {
        String[] basis = {""};
        each(
                connection,
                house,
                "select weights from link_basis where house = ?",
                (row, i) -> basis[0] = row.getString(1));
        return basis[0];
    }

    /** Writes what changed. @param weights by which was weighed */
    static void keep(Connection transaction, HouseId house, Traces.Change change, String weights) throws SQLException {
        short number = (short) house.value();
        if (change.anew()) {
            for (String table : List.of("link_trace", "link_edge")) {
                run(transaction, "delete from " + table + " where house = ?", number, null);
            }
        } else if (change.gone().length > 0) {
            String gone = Arrays.stream(change.gone()).mapToObj(Long::toString).collect(Collectors.joining(","));
            String among = " in (select unnest(cast(string_split(?, ',') as bigint[])))";
            run(transaction, "delete from link_trace where house = ? and person" + among, number, gone);
            run(transaction, "delete from link_edge where house = ? and one" + among, number, gone);
            run(transaction, "delete from link_edge where house = ? and other" + among, number, gone);
        }
        append(transaction.unwrap(DuckDBConnection.class), number, change.came());
        run(transaction, "delete from link_basis where house = ?", number, null);
        run(transaction, "insert into link_basis (house, weights) values (?, ?)", number, weights);
    }

    private static void run(Connection transaction, String sql, short house, @Nullable String text)
            throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.setShort(1, house);
            if (text != null) {
                statement.setString(2, text);
            }
            statement.executeUpdate();
        }
    }

    private static void append(DuckDBConnection engine, short house, Traces came) throws SQLException {
        try (DuckDBAppender rows = engine.createAppender(SCHEMA, "link_trace")) {
            for (int i = 0; i < came.persons().length; i++) {
                rows.beginRow();
                rows.append(house);
                rows.append(came.persons()[i]);
                rows.append(came.signs()[i]);
                rows.endRow();
            }
        }
        try (DuckDBAppender rows = engine.createAppender(SCHEMA, "link_edge")) {
            for (int i = 0; i < came.ones().length; i++) {
                rows.beginRow();
                rows.append(house);
                rows.append(came.ones()[i]);
                rows.append(came.others()[i]);
                rows.append(came.weights()[i]);
                rows.endRow();
            }
        }
    }
}
