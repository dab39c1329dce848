package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeGraphTest {

    private static final String SCHEMA = "http://schema.org/";
    private static final House HOUSE = Fixture.house("Europe/Paris", false);

    @TempDir
    Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void theProgrammeIsWrittenAsExpected() {
        assertThat(Fixture.jsonLd(warehouse, HOUSE))
                .isEqualTo(Fixture.resource("/catalogue/programme.jsonld").strip());
    }

    @Test
    void neitherShapeFileFindsAViolation() {
        Fixture.fill(warehouse, "delete from performance where id = 1000008");
        for (boolean simulated : new boolean[] {false, true}) {
            Model model = Shapes.read(Fixture.jsonLd(warehouse, Fixture.house("Europe/Paris", simulated)));
            assertThat(Shapes.violations(model)).isEmpty();
            assertThat(Shapes.objections(model)).isEmpty();
        }
    }

    /** The older file warns of events without performer, and its rule for series turns its own warning into a violation. */
    @Test
    void aRunOfWhichNoPerformerIsKnownInventsNoneThoughTheOlderShapeWantsOne() {
        Model model = Shapes.read(Fixture.jsonLd(warehouse, HOUSE));
        assertThat(Shapes.objections(model)).isEmpty();
        assertThat(Shapes.violations(model))
                .singleElement()
                .asString()
                .startsWith(
                        "https://node.example/id/run/1000003-2198-1000001 null Node[<http://kg.artsdata.ca/shacl/EventShape>]");
    }

    /**
     * In the older file a missing performer is a warning; only because its rule for series refers to that for events, and
     * a series that is warned of does not conform, it becomes a violation. Every other rule of it is kept.
     */
    @Test
    void withoutAnyPerformerNothingButThatWarningOfTheOlderShapeStandsAgainstRuns() {
        Fixture.fill(warehouse, "delete from contribution");
        Model model = Shapes.read(Fixture.jsonLd(warehouse, HOUSE));
        assertThat(model.listObjectsOfProperty(property("performer")).toList()).isEmpty();
        assertThat(Shapes.objections(model)).isEmpty();
        assertThat(Shapes.olderViolationsButPerformers(model)).isEmpty();
        assertThat(Shapes.violations(model)).isNotEmpty().allMatch(told -> told.contains("/id/run/"));
        String partial = Fixture.jsonLd(warehouse, HOUSE).replace("EventCancelled", "EventForgotten");
        assertThat(Shapes.olderViolationsButPerformers(Shapes.read(partial))).isNotEmpty();
    }

    @Test
    void theShapesWouldObjectToAPlaceWithAPartialAddress() {
        String partial = Fixture.jsonLd(warehouse, HOUSE).replace("\"addressRegion\":\"Auvergne-Rhône-Alpes\",", "");
        assertThat(Shapes.objections(Shapes.read(partial))).isNotEmpty();
        assertThat(Shapes.violations(Shapes.read(partial))).hasSizeGreaterThan(2);
    }

    @Test
    void eachPerformanceIsOneEventWithStatusPlaceAndStart() {
        Model model = Shapes.read(Fixture.jsonLd(warehouse, HOUSE));
        assertThat(values(model, "performance/1000001"))
                .contains(
                        "name=Le Misanthrope",
                        "startDate=2025-01-10T20:00:00+01:00",
                        "eventStatus=http://schema.org/EventScheduled",
                        "location=https://node.example/id/hall/8469248708889699",
                        "maximumAttendeeCapacity=700",
                        "additionalType=http://kg.artsdata.ca/resource/TheatrePerformance",
                        "type=http://schema.org/TheaterEvent");
        assertThat(values(model, "performance/1000002"))
                .contains("startDate=2025-07-11T20:30:00+02:00", "eventStatus=http://schema.org/EventCancelled");
        assertThat(values(model, "performance/1000003"))
                .contains("startDate=2025-02-01T20:00:00+01:00", "eventStatus=http://schema.org/EventPostponed");
        assertThat(values(model, "performance/1000005"))
                .contains(
                        "eventStatus=http://schema.org/EventMovedOnline",
                        "eventAttendanceMode=http://schema.org/OnlineEventAttendanceMode",
                        "location=https://node.example/id/performance/1000005/place");
        assertThat(model.listObjectsOfProperty(property("endDate")).toList()).isEmpty();
        assertThat(model.listObjectsOfProperty(property("offers")).toList()).isEmpty();
        assertThat(model.listObjectsOfProperty(property("previousStartDate")).toList())
                .isEmpty();
    }

    @Test
    void anUnknownHourIsADayNeverMidnight() {
        Model model = Shapes.read(Fixture.jsonLd(warehouse, HOUSE));
        RDFNode start = resource(model, "performance/1000004")
                .getProperty(property("startDate"))
                .getObject();
        assertThat(start.asLiteral().getLexicalForm()).isEqualTo("2025-09-20");
        assertThat(start.asLiteral().getDatatypeURI()).endsWith("#date");
    }

    @Test
    void anHourOfUnknownZoneHasNoOffset() {
        assertThat(values(Shapes.read(Fixture.jsonLd(warehouse, HOUSE)), "performance/1000007"))
                .contains("startDate=2025-03-03T18:00:00");
    }

    @Test
    void aConcertOf1842KeepsItsHourOnTheClock() {
        assertThat(values(Shapes.read(Fixture.jsonLd(warehouse, HOUSE)), "performance/1000006"))
                .contains("startDate=1842-12-07T20:00:00-04:56");
    }

    @Test
    void aRunIsAProductionInOneSeasonAtOneVenue() {
        Model model = Shapes.read(Fixture.jsonLd(warehouse, HOUSE));
        assertThat(values(model, "run/1000001-2024-1000001"))
                .contains(
                        "type=http://schema.org/EventSeries",
                        "startDate=2025-01-10T20:00:00+01:00",
                        "subEvent=https://node.example/id/performance/1000001",
                        "subEvent=https://node.example/id/performance/1000002")
                .doesNotContain("subEvent=https://node.example/id/performance/1000003");
        assertThat(values(model, "run/1000001-2025-1000001"))
                .contains("type=http://schema.org/Series", "subEvent=https://node.example/id/performance/1000004");
        model.listSubjectsWithProperty(property("superEvent"))
                .forEach(event -> assertThat(model.contains(
                                event.getPropertyResourceValue(property("superEvent")), property("subEvent"), event))
                        .as(event.getURI())
                        .isTrue());
    }

    @Test
    void aRunNamesThePerformersOfItsPerformances() {
        Model model = Shapes.read(Fixture.jsonLd(warehouse, HOUSE));
        assertThat(names(model, "run/1000002-1842-1000002", "performer"))
                .containsExactlyInAnyOrder("New York Philharmonic", "Hill, Ureli Corelli", "Otto, Antoinette");
    }

    @Test
    void creditsAreToldByRole() {
        Model model = Shapes.read(Fixture.jsonLd(warehouse, HOUSE));
        assertThat(names(model, "performance/1000001", "director")).containsExactly("Jeanne Martin");
        assertThat(names(model, "performance/1000001", "performer")).containsExactly("Paul Durand");
        assertThat(names(model, "performance/1000006", "performer"))
                .containsExactlyInAnyOrder("New York Philharmonic", "Hill, Ureli Corelli", "Otto, Antoinette");
        assertThat(names(model, "work/1000001", "composer")).containsExactly("Beethoven, Ludwig van");
        assertThat(names(model, "work/1000003", "author")).containsExactly("Molière");
        assertThat(model.listSubjectsWithProperty(property("roleName"), "Soprano")
                        .next()
                        .hasProperty(property("roleName"), "Soloist"))
                .isTrue();
    }

    @Test
    void aMovementIsPartOfItsWork() {
        Model model = Shapes.read(Fixture.jsonLd(warehouse, HOUSE));
        Resource part = model.listSubjectsWithProperty(property("name"), "\"Ozean, du Ungeheuer\"")
                .next();
        assertThat(part.getPropertyResourceValue(property("isPartOf"))).isEqualTo(resource(model, "work/1000002"));
        assertThat(model.contains(resource(model, "performance/1000006"), property("workPerformed"), part))
                .isTrue();
    }

    @Test
    void anotherHousesProgrammeStaysOut() {
        assertThat(Fixture.jsonLd(warehouse, HOUSE)).doesNotContain("Another house", "Never played");
    }

    @Test
    void aSimulatedHouseSaysSoOnEveryEvent() {
        Model model = Shapes.read(Fixture.jsonLd(warehouse, Fixture.house("Europe/Paris", true)));
        List<Resource> said = model.listSubjectsWithProperty(
                        property("disambiguatingDescription"), SimulatedNotice.ENGLISH, "en")
                .toList();
        assertThat(said)
                .containsAll(
                        model.listSubjectsWithProperty(property("startDate")).toList())
                .contains(resource(model, "house/celestins"));
        assertThat(Fixture.jsonLd(warehouse, HOUSE)).doesNotContain(SimulatedNotice.ENGLISH);
    }

    @Test
    void oneEntryStandsAloneAndCannotCloseAScript() {
        WarehouseProgramme programme = new WarehouseProgramme(warehouse);
        ProgrammeEntry hostile = programme.entry(new HouseId(1), 1000007).orElseThrow();
        String snippet = programme.jsonLd(HOUSE, hostile, Fixture.BASE);
        assertThat(snippet).doesNotContain("<", ">", "&", "javascript:");
        Model model = Shapes.read(snippet);
        assertThat(values(model, "performance/1000007")).contains("name=</script><script>alert(\"&\")</script>");
        assertThat(Shapes.violations(model)).isEmpty();
        ProgrammeEntry concert = programme.entry(new HouseId(1), 1000006).orElseThrow();
        Model alone = Shapes.read(programme.jsonLd(HOUSE, concert, Fixture.BASE));
        assertThat(names(alone, "work/1000001", "composer")).containsExactly("Beethoven, Ludwig van");
        assertThat(Shapes.violations(alone)).isEmpty();
    }

    private static Resource resource(Model model, String path) {
        return model.getResource(Fixture.BASE + "/id/" + path);
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(SCHEMA, name);
    }

    private static List<String> values(Model model, String path) {
        return resource(model, path).listProperties().toList().stream()
                .map(s -> (s.getPredicate().equals(RDF.type)
                                ? "type"
                                : s.getPredicate().getLocalName()) + "="
                        + (s.getObject().isLiteral() ? s.getLiteral().getLexicalForm() : s.getObject()))
                .toList();
    }

    private static List<String> names(Model model, String path, String property) {
        return resource(model, path).listProperties(property(property)).toList().stream()
                .map(s -> s.getResource().getProperty(property("name")).getString())
                .toList();
    }
}
