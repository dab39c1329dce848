package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.catalogue.LinkedData.Thing;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Festivals and series as things: what makes them, what is told of them, when they go and when they return. */
class FestivalsTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", false);

    private static final String TABLE = """
            Titre;Date;Heure;Lieu;Durée;Festival;Cycle
            La Mouette;2026-07-04;20:00;Grande salle;95;Festival d'été;
            La Mouette;2026-07-09;20:00;Grande salle;95;FESTIVAL D'ETE;
            Lear;2026-07-11;20:00;Grande salle;180;Festival d’Été;Les grands textes
            Lear;2026-12-30;20:00;Grande salle;180;;Les grands textes
            Lear;2027-01-08;20:00;Grande salle;180;;Les Grands Textes
            Phèdre;2027-07-03;20:00;Grande salle;;Festival d'été;
            """;

    private static final String SAID = "select f.day, p.title, d.property, d.value from description_now d"
            + " join performance f on f.house = d.house and f.id = d.thing"
            + " join production p on p.house = f.house and p.id = f.production"
            + " where d.kind = 'performance' and d.property in ('festival', 'series') order by all";

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

    private static RunReport give(IntakeStand stand, String name, String text) {
        RunReport report = stand.run(IntakeStand.PARIS, stand.receive(name, text));
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private List<Festival> festivals() {
        return new FestivalPages(stand.warehouse).last(100);
    }

    private List<String> told() {
        return festivals().stream()
                .map(one ->
                        one.kind() + "|" + one.name() + "|" + one.first() + "|" + one.last() + "|" + one.performances())
                .sorted()
                .toList();
    }

    @Test
    void spellingsOfOneNameAreOneAndEachYearOrSeasonIsAnEditionOfItsOwn() {
        give(stand, "saison.csv", TABLE);
        assertThat(told())
                .containsExactly(
                        "festival|Festival d'été|2027-07-03|2027-07-03|1",
                        "festival|Festival d’Été|2026-07-04|2026-07-11|3",
                        "series|Les grands textes|2026-07-11|2026-07-11|1",
                        "series|Les grands textes|2026-12-30|2027-01-08|2");
    }

    @Test
    void theSameNameInAnotherHouseIsAnother() {
        give(stand, "saison.csv", TABLE);
        stand.run(IntakeStand.LONDON, stand.receive("saison.csv", TABLE));
        List<Festival> all = festivals();
        assertThat(all).hasSize(8);
        assertThat(all.stream().map(Festival::id).distinct()).hasSize(8);
        assertThat(all.stream().filter(one -> one.house().equals(IntakeStand.LONDON)))
                .hasSize(4);
    }

    @Test
    void undoneItIsGoneAndReturnsUnderItsIdentifier() {
        Descriptions data = new Descriptions(stand.warehouse);
        RunReport run = give(stand, "saison.csv", TABLE);
        Festival summer = festivals().stream()
                .filter(one -> one.performances() == 3)
                .findFirst()
                .orElseThrow();
        String id = Long.toString(summer.id());
        assertThat(data.find("festival", id)).map(Thing::house).contains(IntakeStand.PARIS);
        assertThat(data.find("series", id)).isEmpty();
        assertThat(data.gone("festival", id)).isEmpty();

        stand.intake.undo(run.run(), "tester");
        assertThat(festivals()).isEmpty();
        assertThat(data.find("festival", id)).isEmpty();
        assertThat(data.gone("festival", id)).isPresent();
        assertThat(data.gone("festival", "7")).isEmpty();

        give(stand, "mended.csv", TABLE.replace("Lear", "Le Roi Lear"));
        assertThat(data.find("festival", id)).isPresent();
    }

    @Test
    void whatIsSaidOtherwiseSinceIsGone() {
        give(stand, "saison.csv", TABLE);
        List<Festival> before = festivals();
        give(
                stand,
                "renamed.csv",
                TABLE.replace("Les grands textes", "Classiques").replace("Les Grands Textes", "Classiques"));
        Descriptions data = new Descriptions(stand.warehouse, numbers -> {
            assertThat(numbers).isNotEmpty();
            return java.util.Map.of(numbers.iterator().next(), stand.now);
        });
        assertThat(told()).filteredOn(one -> one.startsWith("series")).allMatch(one -> one.contains("|Classiques|"));
        for (Festival one : before) {
            String id = Long.toString(one.id());
            assertThat(data.gone(one.kind(), id).isPresent()
                            && data.find(one.kind(), id).isEmpty())
                    .as(one.name())
                    .isEqualTo(one.kind().equals("series"));
        }
    }

    private static final String LINKED = """
            {"@context": "https://schema.org", "@graph": [
              {"@type": "Festival", "@id": "https://t.example/f", "name": "Festival d'été", "description": "Of the festival",
               "location": {"@type": "Place", "name": "Cour"}, "startDate": "2026-07-01",
               "subEvent": [
                 {"@type": "TheaterEvent", "@id": "https://t.example/1", "name": "Lear", "startDate": "2026-07-04T20:00:00+02:00"},
                 {"@type": "EventSeries", "@id": "https://t.example/run", "name": "La Mouette",
                  "subEvent": [{"@type": "TheaterEvent", "@id": "https://t.example/2", "name": "La Mouette, première",
                    "startDate": "2026-07-05T20:00:00+02:00"}]}]},
              {"@type": "MusicEvent", "@id": "https://t.example/3", "name": "Octuor", "startDate": "2026-07-06T20:00:00+02:00",
               "superEvent": [{"@id": "https://t.example/s"}, {"@type": "Festival", "name": "FESTIVAL D'ÉTÉ"}]},
              {"@type": "MusicEvent", "@id": "https://t.example/4", "name": "Nonette", "startDate": "2026-10-06T20:00:00+02:00",
               "superEvent": {"@id": "https://t.example/s"}, "location": "Studio"},
              {"@type": "EventSeries", "@id": "https://t.example/s", "name": "Concerts du dimanche", "startDate": "2026-07-06"}]}
            """;

    @Test
    void superEventsAreReadWhetherTheWholeHoldsThePartsOrThePartsNameTheWhole() {
        give(stand, "site.json", LINKED);
        assertThat(stand.query(SAID))
                .containsExactly(
                        "2026-07-04|Lear|festival|Festival d'été",
                        "2026-07-05|La Mouette, première|festival|Festival d'été",
                        "2026-07-06|Octuor|festival|FESTIVAL D'ÉTÉ",
                        "2026-07-06|Octuor|series|Concerts du dimanche",
                        "2026-10-06|Nonette|series|Concerts du dimanche");
        assertThat(stand.query(
                        "select p.title, p.description, v.name from performance f join production p on p.id = f.production"
                                + " left join venue v on v.id = f.venue order by f.day"))
                .as("only the place of a festival is that of its shows, each of which is a production of its own")
                .containsExactly(
                        "Lear|null|Cour", "La Mouette, première|null|Cour", "Octuor|null|null", "Nonette|null|Studio");
    }

    @Test
    void whatGoesOutComesInAgainAndOutAsTheSame() throws IOException {
        give(stand, "saison.csv", TABLE);
        String out = Fixture.jsonLd(stand.warehouse, HOUSE);
        try (IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            assertThat(give(other, "programme.jsonld", out).problems()).isEmpty();
            assertThat(other.query(SAID)).hasSize(7);
            // each tells the name under which most of its dates know it
            assertThat(other.query(SAID.replace("d.value", "name_number(d.value)")))
                    .isEqualTo(stand.query(SAID.replace("d.value", "name_number(d.value)")));
            assertThat(new FestivalPages(other.warehouse)
                            .last(100).stream().map(Festival::id).toList())
                    .containsExactlyInAnyOrderElementsOf(
                            festivals().stream().map(Festival::id).toList());
            String again = Fixture.jsonLd(other.warehouse, HOUSE);
            try (IntakeStand third = new IntakeStand(folder.resolve("third"))) {
                give(third, "programme.jsonld", again);
                assertThat(third.query(SAID)).isEqualTo(other.query(SAID));
            }
        }
    }

    @Test
    void theGraphTellsThemAndTheShapesHaveNothingAgainstIt() throws IOException {
        give(stand, "saison.csv", TABLE + "Sans heure;2026-07-20;;Cour;;Festival d'été;\n");
        String out = Fixture.jsonLd(stand.warehouse, HOUSE);
        Festival reopened = festivals().stream()
                .filter(one -> one.performances() == 4)
                .findFirst()
                .orElseThrow();
        assertThat(out)
                .contains("\"@type\":\"EventSeries\",\"name\":\"Les grands textes\"")
                .contains("\"startDate\":\"2026-12-30T20:00:00+01:00\",\"endDate\":\"2027-01-08T23:00:00+01:00\"")
                .contains("/id/festival/" + reopened.id()
                        + "\",\"@type\":\"Series\",\"additionalType\":\"http://schema.org/Festival\"")
                .contains("\"url\":\"https://node.example/h/celestins/festival/" + reopened.id());
        assertThat(Shapes.olderViolationsButPerformers(Shapes.read(out))).isEmpty();
        assertThat(Shapes.objections(Shapes.read(out))).isEmpty();

        Descriptions data = new Descriptions(stand.warehouse);
        for (Festival one : festivals()) {
            Model turtle = model(data, one, RdfForm.TURTLE, Lang.TURTLE);
            assertThat(turtle.isIsomorphicWith(model(data, one, RdfForm.JSON_LD, Lang.JSONLD11)))
                    .as(one.name())
                    .isTrue();
            assertThat(Shapes.read(out).containsAll(turtle)).as(one.name()).isTrue();
            assertThat(turtle.listSubjectsWithProperty(turtle.createProperty("http://schema.org/subEvent"))
                            .toList())
                    .hasSize(1);
        }
    }

    private static Model model(Descriptions data, Festival festival, RdfForm form, Lang lang) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thing thing = data.find(festival.kind(), Long.toString(festival.id())).orElseThrow();
        data.describe(thing, HOUSE, Fixture.BASE, form, out);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(out.toByteArray()), lang);
        return model;
    }

    @Test
    void whatStandsAloneTellsTheNamesSoThatAnotherNodeCanFollow() {
        give(stand, "saison.csv", TABLE);
        String one = stand.query("select id from performance where day = '2026-07-11'")
                .get(0);
        String alone = new WarehouseProgramme(stand.warehouse)
                .jsonLd(
                        HOUSE,
                        new WarehouseProgramme(stand.warehouse)
                                .entry(HOUSE.id(), Long.parseLong(one))
                                .orElseThrow(),
                        Fixture.BASE);
        assertThat(Shapes.objections(Shapes.read(alone))).isEmpty();
        try (IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            give(
                    other,
                    "changes.json",
                    "{\"items\":[{\"state\":\"updated\",\"kind\":\"performance\",\"id\":\"https://node.example/id/performance/"
                            + one + "\",\"modified\":1,\"data\":" + alone + "}],\"next\":\"x\"}");
            assertThat(other.query(SAID))
                    .containsExactly(
                            "2026-07-11|Lear|festival|Festival d’Été", "2026-07-11|Lear|series|Les grands textes");
        }
    }
}
