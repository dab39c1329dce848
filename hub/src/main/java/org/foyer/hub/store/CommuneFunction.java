package org.foyer.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.foyer.hub.model.FrenchCommunes;
import org.foyer.hub.model.FrenchCommunes.Commune;

/**
 * What the engine of the warehouse calls when an address is sealed: {@code french_commune(postcode, town, country)} answers the code of
 * INSEE of the commune, null where none is told or the address names another country. Only the code is kept beside the sealed address,
 * never the town as it was written.
 */
final class CommuneFunction {

    private CommuneFunction() {}

    /** Registers it for all connections to one open warehouse. */
    static void register(Connection connection) throws SQLException {
        try (DuckDBScalarFunctionBuilder function = DuckDBFunctions.scalarFunction()) {
            function.withName("french_commune")
                    .withParameter(DuckDBColumnType.VARCHAR)
                    .withParameter(DuckDBColumnType.VARCHAR)
                    .withParameter(DuckDBColumnType.VARCHAR)
                    .withReturnType(DuckDBColumnType.VARCHAR)
                    .withVectorizedFunction(CommuneFunction::all)
                    .register(connection);
        }
    }

    private static void all(DuckDBDataChunkReader in, DuckDBWritableVector out) {
        DuckDBReadableVector postcodes = in.vector(0);
        DuckDBReadableVector towns = in.vector(1);
        DuckDBReadableVector countries = in.vector(2);
        for (long row = 0; row < in.rowCount(); row++) {
            String code = postcodes.isNull(row) || towns.isNull(row) || countries.isNull(row)
                    ? ""
                    : read(postcodes.getString(row), towns.getString(row), countries.getString(row));
            if (code.isEmpty()) {
                out.setNull(row);
            } else {
                out.setString(row, code);
            }
        }
    }

    /** @param country may be empty: then whoever reads the code knows whether the house is in France. */
    static String read(String postcode, String town, String country) {
        return postcode.isBlank() || !country.isBlank() && !FrenchCommunes.isFrance(country)
                ? ""
                : FrenchCommunes.at(postcode, town).map(Commune::code).orElse("");
    }
}
