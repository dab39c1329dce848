package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A programme goes out as JSON-LD, comes in again in another house by our own recipe, and says the same. Warnings and genres have no property of
 * their own there; genres leave as concepts, which only another node reads.
 */
class JsonLdRoundTripTest {

    private static final String DESCRIBED =
            "select p.title, d.kind, d.property, d.language, d.value from description_now d"
                    + " left join performance f on d.kind = 'performance' and f.house = d.house and f.id = d.thing"
                    + " join production p on p.house = d.house and p.id = case when d.kind = 'production' then d.thing else f.production end"
                    + " where d.house = 1 and d.property not in ('genre', 'producer', 'warnings') order by all";

    private static final String DATES =
            "select f.day, f.starts_local, f.starts_at, f.state, f.capacity, f.hall, p.title, p.description, p.url, v.name,"
                    + " v.street, v.postcode, v.city, v.region, v.country from performance f join production p on p.house = f.house and p.id = f.production"
                    + " left join venue v on v.house = f.house and v.id = f.venue where f.house = 1 order by all";

    private static final String PEOPLE =
            "select distinct f.day, c.name, c.role from contribution c join performance f on f.house = c.house"
                    + " and f.id = c.performance where c.house = 1 order by all";

    private static final String FILE = """
            {"@context": "https://schema.org", "@graph": [
              {"@type": "TheaterEvent", "@id": "https://t.example/1", "name": ["De Meeuw", {"@language": "fr", "@value": "La Mouette"},
                 {"@language": "en", "@value": "The Seagull"}],
               "description": ["Een meer.", {"@language": "fr", "@value": "Un lac <3 & « des »."}], "alternateName": "Komedie",
               "startDate": "2026-05-01T20:00:00+02:00", "duration": "PT2H5M", "url": "https://t.example/meeuw",
               "image": {"contentUrl": "https://t.example/m.jpg", "creditText": "Ana Roy", "license": "CC BY 4.0"},
               "inLanguage": ["nl", "ru"], "subtitleLanguage": ["fr", "en"], "typicalAgeRange": "12-99",
               "audience": [{"@type": "Audience", "audienceType": "Jeune public"}, {"@type": "EducationalAudience"}],
               "accessibilityFeature": ["signLanguage", "audioDescription", "Boucle magnétique", "braille"],
               "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode", "maximumAttendeeCapacity": 300,
               "offers": {"lowPrice": "8.50", "highPrice": 30, "priceCurrency": "EUR", "availability": "https://schema.org/LimitedAvailability"},
               "location": {"@type": "Place", "name": "Théâtre", "address": {"streetAddress": "1 rue", "postalCode": "69001", "addressLocality": "Lyon",
                 "addressRegion": "Auvergne-Rhône-Alpes", "addressCountry": "FR"}},
               "contributor": {"@type": "Role", "roleName": "Mise en scène", "contributor": {"name": "Jeanne Martin"}}},
              {"@type": "Event", "@id": "https://t.example/2", "name": "Lear", "startDate": "2026-05-02", "location": {"@type": "Place", "name": "Salle",
                 "address": {"addressLocality": "Bron", "addressCountry": "FR"}}, "offers": {"price": "0"},
               "typicalAgeRange": "8-", "eventStatus": "https://schema.org/EventCancelled"}]}
            """;

    @TempDir
    Path folder;

    private static RunReport give(IntakeStand stand, String name, String text) {
        return stand.run(IntakeStand.PARIS, stand.receive(name, text));
    }

    @Test
    void whatGoesOutComesInAgain() throws IOException {
        House house = Fixture.house("Europe/Paris", false);
        try (IntakeStand one = new IntakeStand(folder.resolve("one"));
                IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            assertThat(give(one, "site.json", FILE).problems()).isEmpty();
            String out = Fixture.jsonLd(one.warehouse, house);
            RunReport report = give(other, "programme.jsonld", out);
            assertThat(report.recipe().name()).isEqualTo("schema-org-events");
            List<String> described = one.query(DESCRIBED);
            assertThat(described)
                    .hasSizeGreaterThan(20)
                    .contains(
                            "De Meeuw|production|title|fr|La Mouette",
                            "De Meeuw|performance|duration||125",
                            "De Meeuw|performance|audience||Jeune public, schools");
            assertThat(other.query(DESCRIBED)).isEqualTo(described);
            assertThat(other.query(DATES)).isEqualTo(one.query(DATES));
            assertThat(other.query(PEOPLE)).isEqualTo(one.query(PEOPLE));
            assertThat(Shapes.objections(Shapes.read(out))).isEmpty();
            assertThat(Shapes.olderViolationsButPerformers(Shapes.read(out))).isEmpty();
        }
    }

