package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds and pages of venues, credited names and searches over HTTP, by anyone. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class FeedsApiTest {

    /** With a solidus, an accent, an ampersand and a space: all that addresses and XML do not take as it is. */
    private static final String NAME = "Duo Prévôt/Ruiz & fils";

    private static final String PATH = "/credits/Duo%20Pr%C3%A9v%C3%B4t%2FRuiz%20%26%20fils";

    private static final String EVENT = """
            {"@type": "TheaterEvent", "@id": "https://house.example/%1$s", "name": "%2$s", "startDate": "%3$s",
             "eventStatus": "http://schema.org/Event%4$s",
             "location": {"@type": "Place", "name": "Salle Verte", "address": {"@type": "PostalAddress",
               "streetAddress": "1 rue des Lilas", "postalCode": "69002", "addressLocality": "Lyon",
               "addressRegion": "Auvergne-Rhône-Alpes", "addressCountry": "FR"}},
             "director": {"@type": "Person", "name": "%5$s"}}""";

    @BeforeEach
    void programme() {
        People.node();
        importOf(List.of(
                event("b1", "Brumelune <&>", 20, "Scheduled"),
                event("b2", "Brumelune <&>", 21, "Cancelled"),
                event("o1", "Orvaline", 30, "Scheduled")));
        People.node().search().settle(Duration.ofMinutes(2));
    }

    private static String event(String id, String title, int days, String status) {
        LocalDateTime at = People.today().plusDays(days).atTime(20, 30);
        return EVENT.formatted(id, title, at.atZone(ZoneId.of("Europe/Paris")).toOffsetDateTime(), status, NAME);
    }

    private static void importOf(List<String> events) {
        String document = "{\"@context\": \"http://schema.org/\", \"@graph\": [" + String.join(",", events) + "]}";
        Response file = People.as("editor")
                .contentType(ContentType.BINARY)
                .body(document.getBytes(StandardCharsets.UTF_8))
                .post("/api/houses/one/files?name=feeds.jsonld");
        assertThat(file.statusCode()).as(file.asString()).isEqualTo(201);
        Response run = People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "files",
                        List.of(Map.of("sha256", file.<String>path("sha256"), "name", "feeds.jsonld")),
                        "dryRun",
                        false))
                .post("/api/houses/one/runs");
        assertThat(run.statusCode()).as(run.asString()).isLessThan(300);
    }

    private static Response get(String address) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .accept("*/*")
                .redirects()
                .follow(false)
                .get(address);
    }

    private static String page(String address, String language) {
        Response answer = RestAssured.given()
                .urlEncodingEnabled(false)
                .accept("text/html")
                .header("Accept-Language", language)
                .get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.asString()).doesNotContain("{t:", "{view.", "{show.");
        return answer.asString();
    }

    /** Address of the venue's page, from the public page of a show. */
    private static String place() {
        String found = get("/api/search?q=Brumelune").path("shows[0].page");
        Matcher link =
                Pattern.compile("/h/one/places/\\d+").matcher(page(found.replaceFirst("^https?://[^/]+", ""), "fr"));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static List<String> uids(String calendar) {
        return calendar.replace("\r\n ", "")
                .lines()
                .filter(line -> line.startsWith("UID:"))
                .sorted()
                .toList();
    }

    @Test
    void aSearchNearATownIsAnsweredAndAnUnknownTownIsToldApart() {
        String found = "/api/search?q=Brumelune&within=5&near=";
        assertThat(RestAssured.get(found + "69002").jsonPath().getInt("total")).isEqualTo(1);
        assertThat(RestAssured.get(found + "69002").jsonPath().getString("near"))
                .isEqualTo("Lyon 2e Arrondissement (69002)");
        assertThat(RestAssured.get(found + "Marseille").jsonPath().getInt("total"))
                .isZero();
        assertThat(RestAssured.get("/api/search?q=Brumelune&age=7").jsonPath().getInt("silent.age"))
                .isEqualTo(1);
        assertThat(RestAssured.get(found + "Nirgendwo").statusCode()).isEqualTo(400);
        assertThat(RestAssured.get("/api/search?age=old").statusCode()).isEqualTo(400);
        Response page = RestAssured.given().accept("text/html").get("/search?near=Villeurb");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Villeurbanne (69100)").contains("near=Villeurbanne");
    }

    @Test
    void aVenueHasAPageAndItsIdentifierLeadsThere() {
        String place = place();
        assertThat(page(place, "en"))
                .contains("<h1>Salle Verte</h1>", "Brumelune &lt;&amp;&gt;", "1 rue des Lilas, 69002 Lyon")
                .contains("2 dates, the last on", "dates ahead", "<link rel=\"canonical\"", "text/calendar")
                .contains("application/rss+xml", "\"@type\":\"Place\"", "/id/place/");
        assertThat(page(place, "fr")).contains("À venir", "Ces dates dans mon agenda");
        Response identifier = RestAssured.given()
                .accept("text/html")
                .redirects()
                .follow(false)
                .get("/id/place/" + place.replaceFirst(".*/", "") + "/hall/Salle");
        assertThat(identifier.statusCode()).as("a hall that nobody named").isEqualTo(404);
        identifier = RestAssured.given()
                .accept("text/html")
                .redirects()
                .follow(false)
                .get("/id/place/" + place.replaceFirst(".*/", ""));
        assertThat(identifier.statusCode()).isEqualTo(303);
        assertThat(identifier.header("Location")).endsWith(place);
        assertThat(get("/h/two/" + place.replaceFirst(".*/places", "places")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCreditedNameHasAPage() {
        assertThat(page(PATH, "en"))
                .contains("<h1>Duo Prévôt/Ruiz &amp; fils</h1>", "Orvaline", "People who share a name")
                .contains("3 dates ahead.");
        assertThat(get("/credits/nobody").<String>path("code")).isEqualTo("credit-unknown");
        assertThat(get("/sitemap.xml").asString()).contains(PATH + "</loc>", place() + "</loc>");
    }

    @Test
    void theSameDatesHaveTheSameUidsInEveryCalendar() {
        String ofPlace = get(place() + "/dates.ics").asString();
        Response ofName = get(PATH + "/dates.ics");
        assertThat(ofName.contentType()).startsWith("text/calendar");
        assertThat(uids(ofPlace)).hasSize(3).isEqualTo(uids(ofName.asString()));
        assertThat(ofPlace)
                .contains("STATUS:CANCELLED", "LAST-MODIFIED:", "SEQUENCE:")
                .doesNotContain("DTEND");
        String searched = get("/search.ics?q=brumelune&lang=fr").asString();
        assertThat(uids(searched)).hasSize(2).allMatch(uids(ofPlace)::contains);
        assertThat(searched).contains("NAME:Foyer\u00a0: brumelune");
        String day = People.today().plusDays(21).toString();
        assertThat(uids(get("/search.ics?q=brumelune&from=" + day + "&to=" + day)
                        .asString()))
                .hasSize(1);
        assertThat(uids(get("/search.ics?q=qqzzqq").asString())).isEmpty();
        assertThat(get("/search.ics?when=never").<String>path("code")).isEqualTo("parameter-unreadable");
        assertThat(uids(get("/h/one/programme.ics").asString())).containsAll(uids(ofPlace));
    }

    @Test
    void newsAreTheSameShowsInEveryFeed() {
        for (String address : List.of(
                "/news.rss?lang=en",
                "/h/one/news.rss?lang=en",
                place() + "/news.rss?lang=en",
                PATH + "/news.rss?lang=en",
                "/search.rss?q=brumelune&lang=en")) {
            Response answer = get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.contentType()).startsWith("application/rss+xml");
            XmlPath feed = new XmlPath(answer.asString());
            List<String> titles = feed.getList("rss.channel.item.title");
            assertThat(titles).as(address).contains("Announced: Brumelune <&>");
            assertThat(feed.getList("rss.channel.item.guid", String.class))
                    .doesNotHaveDuplicates()
                    .allMatch(guid -> guid.contains("/id/run/"));
            assertThat(feed.getList("rss.channel.item.pubDate", String.class)).hasSameSizeAs(titles);
            assertThat(feed.getString("rss.channel.link")).startsWith("http");
            assertThat(feed.getList(
                                    "rss.channel.item.find { it.title == 'Announced: Brumelune <&>' }.description",
                                    String.class)
                            .toString())
                    .contains("2 dates", "(Cancelled)");
        }
        assertThat(new XmlPath(get("/h/one/news.rss?lang=fr").asString())
                        .getList("rss.channel.item.title", String.class))
                .contains("Annoncé\u00a0: Brumelune <&>");
        assertThat(get("/search.rss?q=qqzzqq").statusCode()).isEqualTo(200);
    }

    @Test
    void aProgrammeIsATableForProgramsAndForSpreadsheets() throws Exception {
        String days = "?from=" + People.today() + "&to=" + People.today().plusDays(40);
        Response machine = get("/h/one/programme.csv" + days);
        assertThat(machine.contentType()).startsWith("text/csv");
        assertThat(machine.asString())
                .startsWith("id,day,starts,starts_at,state,title,")
                .contains(",Brumelune <&>,", "T20:30", "Z,cancelled,", "/shows/", NAME + " (");
        String excel = RestAssured.given()
                .header("Accept-Language", "fr")
                .get("/h/one/programme.csv" + days + "&for=excel")
                .asString();
        assertThat(excel).startsWith("\ufeffIdentifiant;Jour;Début;").contains(" 20:30;", ";Annulée;");
        assertThat(get("/h/one/programme.csv?for=lotus").<String>path("code")).isEqualTo("parameter-unreadable");
        Response workbook = get("/h/one/programme.xlsx" + days);
        try (ReadableWorkbook read = new ReadableWorkbook(workbook.asInputStream())) {
            List<Row> rows = read.getFirstSheet().read();
            List<Row> brumelune = rows.stream()
                    .filter(row -> row.getCellAsString(5).orElse("").equals("Brumelune <&>"))
                    .toList();
            assertThat(brumelune).hasSize(2);
            assertThat(brumelune.get(0).getCellAsDate(2))
                    .hasValue(People.today().plusDays(20).atTime(20, 30));
        }
    }

    @Test
    void aStewardSaysTheLicenceAndTheDescriptionTellsIt() {
        assertThat(get("/api/houses/one/licence").<Object>path("licence")).isNull();
        assertThat(get("/api/catalog").asString()).contains("dcat:Catalog").doesNotContain("dct:license");
        Response said = People.as("steward")
                .contentType(ContentType.JSON)
                .body(Map.of("licence", "CC0-1.0"))
                .put("/api/houses/one/licence");
        assertThat(said.<String>path("licence.id")).as(said.asString()).isEqualTo("CC0-1.0");
        assertThat(RestAssured.given()
                        .accept("application/ld+json")
                        .get("/api/catalog")
                        .asString())
                .contains("https://creativecommons.org/publicdomain/zero/1.0/");
        assertThat(page("/h/one/programme", "en"))
                .contains("rel=\"license external\">CC0 1.0", "CSV for Excel")
                .doesNotContain("<select id=\"licence\"");
        assertThat(People.as("steward")
                        .accept("text/html")
                        .get("/h/one/programme")
                        .asString())
                .contains("<select id=\"licence\"");
        Response unknown = People.as("steward")
                .contentType(ContentType.JSON)
                .body(Map.of("licence", "WTFPL"))
                .put("/api/houses/one/licence");
        assertThat(unknown.<String>path("code")).isEqualTo("licence-unknown");
        People.as("steward").contentType(ContentType.JSON).body("{}").put("/api/houses/one/licence");
        assertThat(get("/api/houses/one/licence").<Object>path("licence")).isNull();
        assertThat(get("/dumps/one/2020-01-01.nt.gz").<String>path("code")).isEqualTo("dump-unknown");
        assertThat(get("/dumps/one/..%2F2020.nt.gz").statusCode()).isEqualTo(404);
        assertThat(RestAssured.given().accept("image/png").get("/api/catalog").statusCode())
                .isEqualTo(406);
    }
}
