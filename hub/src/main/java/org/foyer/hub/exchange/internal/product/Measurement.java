package org.foyer.hub.exchange.internal.product;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.exchange.ProductKind.Column;
import org.foyer.hub.exchange.ProductQuality;
import org.foyer.hub.exchange.ProductRefused;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a product and measures them, both of one state of the warehouse and both inside its engine. */
final class Measurement {

    private final Warehouse warehouse;

    Measurement(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Writes the table and measures it.
     *
     * @param day of today
     * @param csv RFC 4180 in UTF-8 with a head; its folder exists
     * @throws ProductRefused when it would have too many rows
     */
    ProductQuality write(ProductFile.Made made, HouseId house, LocalDate day, Path csv) {
        return warehouse.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                // a temporary table, so that what is measured is what is written
                statement.execute("create or replace temp table product as select * from ("
                        + ProductFile.Made.of(house, made.sql()) + ") limit " + (DataProducts.ROWS_MAX + 1));
                ProductQuality quality = measured(connection, made, house, day);
                boolean tooLong = quality.rows() > DataProducts.ROWS_MAX;
                if (!tooLong) {
                    statement.execute("copy product to '" + csv.toString().replace("'", "''")
                            + "' (format csv, header, timestampformat '%Y-%m-%dT%H:%M:%S')");
                }
                statement.execute("drop table product"); // the connection serves others
                if (tooLong) {
                    throw new ProductRefused(List.of("product-too-long"));
                }
                return quality;
            }
        });
    }

    private static ProductQuality measured(Connection connection, ProductFile.Made made, HouseId house, LocalDate day)
            throws SQLException {
        StringBuilder asked =
                new StringBuilder("select count(*), max(").append(made.upTo()).append(")");
        List<Column> columns = made.kind().columns();
        columns.forEach(column -> asked.append(", count(").append(column.name()).append(")"));
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(asked.append(" from product").toString())) {
            row.next();
            long rows = row.getLong(1);
            Map<String, Double> completeness = new LinkedHashMap<>();
            for (int at = 0; rows > 0 && at < columns.size(); at++) {
                completeness.put(columns.get(at).name(), row.getLong(at + 3) / (double) rows);
            }
            return new ProductQuality(
                    day,
                    row.getObject(2, LocalDate.class),
                    rows,
                    completeness,
                    number(connection, ProductFile.Made.of(house, made.unclassified())));
        }
    }

    private static @Nullable Double number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            double value = row.getDouble(1);
            return row.wasNull() ? null : value;
        }
    }
}