    private static final int MANY = 300;

    /** Dates of half as many shows, each with much to say, in a document. */
    private static String many(int from, int to) {
        // three bytes a character
        String words = "海は夏も冬もまた始まる。 ".repeat(1_080);
        return IntStream.range(from, to)
                .mapToObj(date -> """
                        {"@type": "TheaterEvent", "@id": "https://t.example/%1$d", "name": "Spectacle %2$d", "description": "%2$d %3$s",
                         "startDate": "2026-%4$02d-%5$02dT20:00:00+01:00", "superEvent": {"@type": "EventSeries", "@id": "https://t.example/s/%2$d"},
                         "location": {"@type": "Place", "name": "Salle %6$d"}, "typicalAgeRange": "%7$d-", "inLanguage": "fr",
                         "performer": {"name": "Acteur %8$d"},
                         "workPerformed": {"@id": "https://t.example/w/%2$d", "name": "Pièce %2$d", "author": {"name": "Autrice %2$d"}}}""".formatted(
                        date, date / 2, words, 1 + date % 2, 1 + date % 27, date / 2 % 9, date / 2 % 12, date % 31))
                .collect(Collectors.joining(",\n", "{\"@context\": \"https://schema.org\", \"@graph\": [", "]}"));
    }

    @Test
    void aProgrammeOfManyMegabytesComesInAgainAsItWentOut() throws IOException {
        House house = Fixture.house("Europe/Paris", false);
        try (IntakeStand one = new IntakeStand(folder.resolve("one"));
                IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            assertThat(give(one, "first.json", many(0, MANY / 2)).problems()).isEmpty();
            assertThat(give(one, "second.json", many(MANY / 2, MANY)).problems())
                    .isEmpty();
            String out = Fixture.jsonLd(one.warehouse, house);
            assertThat(out.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(16 << 20);
            assertThat(give(other, "programme.jsonld", out).problems()).isEmpty();
            for (String what : List.of(DATES, PEOPLE, DESCRIBED)) {
                assertThat(other.query(what))
                        .hasSizeGreaterThanOrEqualTo(MANY)
                        .containsExactlyElementsOf(one.query(what));
            }
        }
    }

    @Test
    void textsLengthAndAccessAreInTheGraph() throws IOException {
        try (IntakeStand one = new IntakeStand(folder.resolve("one"))) {
            give(one, "site.json", FILE);
            String out = Fixture.jsonLd(one.warehouse, Fixture.house("Europe/Paris", false));
            assertThat(out)
                    .contains("\"duration\":\"PT2H5M\"")
                    .contains(
                            "\"audience\":[{\"@type\":\"Audience\",\"audienceType\":\"Jeune public\"},{\"@type\":\"EducationalAudience\","
                                    + "\"audienceType\":\"schools\"}]")
                    .contains("/id/vocabulary/audiences/young-audience\"", "/id/vocabulary/audiences/schools\"")
                    .contains("\"subtitleLanguage\":[\"fr\",\"en\"]")
                    .contains(
                            "\"accessibilityFeature\":[\"signLanguage\",\"audioDescription\",\"Boucle magnétique\",\"braille\"]")
                    .contains(
                            "\"name\":[\"De Meeuw\",{\"@language\":\"en\",\"@value\":\"The Seagull\"},{\"@language\":\"fr\"");
        }
    }

    @Test
    void turtleSaysTheSame() throws IOException {
        House house = Fixture.house("Europe/Paris", false);
        try (IntakeStand one = new IntakeStand(folder.resolve("one"))) {
            give(one, "site.json", FILE);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Descriptions(one.warehouse)
                    .write(house, Fixture.FIRST, Fixture.LAST, Fixture.BASE, RdfForm.TURTLE, out);
            Model turtle = ModelFactory.createDefaultModel();
            RDFDataMgr.read(turtle, new ByteArrayInputStream(out.toByteArray()), Lang.TURTLE);
            assertThat(turtle.isIsomorphicWith(Shapes.read(Fixture.jsonLd(one.warehouse, house))))
                    .isTrue();
            assertThat(turtle.contains(
                            null,
                            turtle.createProperty("http://schema.org/name"),
                            turtle.createLiteral("La Mouette", "fr")))
                    .isTrue();
        }
    }
}
