package org.foyer.hub.store;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.foyer.hub.model.HouseId;

/**
 * What the engine of the warehouse calls to seal and open texts of a house: {@code house_seal(house, text)}, {@code
 * house_open(house, sealed)} (sealed texts in base 64) and {@code house_secret(house, purpose)}, which is always the same
 * for the same purpose. The script of the warehouse wraps them; each is called once for a block of rows.
 */
final class HouseFunctions {

    private HouseFunctions() {}

    /** Makes one text of another with the key of a house. */
    @FunctionalInterface
    private interface Change {
        String of(HouseKey key, String text) throws GeneralSecurityException;
    }

    /** Registers them for all connections to one open warehouse, with what reads an address before it is sealed. Loads no key. */
    static void register(Connection connection, HouseKeys keys) throws SQLException {
        // sealing the same twice gives two texts, so the engine must not take one for the other
        add(connection, keys, "house_seal", true, (key, text) -> key.seal(text));
        add(connection, keys, "house_open", false, (key, text) -> key.open(text));
        add(connection, keys, "house_secret", false, (key, text) -> key.secret(text));
        CommuneFunction.register(connection);
    }

    private static void add(Connection connection, HouseKeys keys, String name, boolean differs, Change change)
            throws SQLException {
        try (DuckDBScalarFunctionBuilder function = DuckDBFunctions.scalarFunction()) {
            function.withName(name)
                    .withParameter(DuckDBColumnType.INTEGER)
                    .withParameter(DuckDBColumnType.VARCHAR)
                    .withReturnType(DuckDBColumnType.VARCHAR)
                    .withVectorizedFunction((in, out) -> all(keys, in, out, change));
            if (differs) {
                function.withVolatile();
            }
            function.register(connection);
        }
    }

    private static void all(HouseKeys keys, DuckDBDataChunkReader in, DuckDBWritableVector out, Change change)
            throws GeneralSecurityException {
        DuckDBReadableVector houses = in.vector(0);
        DuckDBReadableVector texts = in.vector(1);
        long rows = in.rowCount();
        for (long row = 0; row < rows; row++) {
            if (houses.isNull(row) || texts.isNull(row)) {
                out.setNull(row);
            } else {
                HouseKey key = keys.of(new HouseId(houses.getInt(row)));
                out.setString(row, change.of(key, texts.getString(row)));
            }
        }
    }
}
