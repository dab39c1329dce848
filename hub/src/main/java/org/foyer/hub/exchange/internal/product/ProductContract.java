package org.foyer.hub.exchange.internal.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.foyer.hub.exchange.DataProduct;
import org.foyer.hub.exchange.DataProducts.ContractForm;
import org.foyer.hub.exchange.ProductKind.Column;
import org.foyer.hub.exchange.ProductQuality;

/** The contract of a product by the Open Data Contract Standard 3.1.0 (Bitol, Linux Foundation). */
final class ProductContract {

    private static final Map<String, String> LOGICAL = Map.of("datetime", "timestamp");

    private final DataProduct product;
    private final String base;

    ProductContract(DataProduct product, String base) {
        this.product = product;
        this.base = base;
    }

    String written(ContractForm form) {
        ObjectMapper mapper = form == ContractForm.YAML
                ? new YAMLMapper()
                : JsonMapper.builder().build();
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", product.version() + ".0.0")
                .put("kind", "DataContract")
                .put("apiVersion", "v3.1.0")
                .put("id", address())
                .put(
                        "name",
                        product.kind().title().en() + ": " + product.house().name())
                .put("tenant", product.house().slug())
                .put("domain", "performing arts")
                .put("dataProduct", product.dataset())
                .put("status", "active")
                .put(
                        "contractCreatedTs",
                        product.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        json.withArray("tags").add(product.terms().purpose()).add("performing-arts");
        if (product.house().simulated()) {
            json.withArray("tags").add("simulated");
        }
        ObjectNode about = json.putObject("description")
                .put("purpose", product.kind().what().en())
                .put(
                        "limitations",
                        "No row tells of a person. Kept for " + product.terms().retentionDays() + " days at most.")
                .put("usage", usage());
        custom(about, "purposeInFrench", product.kind().what().fr());
        json.withArray("servers")
                .addObject()
                .put("server", "node")
                .put("type", "api")
                .put("environment", "prod")
                .put("location", address() + "/package");
        json.withArray("schema").add(table());
        json.putObject("price")
                .put("priceAmount", 0)
                .put("priceCurrency", product.house().currency().getCurrencyCode())
                .put("priceUnit", "package");
        json.putObject("team").put("name", product.house().name()).put("description", "Owner of the data");
        promises(json);
        custom(json, "language", "fr, en");
        custom(json, "packageSha256", product.sha256());
        return json;
    }

    private String usage() {
        return product.terms().purpose().equals("any")
                ? "Any purpose."
                : "For the purpose " + product.terms().purpose() + " alone.";
    }

    private ObjectNode table() {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.put("name", product.kind().id())
                .put("physicalName", product.kind().id() + ".csv")
                .put("logicalType", "object")
                .put("physicalType", "file")
                .put("description", product.kind().what().en())
                .put(
                        "dataGranularityDescription",
                        "One row for each of: "
                                + String.join(", ", product.kind().key()));
        for (Column column : product.kind().columns()) {
            table.withArray("properties").add(column(column));
        }
        ProductQuality quality = product.quality();
        measured(table, "rows", "completeness", "Rows on " + quality.day() + ": " + quality.rows(), quality.rows());
        if (quality.unclassified() != null) {
            measured(
                    table,
                    "unclassified",
                    "conformity",
                    "Share on " + quality.day() + " of what no common word or capacity was known for",
                    quality.unclassified());
        }
        Long behind = quality.daysBehind();
        if (behind != null) {
            measured(table, "daysBehind", "timeliness", "Last day that the data tells of: " + quality.upTo(), behind);
        }
        return table;
    }

    private ObjectNode column(Column column) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        int key = product.kind().key().indexOf(column.name());
        json.put("name", column.name())
                .put("logicalType", LOGICAL.getOrDefault(column.type(), column.type()))
                .put("physicalType", "text")
                .put("description", column.means().en())
                .put("classification", "not personal")
                .put("required", key >= 0)
                .put("primaryKey", key >= 0);
        if (key >= 0) {
            json.put("primaryKeyPosition", key + 1);
        }
        custom(json, "descriptionInFrench", column.means().fr());
        if (column.unit() != null) {
            custom(json, "unit", "minor units of " + product.house().currency().getCurrencyCode());
        }
        Double share = product.quality().completeness().get(column.name());
        if (share != null) {
            measured(
                    json,
                    "completeness",
                    "completeness",
                    "Share of rows filled on " + product.quality().day(),
                    share);
        }
        if (key >= 0) {
            json.withArray("quality")
                    .addObject()
                    .put("type", "library")
                    .put("metric", "nullValues")
                    .put("mustBe", 0)
                    .put("unit", "rows")
                    .put("dimension", "completeness");
        }
        return json;
    }

    /** What was measured is told, not promised: the standard has rules for promises and texts for the rest. */
    private static void measured(ObjectNode owner, String name, String dimension, String text, Number value) {
        ObjectNode check = owner.withArray("quality")
                .addObject()
                .put("type", "text")
                .put("name", name)
                .put("dimension", dimension)
                .put("description", text);
        ObjectNode custom = check.withArray("customProperties").addObject().put("property", "measured");
        if (value instanceof Long whole) {
            custom.put("value", whole);
        } else {
            custom.put("value", value.doubleValue());
        }
    }

    private void promises(ObjectNode json) {
        promise(json, "frequency", product.terms().rhythm(), null);
        promise(json, "retention", product.terms().retentionDays(), "d");
        promise(
                json,
                "generalAvailability",
                product.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                null);
    }

    private static void promise(
            ObjectNode json, String property, Object value, @org.jspecify.annotations.Nullable String unit) {
        ObjectNode promise = json.withArray("slaProperties").addObject().put("property", property);
        if (value instanceof Integer whole) {
            promise.put("value", whole);
        } else {
            promise.put("value", value.toString());
        }
        if (unit != null) {
            promise.put("unit", unit);
        }
    }

    private static void custom(ObjectNode owner, String property, String value) {
        owner.withArray("customProperties")
                .addObject()
                .put("property", property)
                .put("value", value);
    }

    private String address() {
        return base + "/api/houses/" + product.house().slug() + "/products/"
                + product.kind().id();
    }
}
