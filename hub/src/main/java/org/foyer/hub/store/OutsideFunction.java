package org.foyer.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.ExternalIdKind;
import org.foyer.hub.model.GeoPoint;

/**
 * What the engine of the warehouse calls to read identifiers of other registers in cells: {@code found_outside_in(hint, cell)} answers the
 * parts of a cell with {@code chr(31)} between them, each as property, mark and value with {@code chr(30)} between: the value is
 * canonical and the mark empty, or the value is as it stood and the mark is {@code !}. The hint is a register, {@code position} for
 * latitude and longitude, or empty.
 */
final class OutsideFunction {

    /** Property under which a venue's place on the earth is kept. */
    static final String POSITION = "position";

    /** Where no register is known for what stands there. */
    private static final String UNKNOWN = "unknown";

    private static final String BETWEEN = "\u001f";
    private static final String WITHIN = "\u001e";
    private static final int CELL_MAX = 2_000;

    private OutsideFunction() {}

    /** Registers it for all connections to one open warehouse. */
    static void register(Connection connection) throws SQLException {
        try (DuckDBScalarFunctionBuilder function = DuckDBFunctions.scalarFunction()) {
            function.withName("found_outside_in")
                    .withParameter(DuckDBColumnType.VARCHAR)
                    .withParameter(DuckDBColumnType.VARCHAR)
                    .withReturnType(DuckDBColumnType.VARCHAR)
                    .withVectorizedFunction(OutsideFunction::all)
                    .register(connection);
        }
    }

    private static void all(DuckDBDataChunkReader in, DuckDBWritableVector out) {
        DuckDBReadableVector hints = in.vector(0);
        DuckDBReadableVector cells = in.vector(1);
        for (long row = 0; row < in.rowCount(); row++) {
            if (hints.isNull(row) || cells.isNull(row)) {
                out.setNull(row);
            } else {
                out.setString(row, read(hints.getString(row), cells.getString(row)));
            }
        }
    }

    static String read(String hint, String cell) {
        String text = clean(cell.length() > CELL_MAX ? cell.substring(0, CELL_MAX) : cell);
        return hint.equals(POSITION) ? position(text) : identifiers(hint, text);
    }

    private static String clean(String cell) {
        return cell.replace(BETWEEN, " ").replace(WITHIN, " ").strip();
    }

    private static String position(String cell) {
        List<String> degrees = Arrays.asList(cell.split(";", -1));
        return degrees.size() == 2
                ? GeoPoint.read(degrees.get(0), degrees.get(1))
                        .map(point -> POSITION + WITHIN + WITHIN + GeoPoint.degrees(point.latitude()) + ","
                                + GeoPoint.degrees(point.longitude()))
                        .orElse(POSITION + WITHIN + "!" + WITHIN + cell)
                : POSITION + WITHIN + "!" + WITHIN + cell;
    }

    private static String identifiers(String hint, String cell) {
        ExternalIdKind register =
                hint.isEmpty() ? null : ExternalIdCell.kindOf(hint).orElse(null);
        return ExternalIdCell.read(register, cell).stream()
                .map(OutsideFunction::identifier)
                .collect(Collectors.joining(BETWEEN));
    }

    private static String identifier(ExternalIdCell.Said said) {
        if (said.kind() == null) {
            return UNKNOWN + WITHIN + "!" + WITHIN + said.text();
        }
        String property = said.kind().word() + WITHIN;
        if (said.text().equals(ExternalIdCell.NONE)) {
            return property + WITHIN;
        }
        return said.id() == null
                ? property + "!" + WITHIN + said.text()
                : property + WITHIN + said.id().value();
    }
}
