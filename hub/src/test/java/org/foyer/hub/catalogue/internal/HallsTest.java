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
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.LinkedData.Thing;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.House;
import org.foyer.hub.store.HallIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Halls as things: what makes them, what is told of them, when they go and when they return. */
class HallsTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", false);

    private static final String TABLE = """
            Titre;Date;Heure;Lieu;Salle;Configuration;Jauge;Capacité de la salle;Places assises;Places PMR
            La Mouette;2026-07-04;20:00;Les Quais;Grande salle;Frontal;380;420;400;8
            La Mouette;2026-07-05;20:00;LES QUAIS;GRANDE  SALLE;frontal;380;;;
            Lear;2026-07-11;20:00;Les Quais;Grande salle;En rond;300;310;;
            Lear;2026-07-12;20:00;Les Quais;Grande salle;Debout;;1 100;0;
            Octuor;2026-07-13;20:00;Les Quais;Studio;;;80;;2
            Octuor;2026-07-14;20:00;La Forge;Studio;;;;;
            """;

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

    private static List<Hall> halls(IntakeStand stand) {
        HallPages pages = new HallPages(stand.warehouse);
        return stand.query("select id from venue where house = 1 order by name").stream()
                .flatMap(venue -> pages.ofVenue(HOUSE.id(), Long.parseLong(venue)).stream())
                .toList();
    }

    private static Hall hall(IntakeStand stand, String name) {
        return halls(stand).stream()
                .filter(one -> one.name().equals(name) && one.performances() != 1)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(IntakeStand stand) {
        return halls(stand).stream().map(HallsTest::line).toList();
    }

    private static String line(Hall hall) {
        return hall.name() + "|" + hall.performances() + "|" + hall.capacity() + "|" + places(hall.places())
                + String.join(
                        "",
                        hall.configurations().stream()
                                .map(one -> "|" + one.name() + " " + one.performances() + " " + places(one.places()))
                                .toList());
    }

    private static String places(Hall.Places places) {
        return places.capacity() + "/" + places.seats() + "/" + places.wheelchair();
    }

    @Test
    void spellingsOfOneNameAtOneVenueAreOneHallWithItsConfigurations() {
        RunReport report = give(stand, "saison.csv", TABLE);
        assertThat(report.problems()).isEmpty();
        assertThat(told(stand))
                .containsExactly(
                        "Studio|1|null|null/null/null",
                        "Grande salle|4|1100|null/null/null|Debout 1 1100/0/null|En rond 1 310/null/null|frontal 2 420/400/8",
                        "Studio|1|80|80/null/2");
        assertThat(halls(stand).stream().map(Hall::id).distinct()).hasSize(3);
        assertThat(give(stand, "again.csv", TABLE).unchanged())
                .as("the same table again says nothing new")
                .isEqualTo(6);
    }

    @Test
    void undoneItIsGoneAndReturnsUnderItsIdentifier() {
        Descriptions data = new Descriptions(stand.warehouse);
        RunReport run = give(stand, "saison.csv", TABLE);
        String id = Long.toString(hall(stand, "Grande salle").id());
        assertThat(data.find("hall", id)).map(Thing::house).contains(IntakeStand.PARIS);
        assertThat(data.gone("hall", id)).isEmpty();

        stand.intake.undo(run.run(), "tester");
        assertThat(halls(stand)).isEmpty();
        assertThat(stand.query("select property from description where kind = 'hall'"))
                .isEmpty();
        assertThat(data.find("hall", id)).isEmpty();
        assertThat(data.gone("hall", id)).isPresent();
        assertThat(data.gone("hall", "7")).isEmpty();

        give(stand, "mended.csv", TABLE.replace("Lear", "Le Roi Lear"));
        assertThat(data.find("hall", id)).isPresent();
        assertThat(hall(stand, "Grande salle").performances()).isEqualTo(4);
    }

    @Test
    void performancesThatAreSaidToBeElsewhereLeaveTheHallGone() {
        give(stand, "saison.csv", "Référence;Titre;Date;Heure;Lieu;Salle\n1;Lear;2026-07-04;20:00;Les Quais;Cour\n");
        String id = Long.toString(halls(stand).get(0).id());
        give(stand, "moved.csv", "Référence;Titre;Date;Heure;Lieu;Salle\n1;Lear;2026-07-04;20:00;Les Quais;Jardin\n");
        Descriptions data = new Descriptions(stand.warehouse, numbers -> {
            assertThat(numbers).isNotEmpty();
            return java.util.Map.of(numbers.iterator().next(), stand.now);
        });
        assertThat(told(stand)).containsExactly("Jardin|1|null|null/null/null");
        assertThat(data.find("hall", id)).isEmpty();
        assertThat(data.gone("hall", id)).isPresent();
    }

    @Test
    void whatLaterSourcesSayCountsAndUndoneTheEarlierCountsAgain() {
        give(stand, "saison.csv", TABLE);
        RunReport second = give(stand, "technique.csv", TABLE.replace("420;400;8", "430;;"));
        assertThat(hall(stand, "Grande salle").of("FRONTAL")).isEqualTo(new Hall.Places(430, 400, 8));
        assertThat(stand.query("select count(*) from performance where changed_run = " + second.run()
                        + " and hall is not null"))
                .as("performances tell of their halls")
                .containsExactly("5");
        stand.intake.undo(second.run(), "tester");
        assertThat(hall(stand, "Grande salle").of("frontal")).isEqualTo(new Hall.Places(420, 400, 8));
    }

    @Test
    void aConfigurationIsKnownAgainByItsWordsAsHallsAre() {
        give(stand, "saison.csv", TABLE.replace("Debout", "Debout, privilégié"));
        Hall hall = hall(stand, "Grande salle");
        assertThat(hall.of("DEBOUT  privilegie")).isEqualTo(new Hall.Places(1100, 0, null));
        assertThat(hall.of(" en-rond ")).isEqualTo(new Hall.Places(310, null, null));
        assertThat(List.of(hall.of("en ronde"), hall.of(null), hall.of(" "))).containsOnly(Hall.Places.UNKNOWN);
    }

    @Test
    void wordsAtHandAreThoseThatTheWarehouseMakes() {
        for (String name : List.of(
                "Bi-frontal",
                "  Privilégié (DEBOUT) ",
                "Œuvre № 2",
                "ÎLE İstanbul straße",
                "Ørsted Łódź",
                "한국 극장",
                "ホール が",
                "Зал й",
                "???",
                " — ",
                "٣ سالن",
                "1½",
                "")) {
            assertThat(stand.query("select coalesce(" + HallIds.words("'" + name + "'") + ", 'none')"))
                    .as(name)
                    .containsExactly(HallIds.wordsOf(name));
        }
    }

    @Test
    void anUnreadableCountStaysOutAndTheShowIsTaken() {
        RunReport report = give(stand, "saison.csv", TABLE.replace(";80;", ";80 environ;"));
        assertThat(report.problems()).extracting(problem -> problem.code()).containsExactly("hall-places-left-out");
        assertThat(told(stand)).contains("Studio|1|null|null/null/2");
    }

    @Test
    void whatAHallWasCalledBeforeLeadsToIt() {
        give(stand, "saison.csv", TABLE);
        Hall hall = hall(stand, "Grande salle");
        Descriptions data = new Descriptions(stand.warehouse);
        assertThat(data.find("place", hall.venue() + "/hall/GRANDE%20salle"))
                .map(thing -> thing.kind() + thing.id())
                .contains("hall" + hall.id());
        assertThat(data.find("place", hall.venue() + "/hall/Nirgendwo")).isEmpty();
    }

    @Test
    void theGraphTellsThemAndTheShapesHaveNothingAgainstIt() throws IOException {
        give(stand, "saison.csv", TABLE);
        String out = Fixture.jsonLd(stand.warehouse, HOUSE);
        Hall hall = hall(stand, "Grande salle");
        assertThat(out)
                .contains("/id/hall/" + hall.id()
                        + "\",\"@type\":\"EventVenue\",\"name\":\"Grande salle\",\"maximumAttendeeCapacity\":1100")
                .contains("\"propertyID\":\"configuration\",\"name\":\"En rond\"")
                .contains(
                        "\"additionalProperty\":{\"@type\":\"PropertyValue\",\"propertyID\":\"configuration\",\"value\":\"En rond\"}")
                .contains("\"location\":{\"@id\":\"https://node.example/id/hall/" + hall.id() + "\"}");
        assertThat(Shapes.olderViolationsButPerformers(Shapes.read(out))).isEmpty();
        assertThat(Shapes.objections(Shapes.read(out))).isEmpty();

        Descriptions data = new Descriptions(stand.warehouse);
        for (Hall one : halls(stand)) {
            for (String kind : List.of("hall", "place")) {
                String id = Long.toString(kind.equals("hall") ? one.id() : one.venue());
                Model turtle = model(data, kind, id, RdfForm.TURTLE, Lang.TURTLE);
                assertThat(turtle.isIsomorphicWith(model(data, kind, id, RdfForm.JSON_LD, Lang.JSONLD11)))
                        .as(one.name())
                        .isTrue();
                assertThat(turtle.listSubjectsWithProperty(turtle.createProperty("http://schema.org/containedInPlace"))
                                .toList())
                        .as(one.name())
                        .hasSize(kind.equals("hall") ? 1 : 0);
            }
        }
    }

    private static Model model(Descriptions data, String kind, String id, RdfForm form, Lang lang) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thing thing = data.find(kind, id).orElseThrow();
        data.describe(thing, HOUSE, Fixture.BASE, form, out);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(out.toByteArray()), lang);
        return model;
    }

    @Test
    void whatGoesOutComesInAgainAndOutAsTheSame() throws IOException {
        give(stand, "saison.csv", TABLE + "Récital;2026-08-01;20:00;Les Quais;Chapelle;;;150;;\n");
        String out = Fixture.jsonLd(stand.warehouse, HOUSE);
        try (IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            assertThat(give(other, "programme.jsonld", out).problems()).isEmpty();
            String places =
                    "select split_part(property, chr(31), 1), split_part(property, chr(31), 2), split_part(property, chr(31), 3),"
                            + " value from description where kind = 'hall' and property not like '%name' order by all";
            assertThat(other.query(places)).isEqualTo(stand.query(places)).hasSize(9);
            String setUp = "select p.day, d.value from description d join performance p on p.id = d.thing"
                    + " where d.kind = 'performance' and d.property = 'configuration' order by all";
            assertThat(other.query(setUp))
                    .as("how the hall is set up on each date")
                    .isEqualTo(stand.query(setUp))
                    .hasSize(4);
            assertThat(halls(other).stream().map(hall -> hall.name() + hall.capacity() + hall.performances()))
                    .containsExactlyElementsOf(halls(stand).stream()
                            .map(hall -> hall.name() + hall.capacity() + hall.performances())
                            .toList());
        }
    }

    @Test
    void whatStandsAloneTellsTheHallSoThatAnotherNodeCanFollow() {
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
            assertThat(told(other)).containsExactly("Grande salle|1|1100|1100/null/null|En rond 1 null/null/null");
        }
    }

    @Test
    void anyEventMayTellHowManyItsRoomHolds() {
        give(stand, "site.json", """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "name": "Lear", "startDate": "2026-07-04T20:00:00+02:00",
                 "maximumAttendeeCapacity": 300,
                 "location": {"@type": "Place", "name": "Studio", "maximumAttendeeCapacity": 350,
                   "containedInPlace": {"@type": "PerformingArtsTheater", "name": "Les Quais", "maximumAttendeeCapacity": 900}}}
                """);
        assertThat(told(stand)).containsExactly("Studio|1|350|350/null/null");
        assertThat(stand.query("select capacity from performance")).containsExactly("300");
    }

    @Test
    void hallsOfTwoVenuesThatAreOneAreOneAndTheOldIdentifierLeadsToTheNew() {
        give(stand, "saison.csv", TABLE);
        List<Hall> studios = halls(stand).stream()
                .filter(hall -> hall.name().equals("Studio"))
                .toList();
        long forge = studios.get(0).venue();
        long quais = studios.get(1).venue();
        RunReport joined = stand.intake
                .doubles()
                .decide(HOUSE.id(), DoublePair.Kind.VENUE, forge, quais, true, "tester")
                .orElseThrow();
        assertThat(told(stand)).contains("Studio|2|80|80/null/2");
        Descriptions data = new Descriptions(stand.warehouse);
        String old = Long.toString(studios.get(1).id());
        assertThat(data.find("hall", old)).isEmpty();
        assertThat(data.goesBy("hall", old))
                .contains(Long.toString(studios.get(0).id()));
        stand.intake.undo(joined.run(), "tester");
        assertThat(data.find("hall", old)).isPresent();
        assertThat(told(stand)).contains("Studio|1|80|80/null/2", "Studio|1|null|null/null/null");
    }

    @Test
    void aListOfHallsIsReadWithoutAnyShow() {
        String list = """
                Lieu;Ville;Salle;Configuration;Capacité;Places assises;Places PMR
                Les Quais;Lyon;Grande salle;;1200;700;14
                Les Quais;Lyon;Grande Salle;En rond;650;650;10
                Les Quais;Lyon;Studio;;;;
                La Forge;;;;90;;
                """;
        RunReport report = give(stand, "salles.csv", list);
        assertThat(report.taken()).isEqualTo(3);
        assertThat(report.problems()).extracting(problem -> problem.code()).contains("hall-missing");
        assertThat(stand.query("select count(*) from performance")).containsExactly("0");
        assertThat(told(stand))
                .containsExactly(
                        "Grande salle|0|1200|1200/700/14|En rond 0 650/650/10", "Studio|0|null|null/null/null");
        assertThat(give(stand, "again.csv", list).unchanged()).isEqualTo(3);
        RunReport shows = give(stand, "saison.csv", TABLE.replace("420;400;8", ";;"));
        assertThat(told(stand)).anyMatch(one -> one.startsWith("Grande salle|4|1200|1200/700/14"));
        stand.intake.undo(shows.run(), "tester");
        assertThat(told(stand)).hasSize(2);
        stand.intake.undo(report.run(), "tester");
        assertThat(stand.query("select name from venue where house = 1")).isEmpty();
    }

    @Test
    void aTableWithColumnsThatNobodyKnowsIsNoListOfHalls() {
        RunReport report = stand.run(
                IntakeStand.PARIS,
                stand.receive(
                        "pieces.csv", "Pièce jouée;Quand;Lieu;Salle;Jauge\nLear;2026-07-04;Les Quais;Studio;80\n"));
        assertThat(report.state()).isNotEqualTo(RunState.COMMITTED);
        assertThat(halls(stand)).isEmpty();
    }
}
