package org.foyer.hub.exchange.internal.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.foyer.hub.MovingClock;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.exchange.DataProduct;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.exchange.ProductKind;
import org.foyer.hub.exchange.ProductRefused;
import org.foyer.hub.exchange.ProductTerms;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product from the rows of a house to its package, contract and description, each held to the rules of its standard. */
class DataProductsTest {

    private static final String BASE = "https://node.example";
    private static final Actor STEWARD = Actor.commandLine();
    private static final ProductTerms TERMS = new ProductTerms("study", "weekly", 90, true, false);
    private static final String ROWS = """
            insert into production (house, id, title, genre, run) values (1, 1, 'Phèdre, "la reine"', 'theatre', 1), (1, 2, 'Giselle', null, 1);
            insert into performance (house, id, production, starts_local, day, state, capacity, held, run) values
              (1, 11, 1, '2026-11-01 20:30:00', '2026-11-01', 'scheduled', 100, 20, 1),
              (1, 12, 2, '2026-11-08 20:30:00', '2026-11-08', 'cancelled', null, null, 1),
              (2, 13, 1, '2026-11-08 20:30:00', '2026-11-08', 'scheduled', 500, null, 1);
            insert into label (house, field, id, label, kind, run) values (1, 'tariff', 1, 'Plein', 'full', 1), (1, 'tariff', 2, '???', null, 1);
            insert into daily_cube values
              (1, 11, '2026-10-01', '2026-10-01', 1, null, null, 3, 0, 0, 0, 0, 2, 7501, 400, 7501, 0, 3),
              (1, 11, '2026-10-01', '2026-10-01', 2, null, null, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1),
              (1, 11, '2026-10-02', '2026-10-01', 1, null, null, -1, 0, 0, 0, 0, -1, -2500, -130, -2500, 0, 1),
              (2, 13, '2026-10-02', '2026-10-02', 1, null, null, 9, 0, 0, 0, 0, 9, 99999, 0, 0, 0, 9);
            """;

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Audit audit;
    private House house;
    private DataProducts products;
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-29T10:00:00Z"));

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("warehouse.duckdb"), "512MB");
        warehouse.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(ROWS);
            }
        });
        Register register = EmptyStores.register(folder.resolve("register.db"));
        audit = new RegisterAudit(register, clock, new AuditEnd(folder.resolve("audit.end")));
        RegisterHouses houses = new RegisterHouses(register, clock, new SecureRandom());
        house = houses.add(new House(
                new HouseId(1),
                "opera",
                "Opéra",
                Discipline.OPERA,
                900,
                PostalAddress.UNKNOWN,
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                true));
        products = DataProducts.over(register, warehouse, houses, audit, folder.resolve("products"), clock);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private DataProduct published(String kind) {
        return products.publish(house, products.kind(kind).orElseThrow(), TERMS, STEWARD);
    }

    private static JsonNode resource(String name) throws IOException {
        return new ObjectMapper().readTree(DataProductsTest.class.getResourceAsStream("/exchange/" + name));
    }

    private static byte[] entry(Path zip, String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.getInputStream(file.getEntry(name)).readAllBytes();
        }
    }

    @Test
    void whatIsMeasuredIsCountedFromTheRowsOfTheHouseAlone() {
        DataProduct sales = published("daily-sales");
        assertThat(sales.quality().rows()).isEqualTo(2);
        assertThat(sales.quality().upTo()).isEqualTo(LocalDate.of(2026, 10, 2));
        assertThat(sales.quality().daysBehind()).isEqualTo(58);
        assertThat(sales.quality().unclassified()).isEqualTo(0.2);
        DataProduct programme = published("programme");
        assertThat(programme.quality().completeness())
                .containsEntry("genre", 0.5)
                .containsEntry("venue", 0.0);
        assertThat(programme.quality().unclassified()).isEqualTo(0.5);
        assertThat(products.find(house, "programme")).contains(programme);
        assertThat(products.of(house)).extracting(one -> one.kind().id()).containsExactly("programme", "daily-sales");
    }

    @Test
    void thePackageIsValidByItsProfileAndReadsBackToTheCent() throws Exception {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4);
        for (ProductKind kind : products.kinds()) {
            DataProduct product = published(kind.id());
            Path zip = products.file(product).orElseThrow();
            assertThat(ProductPackage.digest(zip)).isEqualTo(product.sha256());
            JsonNode described = new ObjectMapper().readTree(entry(zip, "datapackage.json"));
            assertThat(factory.getSchema(resource("tabular-data-package.json")).validate(described))
                    .as(kind.id())
                    .isEmpty();
            byte[] csv = entry(zip, kind.id() + ".csv");
            JsonNode table = described.path("resources").path(0);
            assertThat(table.path("hash").asText())
                    .isEqualTo("sha256:"
                            + HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(csv)));
            assertThat(new String(csv, StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElseThrow()
                            .split(","))
                    .containsExactlyElementsOf(StreamSupport.stream(
                                    table.path("schema").path("fields").spliterator(), false)
                            .map(field -> field.path("name").asText())
                            .toList());
        }
        Path csv = Files.write(
                folder.resolve("read.csv"),
                entry(
                        products.file(products.find(house, "daily-sales").orElseThrow())
                                .orElseThrow(),
                        "daily-sales.csv"));
        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = plain.createStatement();
                ResultSet row = statement.executeQuery(
                        "select sum(amount), sum(tickets), min(title) from read_csv('" + csv + "', header = true)")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(5001);
            assertThat(row.getLong(2)).isEqualTo(3);
            assertThat(row.getString(3)).isEqualTo("Phèdre, \"la reine\"");
        }
    }

    @Test
    void aBrokenDescriptionIsNoValidPackage() throws Exception {
        DataProduct product = published("seasons");
        JsonNode described =
                new ObjectMapper().readTree(entry(products.file(product).orElseThrow(), "datapackage.json"));
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        described.path("resources").path(0))
                .remove("schema");
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                        .getSchema(resource("tabular-data-package.json"))
                        .validate(described))
                .isNotEmpty();
    }

    @Test
    void theContractSaysWhatTheStandardAllowsAndTheSameInBothForms() throws Exception {
        for (ProductKind kind : products.kinds()) {
            DataProduct product = published(kind.id());
            JsonNode json =
                    new ObjectMapper().readTree(products.contract(product, BASE, DataProducts.ContractForm.JSON));
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(resource("odcs-what-is-written.schema.json"))
                            .validate(json))
                    .as(kind.id())
                    .isEmpty();
            assertThat(new YAMLMapper().readTree(products.contract(product, BASE, DataProducts.ContractForm.YAML)))
                    .isEqualTo(json);
            assertThat(json.at("/schema/0/properties")).hasSameSizeAs(kind.columns());
            assertThat(json.path("slaProperties").toString()).contains("\"retention\",\"value\":90", "weekly");
        }
    }

    @Test
    void theDescriptionKeepsTheShapesAndTellsWhatWasMeasured() throws Exception {
        Model shapes = ModelFactory.createDefaultModel();
        RDFDataMgr.read(
                shapes, getClass().getResourceAsStream("/catalogue/dcat-ap-shapes.ttl"), "http://s.example/", Lang.TTL);
        for (ProductKind kind : products.kinds()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            products.describe(published(kind.id()), BASE, RdfForm.TURTLE, out);
            Model model = ModelFactory.createDefaultModel();
            RDFDataMgr.read(model, new ByteArrayInputStream(out.toByteArray()), Lang.TTL);
            assertThat(ShaclValidator.get()
                            .validate(Shapes.parse(shapes.getGraph()), model.getGraph())
                            .conforms())
                    .as(kind.id())
                    .isTrue();
            assertThat(model.listSubjectsWithProperty(
                                    ResourceFactory.createProperty("http://www.w3.org/ns/dqv#", "isMeasurementOf"))
                            .toList())
                    .hasSizeGreaterThanOrEqualTo(kind.columns().size() + 2);
        }
    }

    @Test
    void noProductAsksForAPerson() {
        for (ProductFile.Made made : ProductFile.shipped()) {
            assertThat(made.sql() + made.unclassified())
                    .as(made.kind().id())
                    .doesNotContain("personal", "person", "sale_line", "known_buyer", "order_ref", "ticket,", "entry");
        }
    }

    @Test
    void faultsAreToldTogetherAndChangeNothing() {
        ProductKind kind = products.kind("seasons").orElseThrow();
        assertThatThrownBy(() ->
                        products.publish(house, kind, new ProductTerms("selling", "hourly", 0, true, true), STEWARD))
                .isInstanceOfSatisfying(
                        ProductRefused.class,
                        refused -> assertThat(refused.codes())
                                .containsExactly("product-purpose", "product-rhythm", "product-retention"));
        assertThat(products.of(house)).isEmpty();
        assertThat(folder.resolve("products")).doesNotExist();
    }

    @Test
    void itIsPublishedAgainByItsRhythmAndGoneWhenTakenBack() {
        published("seasons");
        assertThat(products.publishDue()).isZero();
        clock.advance(Duration.ofDays(7));
        assertThat(products.publishDue()).isEqualTo(1);
        DataProduct second = products.find(house, "seasons").orElseThrow();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.quality().day()).isEqualTo(LocalDate.of(2026, 12, 6));
        assertThat(products.withdraw(house, "seasons", STEWARD)).isTrue();
        assertThat(products.file(second)).isEmpty();
        assertThat(products.withdraw(house, "seasons", STEWARD)).isFalse();
        assertThat(folder.resolve("products/opera")).isEmptyDirectory();
        assertThat(audit.lines(house.id(), 0, 10))
                .extracting(Audit.Line::action)
                .containsExactly("product-withdrawn", "product-published", "product-published");
    }

    @Test
    void thePurposesAreTemplatesOfAgreements() throws IOException {
        List<String> templates = StreamSupport.stream(
                        new YAMLMapper()
                                .readTree(getClass().getResourceAsStream("/governance/agreements.yaml"))
                                .spliterator(),
                        false)
                .map(template -> template.path("id").asText())
                .toList();
        assertThat(ProductTerms.PURPOSES)
                .filteredOn(purpose -> !purpose.equals("any"))
                .isSubsetOf(templates);
    }
}
