package org.foyer.hub.exchange.internal.product;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.foyer.hub.exchange.ProductKind;
import org.foyer.hub.exchange.ProductKind.Column;
import org.foyer.hub.exchange.ProductQuality;
import org.foyer.hub.exchange.ProductTerms;
import org.foyer.hub.model.House;

/** The package of a product: a table and its description as a Tabular Data Package of Frictionless Data, version 1, in one zip file. */
final class ProductPackage {

    private ProductPackage() {}

    /** Packs the table and syncs the file. */
    static void write(
            House house, ProductKind kind, ProductTerms terms, ProductQuality quality, int version, Path csv, Path zip)
            throws IOException {
        ObjectNode json = described(house, kind, terms, quality, version);
        json.withArray("resources").add(resource(house, kind, csv));
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(file), StandardCharsets.UTF_8)) {
            out.putNextEntry(new ZipEntry("datapackage.json"));
            out.write(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(json));
            out.closeEntry();
            out.putNextEntry(new ZipEntry(kind.id() + ".csv"));
            Files.copy(csv, out);
            out.closeEntry();
        }
        try (FileChannel written = FileChannel.open(zip, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private static ObjectNode described(
            House house, ProductKind kind, ProductTerms terms, ProductQuality quality, int version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("profile", "tabular-data-package")
                .put("name", house.slug() + "-" + kind.id())
                .put("title", kind.title().en() + ": " + house.name())
                .put("description", kind.what().en() + (house.simulated() ? " The data is simulated." : ""))
                .put("version", version + ".0.0")
                .put("created", quality.day() + "T00:00:00Z");
        json.withArray("contributors").addObject().put("title", house.name()).put("role", "publisher");
        json.putObject("terms")
                .put("purpose", terms.purpose())
                .put("price", 0)
                .put("rhythm", terms.rhythm())
                .put("retentionDays", terms.retentionDays());
        ObjectNode measured = json.putObject("quality")
                .put("measuredOn", quality.day().toString())
                .put("rows", quality.rows());
        if (quality.upTo() != null) {
            measured.put("upTo", quality.upTo().toString());
        }
        if (quality.unclassified() != null) {
            measured.put("unclassified", quality.unclassified());
        }
        ObjectNode shares = measured.putObject("completeness");
        quality.completeness().forEach(shares::put);
        return json;
    }

    private static ObjectNode resource(House house, ProductKind kind, Path csv) throws IOException {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("profile", "tabular-data-resource")
                .put("name", kind.id())
                .put("path", kind.id() + ".csv")
                .put("format", "csv")
                .put("mediatype", "text/csv")
                .put("encoding", "utf-8")
                .put("bytes", Files.size(csv))
                .put("hash", "sha256:" + digest(csv));
        ObjectNode schema = resource.putObject("schema");
        for (Column column : kind.columns()) {
            ObjectNode field = schema.withArray("fields")
                    .addObject()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("title", column.means().en())
                    .put("description", column.means().fr());
            if (column.type().equals("datetime")) {
                field.put("format", "%Y-%m-%dT%H:%M:%S");
            }
            if (column.unit() != null) {
                field.put("unit", "minor units of " + house.currency().getCurrencyCode());
            }
            if (kind.key().contains(column.name())) {
                field.putObject("constraints").put("required", true);
            }
        }
        kind.key().forEach(schema.withArray("primaryKey")::add);
        return resource;
    }

    /** SHA-256 of a file, in hexadecimal. */
    static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
