package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node says of identifiers in other registers and of where venues lie, in every form in which its programme goes out. */
class OutsideOutTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", false);
    private static final String SCHEMA = "http://schema.org/";

    /** By words, since numbers differ from house to house. */
    private static final String KNOWN = """
            select distinct o.kind, coalesce(p.title, v.name, w.title), o.property, o.value from found_outside_now o
            left join production p on o.kind = 'production' and p.house = 1 and p.id = o.thing
            left join venue v on o.kind = 'venue' and v.house = 1 and v.id = o.thing
            left join work w on o.kind = 'work' and w.house = 1 and w.id = o.thing
            where o.house = 1 and o.kind <> 'house' and o.value is not null order by all
            """;

    @TempDir
    Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
        Fixture.fill(warehouse, Fixture.OUTSIDE);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private Model programme(RdfForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Descriptions(warehouse).write(HOUSE, Fixture.FIRST, Fixture.LAST, Fixture.BASE, form, out);
        Model model = ModelFactory.createDefaultModel();
        Lang lang = form == RdfForm.JSON_LD ? Lang.JSONLD11 : RDFLanguages.contentTypeToLang(form.mediaType());
        RDFDataMgr.read(model, new ByteArrayInputStream(out.toByteArray()), "http://base.example/", lang);
        return model;
    }

    private static List<String> said(Warehouse warehouse, String question) {
        List<String> all = new ArrayList<>();
        warehouse.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(question)) {
                while (row.next()) {
                    all.add(IntakeStand.joined(row));
                }
                return true;
            }
        });
        return all;
    }

    @Test
    void everyFormSaysTheSameAndTheShapesDoNotObject() throws IOException {
        Model jsonLd = programme(RdfForm.JSON_LD);
        assertThat(programme(RdfForm.TURTLE).isIsomorphicWith(jsonLd)).isTrue();
        for (String told : List.of(
                "http://www.wikidata.org/entity/Q12",
                "https://annuaire-entreprises.data.gouv.fr/etablissement/73282932000074",
                "https://annuaire-entreprises.data.gouv.fr/entreprise/732829320",
                "https://isni.org/isni/000000012146438X",
                "https://data.bnf.fr/ark:/12148/cb11907966z",
                "https://viaf.org/viaf/95216565")) {
            assertThat(jsonLd.listSubjectsWithProperty(
                                    jsonLd.createProperty(SCHEMA + "sameAs"), jsonLd.createResource(told))
                            .toList())
                    .as(told)
                    .isNotEmpty();
        }
        assertThat(jsonLd.listSubjectsWithProperty(jsonLd.createProperty(SCHEMA + "latitude"), "45.764043")
                        .toList())
                .hasSize(1);
        Fixture.fill(warehouse, "delete from performance where id = 1000008");
        Model shown = Shapes.read(Fixture.jsonLd(warehouse, HOUSE));
        assertThat(Shapes.violations(shown)).isEmpty();
        assertThat(Shapes.objections(shown)).isEmpty();
    }

    @Test
    void whatGoesOutAsJsonLdComesInAgain() throws IOException {
        try (IntakeStand stand = new IntakeStand(folder.resolve("other"))) {
            String document = Fixture.jsonLd(warehouse, HOUSE);
            RunReport report = stand.run(
                    IntakeStand.PARIS,
                    stand.intake.receive(
                            IntakeStand.PARIS,
                            "programme.jsonld",
                            new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))));
            assertThat(report.recipe()).as("%s", report.problems()).isNotNull();
            List<String> out = new ArrayList<>(said(warehouse, KNOWN));
            out.add("venue|Théâtre des Célestins|position|45.764043,4.835659");
            assertThat(said(stand.warehouse, KNOWN)).containsExactlyInAnyOrderElementsOf(out);
        }
    }

    @Test
    void calendarsTellWhereAVenueLies() {
        assertThat(Fixture.calendar(warehouse, HOUSE)).contains("\r\nGEO:45.764043;4.835659\r\n");
    }
}
