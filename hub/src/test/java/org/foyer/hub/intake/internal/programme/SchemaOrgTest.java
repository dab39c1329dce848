package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.foyer.kit.Problem;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Test;

class SchemaOrgTest extends ListedSourceContract {

    /** Bytes of more than is held as one document. */
    private static final long LARGE = 17 << 20;

    private static final String CONTEXT = "\"@context\": \"https://schema.org\"";

    private static final String[] START = {"performance_ref", "title", "day", "time", "hall_zone", "state"};

    @Override
    protected Source source() {
        return new SchemaOrg();
    }

    @Override
    protected String fileName() {
        return "events.jsonld";
    }

    @Override
    protected byte[] sample() throws IOException {
        return resource("/recipes/schema-org-events/sample.json");
    }

    @Override
    protected InputStream longFile(long bytes) {
        return new SequenceInputStream(unended(bytes), new ByteArrayInputStream("]".getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream unended(long bytes) {
        String description = "Un père et ses filles. ".repeat(80);
        return LongFile.of(bytes, "[", n -> (n == 0 ? "" : ",") + """
                {"@context": "https://schema.org", "@type": "Event", "name": "Lear %1$d", "startDate": "2026-02-12T19:30:00", "description": "%2$s"}
                """.formatted(n, description));
    }

    /** A document is kept until it is known to be a large one. */
    @Override
    protected long keptBytesMax() {
        return 23L << 20;
    }

    @Override
    String fileWith(String text) {
        try {
            String quoted = quoted(text);
            return """
                    {"@context": "https://schema.org", "@type": ["TheaterEvent", %1$s], "@id": %1$s, "name": %2$s, "startDate": "2026-02-12T19:30:00",
                     "description": %1$s, "url": %1$s, "genre": %1$s, "image": %1$s,
                     "location": {"@type": "Place", "name": %1$s, "url": %1$s, "address": {"streetAddress": %1$s, "postalCode": %1$s,
                       "addressLocality": %1$s, "addressRegion": %1$s, "addressCountry": %1$s}},
                     "workPerformed": {"@id": %1$s, "name": %1$s, "author": %1$s},
                     "performer": {"@type": "Role", "roleName": %1$s, "performer": {"name": %1$s}}}
                    """.formatted(quoted, quoted("Lear " + text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String event(String rest) {
        return "{\"@context\": \"http://schema.org/\", \"@type\": \"Event\", \"name\": \"Lear\"," + rest + "}";
    }

    private static String on(String start) {
        return event("\"startDate\": \"" + start + "\"");
    }

    @Test
    void partsTakeFromTheWholeWhatTheyDoNotSay() throws IOException {
        String sample = new String(sample(), StandardCharsets.UTF_8);
        assertThat(told(sample, START))
                .containsExactly(
                        "https://theatre.example/lear/1|Le Roi Lear|2026-05-01|20:00|Etc/GMT-2|scheduled",
                        "https://theatre.example/lear/1|Le Roi Lear|2026-05-01|20:00|Etc/GMT-2|scheduled",
                        "https://theatre.example/lear/1|Le Roi Lear|2026-05-01|20:00|Etc/GMT-2|scheduled",
                        "https://theatre.example/lear/2|Le Roi Lear|2026-05-02||house|cancelled",
                        "https://theatre.example/concert|Récital|2026-06-01|18:30|UTC|");
        assertThat(told(sample, "production_ref", "venue", "street", "postcode", "city", "country", "event_type")
                        .get(3))
                .isEqualTo("https://theatre.example/lear|Grand Théâtre|1 place du Théâtre|59000|Lille|FR|TheaterEvent");
        assertThat(told(sample, "work_ref", "work_title", "contributor", "role"))
                .containsExactly(
                        "https://www.wikidata.org/entity/Q181598|Le Roi Lear|William Shakespeare|author",
                        "||Ana Diaz|Lear",
                        "||Troupe du Nord|performer",
                        "https://www.wikidata.org/entity/Q181598|Le Roi Lear|William Shakespeare|author",
                        "|||");
        assertThat(told(sample, "venue", "street").get(4)).isEqualTo("Église Saint-Pierre, 3 rue Haute, Lille|");
        assertThat(codes(sample)).containsExactly("context-elsewhere", "event-ends-before-start", "event-without-date");
    }

    @Test
    void httpHttpsPrefixesAndListsMeanTheSame() throws IOException {
        String[] files = {
            on("2026-05-01T20:00"),
            "[" + on("2026-05-01T20:00") + "]",
            "[[" + on("2026-05-01T20:00:00.000") + "]]",
            """
            {"@context": {"@vocab": "https://schema.org/"}, "type": "Event", "name": "Lear", "startDate": ["2026-05-01T20:00"]}""",
            """
            {"@context": {"s": "http://schema.org/"}, "@type": "s:Event", "s:name": {"@value": "Lear"}, "s:startDate": "2026-05-01T20:00"}""",
            """
            {"@type": "http://schema.org/Event", "https://schema.org/name": "Lear", "http://schema.org/startDate": "2026-05-01T20:00"}""",
            """
            {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": [{"@type": "ListItem",
              "item": {"@type": "Event", "name": "Lear", "startDate": "2026-05-01T20:00"}}]}"""
        };
        for (String file : files) {
            assertThat(told(file, START)).as(file).containsExactly("|Lear|2026-05-01|20:00|house|");
            assertThat(codes(file)).as(file).isEmpty();
        }
    }

    @Test
    void frenchIsChosenBeforeOtherLanguagesAndTwoInOneTextStayTogether() throws IOException {
        assertThat(told("""
                {"@context": "https://schema.org", "@type": "Event", "startDate": "2026-05-01",
                 "name": [{"@language": "en", "@value": "King Lear"}, {"@language": "fr-CA", "@value": "Le Roi Lear"}],
                 "description": "Le roi / The king"}""", "title", "description")).containsExactly("Le Roi Lear|Le roi / The king");
        assertThat(told("""
                {"@context": "https://schema.org", "@type": "Event", "startDate": "2026-05-01", "name": {"nl": "Koning Lear", "en": "King Lear"}}""", "title")).containsExactly("King Lear");
    }

    @Test
    void anIdentifierOfManyEveningsMeansOneOfThem() throws IOException {
        String file = "[" + on("2026-05-01").replace("\"name\"", "\"@id\": \"x\", \"name\"") + ","
                + on("2026-05-02").replace("\"name\"", "\"@id\": \"x\", \"name\"") + "]";
        assertThat(told(file, "performance_ref")).containsExactly("x 2026-05-01", "x 2026-05-02");
    }

    @Test
    void eventsThatHoldEachOtherAreToldOnce() throws IOException {
        assertThat(told("""
                {"@context": "https://schema.org", "@graph": [
                  {"@id": "a", "@type": "Event", "name": "A", "startDate": "2026-05-01", "subEvent": {"@id": "b"}},
                  {"@id": "b", "@type": "Event", "name": "B", "startDate": "2026-05-02", "subEvent": {"@id": "a"}}]}""", "title")).containsExactly("B");
    }

    @Test
    void datesThatAreNoneAndHoursThatNeverWereAreNotTaken() throws IOException {
        assertThat(codes(on("2026-02-30T20:00"))).containsExactly("date-unreadable");
        assertThat(codes(on("01/05/2026"))).containsExactly("date-unreadable");
        assertThat(codes(event("\"startDate\": \"2026-05-01T20:00\", \"endDate\": \"2026-05-01T19:00\"")))
                .containsExactly("event-ends-before-start");
        assertThat(codes(event("\"startDate\": \"2026-05-01T20:00+02:00\", \"endDate\": \"2026-05-01T19:00Z\"")))
                .isEmpty();
        assertThat(codes(event("\"startDate\": \"2026-05-01\", \"endDate\": \"2026-05-01\"")))
                .isEmpty();
        assertThat(told(on("2026-05-01T20:00+05:30"), START)).containsExactly("|Lear|2026-05-01|14:30|UTC|");
    }

    @Test
    void pagesAreReadBlockByBlock() throws IOException {
        String page = "<!DOCTYPE html><html><head><title>x</title><script type=\"application/ld+json\">%s</script>"
                + "<script type='Application/LD+JSON'>%s</script></head><body>…</body></html>";
        String two = page.formatted(on("2026-05-01"), "{broken");
        assertThat(told(two, "title", "day")).containsExactly("Lear|2026-05-01");
        assertThat(codes(two)).containsExactly("page-block-broken");
        assertThat(source().recognises("x", two)).isTrue();
        assertThat(codes(page.formatted("{", ""))).containsExactly("page-block-broken", "page-without-events");
    }

    @Test
    void brokenEndlessAndHugeDocumentsAreRefused() throws IOException {
        assertThat(codes("{\"@context\": \"https://schema.org\",]")).containsExactly("json-broken");
        assertThat(codes("{\"@type\": \"Event\", \"x\": " + "[".repeat(10_000))).containsExactly("json-too-deep");
    }

    private List<String> codes(InputStream file) throws IOException {
        return collected(file).problems.stream().map(Problem::code).toList();
    }

    private static InputStream large(String head, String filling, String end) {
        return new SequenceInputStream(
                LongFile.of(LARGE, head, n -> filling.formatted(n)),
                new ByteArrayInputStream(end.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void largeDocumentsThatAreNoListsAndLargePagesAreRefused() throws IOException {
        assertThat(codes(unended(LARGE))).containsExactly("file-truncated");
        assertThat(codes(large("{\"@context\": \"https://schema.org\"", ", \"p%d\": \"" + "x".repeat(900) + "\"", "}")))
                .containsExactly("document-too-large");
        assertThat(codes(large("<!DOCTYPE html><html>", "<p>%d" + "x".repeat(900), "</html>")))
                .containsExactly("document-too-large");
        String one = "{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"Event\"";
        assertThat(codes(large(one, ", \"p%d\": \"" + "x".repeat(900) + "\"", "}]}")))
                .containsExactly("record-too-long");
        assertThat(codes(large(one + "}", ", {\"p\": \"" + "x".repeat(900) + "\"}", "]} more")))
                .containsExactly("json-broken");
    }

    /** As many texts that mean nothing as it takes stand between what refers to each other. */
    private List<String> toldLarge(String first, String last, String... columns) throws IOException {
        CollectedRows found = collected(large(
                "{\"@graph\": [" + first,
                ", {\"@id\": \"n%d\", \"name\": \"" + "x".repeat(900) + "\"}",
                "," + last + "]," + CONTEXT + "}"));
        assertThat(found.problems).isEmpty();
        return found.rows.stream()
                .map(row -> String.join("|", Stream.of(columns).map(row::get).toList()))
                .toList();
    }

    @Test
    void referencesWithinALargeDocumentAreFollowedWhereverTheyLead() throws IOException {
        String whole = """
                {"@type": "EventSeries", "@id": "run", "name": "Lear", "performer": [{"name": "Ana"}, {"name": "Bo"}],
                 "subEvent": [{"@id": "a"}, {"@id": "b"}]}""";
        String parts = """
                {"@type": "Event", "@id": "a", "startDate": "2026-05-01", "location": {"@id": "hall"}, "performer": {"name": "Ana"}, "superEvent": {"@id": "run"}},
                {"@type": "Event", "@id": "b", "startDate": "2026-05-02", "location": "hall", "performer": {"name": "Bo"}},
                {"@type": "Event", "@id": "c", "startDate": "2026-05-03", "location": "hall", "superEvent": {"@id": "run"}},
                {"@type": "Place", "@id": "hall", "name": "Studio", "containedInPlace": {"@id": "house"}}, {"@type": "Place", "@id": "house", "name": "Odéon"}""";
        String[] columns = {"performance_ref", "production_ref", "title", "day", "hall", "venue", "contributor"};
        List<String> expected = List.of(
                "a|run|Lear|2026-05-01|Studio|Odéon|Ana",
                "b|run|Lear|2026-05-02|Studio|Odéon|Bo",
                "c|run|Lear|2026-05-03|Studio|Odéon|Ana",
                "c|run|Lear|2026-05-03|Studio|Odéon|Bo");
        assertThat(told("{" + CONTEXT + ", \"@graph\": [" + whole + "," + parts + "]}", columns))
                .isEqualTo(expected);
        assertThat(toldLarge(whole, parts, columns)).isEqualTo(expected);
        assertThat(toldLarge(parts, whole, columns)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void inALargeDocumentEventsThatHoldEachOtherAndManyOfOneIdentifierAreToldOnceEach() throws IOException {
        assertThat(toldLarge("""
                {"@id": "a", "@type": "Event", "name": "A", "startDate": "2026-05-01", "subEvent": {"@id": "b"}}""", """
                {"@id": "b", "@type": "Event", "name": "B", "startDate": "2026-05-02", "subEvent": {"@id": "a"}}""", "title")).containsExactly("B");
        assertThat(toldLarge("""
                {"@id": "x", "@type": "Event", "name": "A", "startDate": "2026-05-01"}""", """
                {"@id": "x", "@type": "Event", "name": "A", "startDate": "2026-05-02"}""", "performance_ref")).containsExactly("x 2026-05-01", "x 2026-05-02");
    }

    @Test
    void statesAreThoseOfTheStandardAndOthersAreKeptForTheCheck() throws IOException {
        assertThat(told(
                        event(
                                "\"startDate\": \"2026-05-01\", \"eventStatus\": \"https://schema.org/EventMovedOnline\""),
                        "state"))
                .containsExactly("moved_online");
        assertThat(told(event("\"startDate\": \"2026-05-01\", \"eventStatus\": \"Maybe\""), "state"))
                .containsExactly("Maybe");
    }
}
