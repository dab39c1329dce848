package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Identifiers and questions over HTTP, by anyone. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class LinkedDataApiTest {

    private static final String SALES = """
            billet;opération;date de vente;montant;spectacle;date
            L1;vente;01/05/2025 10:00;20,00;Quixelle;14/11/2025 20:00
            """;

    private static final String QUIXELLE = "prefix schema: <http://schema.org/>"
            + " select ?e { ?e schema:name \"Quixelle\" ; schema:organizer ?o ; schema:superEvent ?r }";

    @BeforeEach
    void sales() {
        People.node();
        importOf(SALES.getBytes(StandardCharsets.UTF_8), "linked.csv");
    }

    /** Number of the run. */
    private static int importOf(byte[] sales, String name) {
        Response file = People.as("editor")
                .contentType(ContentType.BINARY)
                .body(sales)
                .post("/api/houses/one/files?name=" + name);
        return People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "files", List.of(Map.of("sha256", file.<String>path("sha256"), "name", name)), "dryRun", false))
                .post("/api/houses/one/runs")
                .path("run");
    }

    private static RequestSpecification anyone(String accept) {
        return RestAssured.given().accept(accept).redirects().follow(false);
    }

    private static String identifier() {
        return identifier("Quixelle");
    }

    private static String identifier(String title) {
        return "/id/performance/"
                + RestAssured.get("/api/houses/one/programme?from=2025-11-14&to=2025-11-14")
                        .jsonPath()
                        .getString("items.find { it.production.title == '" + title + "' }.performance.id");
    }

    @Test
    void aBrowserIsLedToThePageAndMachinesGetWhatTheyAskFor() {
        String identifier = identifier();
        Response browser = anyone("text/html,application/xhtml+xml,*/*;q=0.8").get(identifier);
        assertThat(browser.statusCode()).isEqualTo(303);
        assertThat(browser.header("Location"))
                .contains("/h/one/shows/")
                .endsWith("#p" + identifier.replaceFirst(".*/", ""));
        assertThat(browser.header("Vary")).contains("Accept");
        for (String type :
                List.of("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml")) {
            Response told = anyone(type).get(identifier);
            assertThat(told.statusCode()).as(type).isEqualTo(200);
            assertThat(told.contentType()).startsWith(type);
            assertThat(told.asString()).contains("Quixelle").contains(identifier);
        }
        assertThat(anyone("text/turtle;q=0.5, application/ld+json")
                        .get(identifier)
                        .contentType())
                .startsWith("application/ld+json");
        assertThat(anyone("image/png").get(identifier).statusCode()).isEqualTo(406);
        assertThat(anyone("text/turtle").get("/id/performance/7").<String>path("code"))
                .isEqualTo("identifier-unknown");
        assertThat(anyone("text/turtle").get("/id/house/one").asString()).contains("/id/house/one");
    }

    @Test
    void aTakenBackPerformanceIsGoneAndAnswersToTheSameIdentifierWhenItReturns() {
        byte[] sales =
                SALES.replace("Quixelle", "Sombreval").replace("L1", "S1").getBytes(StandardCharsets.UTF_8);
        int run = importOf(sales, "sombreval.csv");
        String identifier = identifier("Sombreval");
        assertThat(anyone("text/turtle").get(identifier).statusCode()).isEqualTo(200);
        Response undone = People.as("editor").post("/api/houses/one/runs/" + run + "/undo");
        assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(200);
        Response gone = anyone("text/turtle").header("Accept-Language", "en").get(identifier);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.<String>path("code")).isEqualTo("identifier-gone");
        assertThat(anyone("text/html")
                        .header("Accept-Language", "fr")
                        .get(identifier)
                        .asString())
                .contains("a été retiré de la programmation le");
        importOf(sales, "sombreval.csv");
        assertThat(identifier("Sombreval")).isEqualTo(identifier);
        assertThat(anyone("text/turtle").get(identifier).asString()).contains("Sombreval");
    }

    /** Other tests of this node add changes, so the feed is read to its end. */
    @Test
    void changesAreReadPageByPageToAnEndThatCanBeAskedAgain() {
        String identifier = identifier();
        String after = "0-0";
        boolean told = false;
        for (int pages = 0; pages < 100; pages++) {
            Response page =
                    anyone("application/json").queryParam("after", after).get("/api/programme-changes");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.header("Access-Control-Allow-Origin")).isEqualTo("*");
            told |= page.<List<String>>path("items.findAll { it.state == 'updated' }.id").stream()
                    .anyMatch(id -> id.endsWith(identifier));
            String next = page.<String>path("next").replaceFirst(".*after=", "");
            if (next.equals(after)) {
                break;
            }
            after = next;
        }
        assertThat(told).isTrue();
        assertThat(anyone("application/json")
                        .queryParam("after", after)
                        .get("/api/programme-changes")
                        .<List<Object>>path("items"))
                .isEmpty();
        assertThat(anyone("application/json")
                        .queryParam("after", "1; drop")
                        .get("/api/programme-changes")
                        .<String>path("code"))
                .isEqualTo("parameter-unreadable");
    }

    @Test
    void anotherSiteMayShowTheProgrammeAndBringsNoCookie() {
        Response shown = RestAssured.given()
                .header("Origin", "https://house.example")
                .get("/api/houses/one/programme/shown?from=2025-11-14&to=2025-11-14&limit=50");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(shown.header("Set-Cookie")).isNull();
        assertThat(shown.<String>path("house")).isEqualTo("House one");
        assertThat(shown.<String>path("page")).endsWith("/h/one/programme");
        String quixelle = "shows.find { it.title == 'Quixelle' }.";
        assertThat(shown.<String>path(quixelle + "day")).isEqualTo("2025-11-14");
        assertThat(shown.<String>path(quixelle + "starts")).startsWith("2025-11-14T20:00");
        assertThat(shown.<String>path(quixelle + "state")).isEqualTo("scheduled");
        assertThat(shown.<String>path(quixelle + "address")).contains("/h/one/shows/");
        assertThat(RestAssured.get("/api/houses/one/programme/shown?limit=1000").statusCode())
                .isEqualTo(400);
        Response script = RestAssured.get("/widget.js");
        assertThat(script.contentType()).startsWith("text/javascript");
        assertThat(script.header("Cache-Control")).contains("max-age=3600");
        assertThat(script.asString()).doesNotContain("innerHTML", "cookie", "localStorage");
        assertThat(RestAssured.given()
                        .accept("text/html")
                        .get("/h/one/programme")
                        .asString())
                .contains("/widget.js&quot; data-house=&quot;one&quot;&gt;&lt;/script&gt;");
    }

    @Test
    void aShowHasAPageToBeReadSharedAndFound() {
        String page = anyone("text/html").get(identifier()).header("Location").replaceFirst("#.*", "");
        String html = RestAssured.given()
                .accept("text/html")
                .header("Accept-Language", "en")
                .get(page)
                .asString();
        assertThat(html)
                .contains("<h1>Quixelle</h1>", "Past dates", "Lasting identifier:", "<link rel=\"canonical\"")
                .contains("og:title\" content=\"Quixelle", "<script type=\"application/ld+json\">{")
                .doesNotContain("{t:", "{view.");
        String dates = RestAssured.get(page + "/dates.ics").asString();
        assertThat(dates).contains("BEGIN:VEVENT", "SUMMARY:Quixelle").containsOnlyOnce("BEGIN:VEVENT");
        assertThat(RestAssured.given()
                        .accept("text/html")
                        .get("/h/one/shows/1-2025-0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(RestAssured.given()
                        .accept("text/html")
                        .get("/h/two/" + page.replaceFirst(".*/shows", "shows"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void searchEnginesAreToldOfEachShow() {
        String page = anyone("text/html").get(identifier()).header("Location").replaceFirst("#.*", "");
        assertThat(RestAssured.get("/robots.txt").asString()).contains("Disallow: /api/\n", "/sitemap.xml\n");
        Response map = RestAssured.get("/sitemap.xml");
        assertThat(map.contentType()).startsWith("application/xml");
        List<String> addresses = map.xmlPath().getList("urlset.url.loc", String.class);
        assertThat(addresses)
                .doesNotHaveDuplicates()
                .anyMatch(address -> address.endsWith("/h/one/programme"))
                .anyMatch(address -> address.endsWith(page.replaceFirst("^https?://[^/]*", "")));
    }

    @Test
    void wholeProgrammesComeAsTurtleAndTriples() {
        String days = "?from=2025-11-14&to=2025-11-14";
        assertThat(anyone("*/*").get("/h/one/programme.ttl" + days).asString()).contains("\"Quixelle\"");
        assertThat(anyone("*/*").get("/h/one/programme.nt" + days).asString())
                .contains("<http://schema.org/name> \"Quixelle\" .");
    }

    /** The graph may be as old as half a minute, and the tests before this one changed it. */
    @Test
    void questionsAreAnsweredByGetAndBothKindsOfPost() throws InterruptedException {
        String identifier = identifier();
        Response got = anyone("text/csv").queryParam("query", QUIXELLE).get("/sparql");
        for (int wait = 0; wait < 40 && !got.asString().contains(identifier); wait++) {
            Thread.sleep(1_000);
            got = anyone("text/csv").queryParam("query", QUIXELLE).get("/sparql");
        }
        assertThat(got.asString()).contains(identifier);
        assertThat(got.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(anyone("text/csv")
                        .contentType(ContentType.URLENC)
                        .formParam("query", QUIXELLE)
                        .post("/sparql")
                        .asString())
                .isEqualTo(got.asString());
        assertThat(anyone("text/csv")
                        .contentType("application/sparql-query")
                        .body(QUIXELLE.getBytes(StandardCharsets.UTF_8))
                        .post("/sparql")
                        .asString())
                .isEqualTo(got.asString());
        Response unreadable =
                anyone("application/json").queryParam("query", "select").get("/sparql");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.<String>path("code")).isEqualTo("sparql-unreadable");
        assertThat(anyone("application/json").get("/sparql").<String>path("code"))
                .isEqualTo("sparql-missing");
    }
}
