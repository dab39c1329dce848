package org.foyer.hub.exchange.internal.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.foyer.hub.exchange.DataProduct;
import org.foyer.hub.exchange.ProductKind;
import org.foyer.hub.exchange.ProductQuality;
import org.foyer.hub.exchange.ProductTerms;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/** The table of products in the register. */
final class ProductRegister {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Register register;

    ProductRegister(Register register) {
        this.register = register;
    }

    /** Products of a house whose kind is known. */
    List<DataProduct> of(House house, Function<String, Optional<ProductKind>> kinds) {
        return register.read(handle -> handle
                .createQuery("select * from data_product where house = :house")
                .bind("house", house.id().value())
                .map((row, context) ->
                        product(house, kinds.apply(row.getString("kind")).orElse(null), row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<DataProduct> product(House house, @Nullable ProductKind kind, ResultSet row)
            throws SQLException {
        if (kind == null) {
            return Optional.empty();
        }
        double unclassified = row.getDouble("unclassified");
        boolean unknown = row.wasNull();
        String upTo = row.getString("up_to");
        return Optional.of(new DataProduct(
                house,
                kind,
                new ProductTerms(
                        row.getString("purpose"),
                        row.getString("rhythm"),
                        row.getInt("retention_days"),
                        row.getBoolean("offered"),
                        row.getBoolean("automatic")),
                new ProductQuality(
                        LocalDate.parse(row.getString("measured_on")),
                        upTo == null ? null : LocalDate.parse(upTo),
                        row.getLong("row_count"),
                        shares(row.getString("completeness")),
                        unknown ? null : unclassified),
                row.getInt("version"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("actor"),
                Instant.ofEpochMilli(row.getLong("published_at"))));
    }

    private static Map<String, Double> shares(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Double>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void keep(DataProduct product) {
        ProductQuality quality = product.quality();
        String shares;
        try {
            shares = JSON.writeValueAsString(quality.completeness());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        register.write(handle -> handle.createUpdate("""
                        insert into data_product (house, kind, purpose, rhythm, retention_days, offered, automatic, version,
                          measured_on, up_to, row_count, completeness, unclassified, bytes, sha256, actor, published_at)
                        values (:house, :kind, :purpose, :rhythm, :retention, :offered, :automatic, :version,
                          :day, :upTo, :rows, :shares, :unclassified, :bytes, :sha256, :actor, :at)
                        on conflict (house, kind) do update set purpose = excluded.purpose, rhythm = excluded.rhythm,
                          retention_days = excluded.retention_days, offered = excluded.offered,
                          automatic = excluded.automatic, version = excluded.version, measured_on = excluded.measured_on,
                          up_to = excluded.up_to, row_count = excluded.row_count, completeness = excluded.completeness,
                          unclassified = excluded.unclassified, bytes = excluded.bytes, sha256 = excluded.sha256,
                          actor = excluded.actor, published_at = excluded.published_at
                        """)
                .bind("house", product.house().id().value())
                .bind("kind", product.kind().id())
                .bind("purpose", product.terms().purpose())
                .bind("rhythm", product.terms().rhythm())
                .bind("retention", product.terms().retentionDays())
                .bind("offered", product.terms().offered())
                .bind("automatic", product.terms().automatic())
                .bind("version", product.version())
                .bind("day", quality.day().toString())
                .bind("upTo", quality.upTo() == null ? null : Objects.toString(quality.upTo()))
                .bind("rows", quality.rows())
                .bind("shares", shares)
                .bind("unclassified", quality.unclassified())
                .bind("bytes", product.bytes())
                .bind("sha256", product.sha256())
                .bind("actor", product.actor())
                .bind("at", product.publishedAt().toEpochMilli())
                .execute());
    }

    void forget(DataProduct product) {
        register.write(handle -> handle.createUpdate("delete from data_product where house = :house and kind = :kind")
                .bind("house", product.house().id().value())
                .bind("kind", product.kind().id())
                .execute());
    }
}
