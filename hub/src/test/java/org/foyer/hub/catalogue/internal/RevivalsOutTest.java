package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Revivals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What revives what, as linked data and in Cap Data, out and in again, and as others write it. */
class RevivalsOutTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", false);

    private static final String TABLE = """
            Titre;Date;Heure;Lieu;Durée;Oeuvre;Reprise de
            La Mouette;2022-03-04;20:00;Cour;95;La Mouette;
            La Mouette;2022-10-04;20:00;Cour;95;La Mouette;
            La Mouette, encore;2025-03-04;20:00;Cour;95;La Mouette;la mouette
            Lear;2025-04-04;20:00;Cour;180;Le Roi Lear;celui de 1998
            """;

    private static final String REVIVED = Revivals.with()
            + "select distinct p.title, o.title from revival v join production p on p.id = v.production"
            + " join production o on o.id = v.original order by all";

    @TempDir
    Path folder;

    private IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder.resolve("node"));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private static void give(IntakeStand stand, String name, String text) {
        RunReport report = stand.run(IntakeStand.PARIS, stand.receive(name, text));
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
    }

    private String performance(String day) {
        return stand.query("select id from performance where day = '" + day + "'")
                .get(0);
    }

    @Test
    void aRunTellsTheFirstRunOfWhatItRevivesAndIsReadAgain() throws IOException {
        give(stand, "saison.csv", TABLE);
        assertThat(stand.query(REVIVED)).containsExactly("La Mouette, encore|La Mouette");
        String out = Fixture.jsonLd(stand.warehouse, HOUSE);
        String first = "https://node.example/id/run/"
                + stand.query("select production || '-2021-' || venue from performance where day = '2022-03-04'")
                        .get(0);
        assertThat(out)
                .containsOnlyOnce("isVersionOf")
                .contains("\"http://purl.org/dc/terms/isVersionOf\":{\"@id\":\"" + first + "\"}");
        assertThat(Shapes.objections(Shapes.read(out))).isEmpty();
        assertThat(Shapes.olderViolationsButPerformers(Shapes.read(out))).isEmpty();
        try (IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            give(other, "programme.jsonld", out);
            assertThat(other.query(REVIVED)).containsExactly("La Mouette, encore|La Mouette");
        }
    }

    @Test
    void aRunTellsTheWorksThatEachOfItsDatesPlays() throws IOException {
        give(stand, "saison.csv", """
                Titre;Date;Heure;Lieu;Oeuvre
                Diptyque;2025-03-04;20:00;Cour;Le Château
                Diptyque;2025-03-04;20:00;Cour;La Voix
                Diptyque;2025-03-05;20:00;Cour;Le Château
                Lear;2025-03-06;20:00;Cour;Le Roi Lear
                Lear;2025-03-07;20:00;Cour;
                """);
        Model graph = Shapes.read(Fixture.jsonLd(stand.warehouse, HOUSE));
        String base = "http://schema.org/";
        assertThat(graph.listStatements().toList().stream()
                        .filter(one -> one.getPredicate().getURI().equals(base + "workPerformed")
                                && one.getSubject().getURI().contains("/id/run/"))
                        .map(one -> one.getResource()
                                .getProperty(graph.createProperty(base + "name"))
                                .getString()))
                .containsExactly("Le Château");
    }

    @Test
    void turtleSaysTheSame() throws IOException {
        give(stand, "saison.csv", TABLE);
        String id = stand.query("select production || '-2024-' || venue from performance where day = '2025-03-04'")
                .get(0);
        Model turtle = model(id, RdfForm.TURTLE, Lang.TURTLE);
        assertThat(turtle.isIsomorphicWith(model(id, RdfForm.JSON_LD, Lang.JSONLD11)))
                .isTrue();
        assertThat(turtle.listObjectsOfProperty(turtle.createProperty("http://purl.org/dc/terms/isVersionOf"))
                        .toList())
                .hasSize(1);
    }

    private Model model(String run, RdfForm form, Lang lang) throws IOException {
        Descriptions data = new Descriptions(stand.warehouse);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        data.describe(data.find("run", run).orElseThrow(), HOUSE, Fixture.BASE, form, out);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(out.toByteArray()), lang);
        return model;
    }

    @Test
    void whoFollowsChangeByChangeKnowsItInAnyOrder() {
        give(stand, "saison.csv", TABLE);
        try (IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            for (String day : List.of("2025-03-04", "2022-10-04", "2022-03-04")) {
                String id = performance(day);
                WarehouseProgramme programme = new WarehouseProgramme(stand.warehouse);
                String alone = programme.jsonLd(
                        HOUSE, programme.entry(HOUSE.id(), Long.parseLong(id)).orElseThrow(), Fixture.BASE);
                assertThat(Shapes.objections(Shapes.read(alone))).isEmpty();
                give(
                        other,
                        day + ".json",
                        "{\"items\":[{\"state\":\"updated\",\"kind\":\"performance\",\"id\":\"https://node.example/id/performance/"
                                + id + "\",\"modified\":1,\"data\":" + alone + "}],\"next\":\"x\"}");
            }
            assertThat(other.query(REVIVED)).containsExactly("La Mouette, encore|La Mouette");
            assertThat(other.query("select f.day, d.value from description_now d join performance f on f.id = d.thing"
                            + " where d.property = 'history' and d.value is not null"))
                    .containsExactly("2025-03-04|Reprise");
        }
    }

    @Test
    void whatReturnsIsNamedByItsConceptWhateverTheWord() throws IOException {
        give(stand, "saison.csv", """
                Titre;Date;Heure;Lieu;Création ou reprise
                Aida;2025-03-04;20:00;Cour;WIEDERAUFNAHME
                Lear;2025-03-05;20:00;Cour;Création
                Nina;2025-03-06;20:00;Cour;Version de tournée
                Zoo;2025-03-07;20:00;Cour;Presque neuf
                """);
        String out = Fixture.jsonLd(stand.warehouse, HOUSE);
        Model graph = Shapes.read(out);
        assertThat(graph.listObjectsOfProperty(graph.createProperty("http://schema.org/keywords"))
                        .toList())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "https://node.example/id/vocabulary/stagings/revival",
                        "https://node.example/id/vocabulary/stagings/new-production",
                        "https://node.example/id/vocabulary/stagings/touring-version");
    }

    @Test
    void inCapDataTheProductionOfARevivalIsWhatItRevives() throws IOException {
        give(stand, "saison.csv", TABLE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Descriptions(stand.warehouse).writeCapData(List.of(HOUSE), Fixture.BASE, bytes);
        String out = bytes.toString(StandardCharsets.UTF_8);
        String old = stand.query("select production from performance where day = '2022-03-04'")
                .get(0);
        assertThat(out.split("<productionPrimaire [^>]*#production-" + old + "\"", -1))
                .hasSize(4);
        assertThat(out).containsOnlyOnce("<libelle>Reprise</libelle>");
        try (IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            give(other, "programme.rdf", out);
            assertThat(other.query(
                            "select count(distinct f.production) from performance f where f.day <> '2025-04-04'"))
                    .as("there, evenings of one ProductionPrimaire are of one production")
                    .containsExactly("1");
        }
    }

    private static final String STAGINGS = """
            {"@context": ["https://schema.org", {"ado": "http://kg.artsdata.ca/ontology/"}], "@graph": [
              {"@type": "TheaterEvent", "@id": "https://t.example/1", "name": "Le Misanthrope 2025", "startDate": "2025-05-01T20:00:00+02:00",
               "workPerformed": {"@id": "https://t.example/p/25", "@type": "CreativeWork", "additionalType": "ado:LivePerformanceWork",
                 "name": "Le Misanthrope 2025", "isBasedOn": [{"@id": "https://t.example/p/12"},
                   {"@type": "Play", "@id": "https://t.example/w/1", "name": "Le Misanthrope", "author": {"name": "Molière"}}]}},
              {"@type": "TheaterEvent", "@id": "https://t.example/2", "name": "Le Misanthrope 2012", "startDate": "2012-05-01T20:00:00+02:00",
               "workPerformed": {"@id": "https://t.example/p/12"}},
              {"@type": ["CreativeWork", "PerformanceWork"], "@id": "https://t.example/p/12", "name": "Le Misanthrope 2012"},
              {"@type": "TheaterEvent", "@id": "https://t.example/3", "name": "Tartuffe", "startDate": "2025-06-01T20:00:00+02:00",
               "workPerformed": {"@type": "Play", "@id": "https://t.example/w/2", "name": "Tartuffe", "isBasedOn": {"@id": "https://t.example/p/12"}}}]}
            """;

    @Test
    void aStagingOfOthersTellsItsWorkAndWhatItRevives() {
        give(stand, "site.json", STAGINGS);
        assertThat(stand.query(REVIVED)).containsExactly("Le Misanthrope 2025|Le Misanthrope 2012");
        assertThat(stand.query("select f.day, w.title from programme_item i join performance f on f.id = i.performance"
                        + " join work w on w.id = i.work order by all"))
                .containsExactly("2012-05-01|Le Misanthrope 2012", "2025-05-01|Le Misanthrope", "2025-06-01|Tartuffe");
        assertThat(stand.query("select name, role from contribution")).containsExactly("Molière|author");
    }
}
