package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.foyer.hub.MovingClock;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.governance.internal.table.RegisterObservatory;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dumps of a node and the description of its data sets. */
class OpenDataTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", true);
    private static final Instant NIGHT = Instant.parse("2026-11-29T03:00:00Z");

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Licences licences;
    private final MovingClock clock = new MovingClock(NIGHT);

    private Register register;
    private RegisterObservatory observatory;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
        register = EmptyStores.register(folder.resolve("register.db"));
        House added = new RegisterHouses(register, clock, new SecureRandom()).add(HOUSE);
        assertThat(added.id()).isEqualTo(HOUSE.id());
        licences = new RegisterLicences(
                register, new RegisterAudit(register, clock, new AuditEnd(folder.resolve("audit.end"))), clock);
        observatory = new RegisterObservatory(
                register,
                clock,
                new RegisterHouses(register, clock, new SecureRandom()),
                new AgreedByAll(),
                new RegisterAudit(register, clock, new AuditEnd(folder.resolve("audit.end"))));
        Fixture.fill(warehouse, "update performance set changed_run = 9 where house = 1 and id = 1000001");
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private DumpFolder dumps(long fileMax, long allMax) {
        return new DumpFolder(
                folder.resolve("dumps"), new Descriptions(warehouse), () -> List.of(HOUSE), clock, fileMax, allMax);
    }

    private DumpFolder dumps() {
        return dumps(Dumps.FILE_BYTES_MAX, Dumps.ALL_BYTES_MAX);
    }

    private Model described(RdfForm form, Lang lang) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DcatCatalogue(warehouse, () -> List.of(HOUSE), runs -> Map.of(9L, NIGHT), licences, dumps(), observatory)
                .write(Fixture.BASE, form, out);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(out.toByteArray()), lang);
        return model;
    }

    private static List<String> violations(Model model, String shapes) {
        Model read = ModelFactory.createDefaultModel();
        RDFDataMgr.read(read, OpenDataTest.class.getResourceAsStream(shapes), "http://shapes.example/", Lang.TTL);
        return ShaclValidator.get()
                .validate(org.apache.jena.shacl.Shapes.parse(read.getGraph()), model.getGraph())
                .getEntries()
                .stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message())
                .toList();
    }

    @Test
    void thePublisherIsToldWithItsIdentifiers() throws IOException {
        Fixture.fill(warehouse, Fixture.OUTSIDE);
        Model model = described(RdfForm.TURTLE, Lang.TTL);
        var publisher = model.getResource(Fixture.BASE + "/id/house/" + HOUSE.slug());
        assertThat(model.contains(publisher, DCTerms.identifier, "siren: 732829320"))
                .isTrue();
        assertThat(model.contains(
                        publisher,
                        OWL.sameAs,
                        model.createResource("https://annuaire-entreprises.data.gouv.fr/entreprise/732829320")))
                .isTrue();
    }

    @Test
    void theWholeProgrammeOfADayIsWrittenOnceAndKeptAsLongAsItIsSaid() throws IOException {
        DumpFolder dumps = dumps();
        assertThat(dumps.write(Fixture.BASE, 3)).isEqualTo(new Dumps.Written(1, 0, List.of()));
        assertThat(dumps.write(Fixture.BASE, 3).files())
                .as("again on the same day")
                .isZero();
        Dumps.Dump dump = dumps.of(HOUSE, LocalDate.of(2026, 11, 29)).orElseThrow();
        assertThat(dump.bytes()).isEqualTo(Files.size(dump.file())).isPositive();
        Model model = ModelFactory.createDefaultModel();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(dump.file()))) {
            RDFDataMgr.read(model, in, Lang.NTRIPLES);
        }
        assertThat(model.isIsomorphicWith(Shapes.read(Fixture.jsonLd(warehouse, HOUSE))))
                .isTrue();
        for (int night = 1; night < 4; night++) {
            clock.set(NIGHT.plus(Duration.ofDays(night)));
            dumps.write(Fixture.BASE, 3);
        }
        assertThat(dumps.of(HOUSE))
                .extracting(Dumps.Dump::day)
                .containsExactly(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 11, 30));
        assertThat(dumps.write(Fixture.BASE, 0)).isEqualTo(new Dumps.Written(0, 3, List.of()));
        assertThat(dumps.of(HOUSE)).isEmpty();
    }

    @Test
    void limitsLeaveAHouseOutAndNoHalfFileBehind() throws IOException {
        assertThat(dumps(100, Dumps.ALL_BYTES_MAX).write(Fixture.BASE, 3))
                .isEqualTo(new Dumps.Written(0, 0, List.of("celestins")));
        assertThat(folder.resolve("dumps/celestins")).isEmptyDirectory();
        assertThat(dumps(Dumps.FILE_BYTES_MAX, 0).write(Fixture.BASE, 3).left()).containsExactly("celestins");
    }

    /** Tables for members alone are not even named; public ones are a data set of two files. */
    @Test
    void tablesOfTheObservatoryAreDescribedWhenTheyArePublic() throws IOException {
        register.write(handle -> handle.execute(
                "insert into observatory_table (universe, season, id, version, houses, content, published_at) values"
                        + " ('simulated', 2025, 'tickets-genre-month', 1, '1', ?, 0)",
                "{\"rows\":\"genre\",\"rowCodes\":[],\"columns\":\"month\",\"columnCodes\":[],\"cells\":[[7]]}"));
        String address = Fixture.BASE + "/api/catalog#observatory-tickets-genre-month-2025-26-simulated";
        assertThat(described(RdfForm.TURTLE, Lang.TURTLE).containsResource(ResourceFactory.createResource(address)))
                .isFalse();
        register.write(handle -> {
            handle.execute("insert into network (slug, name, aim, form, simulated, founded_by, founded_at)"
                    + " values ('n', 'N', 'x', 'association', 1, 'lea', 0)");
            handle.execute("insert into network_member (network, house, since) values (1, 1, 0)");
            handle.execute(
                    "insert into proposal (network, kind, title, reason, matter, rule, house, actor, opened_at, closes_at)"
                            + " values (1, 'purpose', 't', 'r', '{}', '{}', 1, 'lea', 0, 0)");
            return handle.execute(
                    "insert into network_decision (network, kind, subject, version, value, proposal, since)"
                            + " values (1, 'purpose', 'observatory', 1, 'Observatory', 1, 0)");
        });
        Model turtle = described(RdfForm.TURTLE, Lang.TURTLE);
        assertThat(violations(turtle, "/catalogue/dcat-ap-shapes.ttl")).isEmpty();
        assertThat(turtle.listObjectsOfProperty(ResourceFactory.createResource(address), DCAT.distribution)
                        .toList())
                .hasSize(2);
        assertThat(turtle.listObjectsOfProperty(DCAT.downloadURL).toList())
                .contains(ResourceFactory.createResource(
                        Fixture.BASE + "/observatory/tickets-genre-month.json?season=2025-26&simulated=true"));
    }

    @Test
    void theDescriptionFollowsDcatApInEveryForm() throws IOException {
        dumps().write(Fixture.BASE, 3);
        Model turtle = described(RdfForm.TURTLE, Lang.TURTLE);
        assertThat(violations(turtle, "/catalogue/dcat-ap-shapes.ttl")).isEmpty();
        assertThat(turtle.isIsomorphicWith(described(RdfForm.JSON_LD, Lang.JSONLD11)))
                .isTrue();
        assertThat(turtle.isIsomorphicWith(described(RdfForm.RDF_XML, Lang.RDFXML)))
                .isTrue();
        assertThat(turtle.isIsomorphicWith(described(RdfForm.N_TRIPLES, Lang.NTRIPLES)))
                .isTrue();
        assertThat(turtle.listObjectsOfProperty(DCAT.downloadURL).toList())
                .hasSize(7 + org.foyer.hub.model.Vocabularies.all().size())
                .contains(ResourceFactory.createResource(Fixture.BASE + "/dumps/celestins/2026-11-29.nt.gz"));
        assertThat(turtle.listObjectsOfProperty(DCTerms.modified)
                        .next()
                        .asLiteral()
                        .getLexicalForm())
                .isEqualTo("2026-11-29T03:00:00Z");
        assertThat(turtle.listObjectsOfProperty(DCTerms.description).toList().toString())
                .contains(SimulatedNotice.ENGLISH);
    }

    @Test
    void aLicenceIsTheHousesOwnWordAndElseThereIsNone() throws IOException {
        assertThat(described(RdfForm.TURTLE, Lang.TURTLE).contains(null, DCTerms.license))
                .isFalse();
        licences.say(HOUSE, Licences.named("CC-BY-4.0"), Actor.commandLine());
        Model model = described(RdfForm.TURTLE, Lang.TURTLE);
        assertThat(violations(model, "/catalogue/dcat-ap-shapes.ttl")).isEmpty();
        assertThat(model.listObjectsOfProperty(DCTerms.license).toList())
                .containsExactly(ResourceFactory.createResource("https://creativecommons.org/licenses/by/4.0/"));
        assertThat(model.listSubjectsWithProperty(DCTerms.license).toList()).hasSize(6);
    }

    @Test
    void theShapesObjectToWhatIsMissing() throws IOException {
        Model model = described(RdfForm.TURTLE, Lang.TURTLE);
        model.removeAll(null, DCTerms.publisher, null).removeAll(null, DCAT.accessURL, null);
        assertThat(violations(model, "/catalogue/dcat-ap-shapes.ttl")).hasSizeGreaterThanOrEqualTo(8);
    }
}
