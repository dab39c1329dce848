package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The reconciliation service as a client such as OpenRefine uses it. Answers are held against schemas that were written by hand from
 * the text of the specification.
 */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class ReconciliationApiTest {

    private static final String PATH = "/api/reconciliation";

    private static final String SALES = """
            billet;opération;date de vente;montant;spectacle;date;salle
            R1;vente;01/05/2025 10:00;20,00;Zerbinelle <3&;14/11/2025 20:00;
            R2;vente;01/05/2025 10:00;20,00;Zerbinelle <3&;15/11/2025 20:00;
            R3;vente;01/05/2025 10:00;20,00;Trimazurka;15/11/2025 20:00;
            """;

    @BeforeEach
    void sales() {
        People.node();
        Response file = People.as("editor")
                .contentType(ContentType.BINARY)
                .body(SALES.getBytes(StandardCharsets.UTF_8))
                .post("/api/houses/one/files?name=reconciled.csv");
        People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "files",
                        List.of(Map.of("sha256", file.<String>path("sha256"), "name", "reconciled.csv")),
                        "dryRun",
                        false))
                .post("/api/houses/one/runs");
        People.node().search().settle(Duration.ofMinutes(1));
    }

    private static Response valid(Response response, String schema) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        try (var in = ReconciliationApiTest.class.getResourceAsStream("/site/reconciliation/" + schema + ".json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(in)
                            .validate(response.asString(), InputFormat.JSON))
                    .isEmpty();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return response;
    }

    private static Response batch(String queries) {
        return RestAssured.given().formParam("queries", queries).post(PATH);
    }

    private static String show() {
        return valid(batch("{\"q\":{\"query\":\"zerbinelle b\",\"type\":\"EventSeries\"}}"), "results")
                .path("q.result[0].id");
    }

    @Test
    void theManifestSaysWhatThereIsAndEachOfItAnswers() {
        Response manifest = valid(RestAssured.get(PATH), "manifest");
        assertThat(manifest.<String>path("logo")).isNotNull();
        assertThat(RestAssured.get(manifest.<String>path("logo")).statusCode()).isEqualTo(200);
        String id = show();
        for (String template : List.of("view.url", "preview.url")) {
            assertThat(RestAssured.given()
                            .redirects()
                            .follow(false)
                            .urlEncodingEnabled(false)
                            .get(manifest.<String>path(template).replace("{{id}}", id))
                            .statusCode())
                    .as(template)
                    .isIn(200, 303);
        }
        assertThat(RestAssured.given()
                        .urlEncodingEnabled(false)
                        .get(manifest.<String>path("feature_view.url").replace("{{id}}", "letters"))
                        .statusCode())
                .isEqualTo(200);
        for (Map.Entry<String, String> what :
                Map.of("entity", "zerb", "type", "per", "property", "to").entrySet()) {
            String service = manifest.<String>path("suggest." + what.getKey() + ".service_url")
                    + manifest.<String>path("suggest." + what.getKey() + ".service_path");
            Response suggested = valid(
                    RestAssured.given()
                            .header("Accept-Language", "en")
                            .queryParam("prefix", what.getValue())
                            .get(service),
                    "suggestions");
            assertThat(suggested.<List<String>>path("result.id"))
                    .as(what.getKey())
                    .isNotEmpty();
            String flyout = manifest.<String>path("suggest." + what.getKey() + ".flyout_service_url")
                    + manifest.<String>path("suggest." + what.getKey() + ".flyout_service_path")
                            .replace("${id}", suggested.<String>path("result.id[0]"));
            Response told = RestAssured.get(flyout);
            assertThat(told.statusCode()).as(flyout).isEqualTo(200);
            assertThat(told.<String>path("html")).isNotEmpty().doesNotContain("<3");
        }
    }

    @Test
    void aBatchIsAnsweredByItsKeysThroughBothWays() {
        String queries =
                "{\"a\":{\"query\":\"Trimazurka\",\"type\":[\"EventSeries\"],\"limit\":3,\"type_strict\":\"any\"},"
                        + "\"b\":{\"query\":\"trimazruka\",\"properties\":[{\"pid\":\"house\",\"v\":{\"id\":\"house-one\",\"name\":\"One\"}},"
                        + "{\"pid\":\"performances\",\"v\":[1,true]}]},\"c\":{\"query\":\"Qqqqq\",\"type\":\"Unknown\"}}";
        Response posted = valid(batch(queries), "results");
        assertThat(posted.<String>path("a.result[0].name")).isEqualTo("Trimazurka");
        assertThat(posted.<Boolean>path("a.result[0].match")).isTrue();
        assertThat(posted.<List<String>>path("a.result[0].features.id")).contains("name", "words", "letters", "type");
        assertThat(posted.<String>path("a.result[0].type[0].id")).isEqualTo("EventSeries");
        assertThat(posted.<String>path("b.result[0].name")).isEqualTo("Trimazurka");
        assertThat(posted.<List<Object>>path("c.result")).isEmpty();
        Response got = valid(RestAssured.given().queryParam("queries", queries).get(PATH), "results");
        assertThat(got.asString()).isEqualTo(posted.asString());
        Response single = RestAssured.given().queryParam("query", "Trimazurka").get(PATH);
        assertThat(single.<String>path("result[0].name")).isEqualTo("Trimazurka");
    }

    @Test
    void columnsAreAddedFromWhatIsKnown() {
        Response proposed = valid(RestAssured.get(PATH + "/properties?type=EventSeries&limit=50"), "properties");
        String asked = proposed.<List<String>>path("properties.id").stream()
                .map(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(","));
        String id = show();
        Response told = valid(
                RestAssured.given()
                        .formParam("extend", "{\"ids\":[\"" + id + "\",\"show-0-0-0\"],\"properties\":[" + asked + "]}")
                        .post(PATH),
                "extension");
        assertThat(told.<Integer>path("rows.'" + id + "'.performances[0].int")).isEqualTo(2);
        assertThat(told.<String>path("rows.'" + id + "'.first[0].date")).isEqualTo("2025-11-14T00:00:00");
        assertThat(told.<String>path("rows.'" + id + "'.house[0].id")).isEqualTo("house-one");
        assertThat(told.<List<Object>>path("rows.'show-0-0-0'.first")).isEmpty();
    }

    @Test
    void aPreviewMayBeFramedAndHoldsNoMarkupOfOthers() {
        Response page = RestAssured.given().queryParam("id", show()).get(PATH + "/preview");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("frame-ancestors *")
                .contains("default-src 'none'");
        assertThat(page.headers().getValues("Content-Security-Policy")).hasSize(1);
        assertThat(page.header("X-Frame-Options")).isNull();
        assertThat(page.asString()).contains("Zerbinelle &lt;3&amp;").doesNotContain("<3");
    }

    @Test
    void aPageOfAnotherSiteMayAsk() {
        Response posted = RestAssured.given()
                .header("Origin", "https://elsewhere.example")
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("queries", "{\"q\":{\"query\":\"Trimazurka\"}}")
                .post(PATH);
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(RestAssured.given()
                        .header("Origin", "https://elsewhere.example")
                        .header("Sec-Fetch-Site", "cross-site")
                        .formParam("query", "ask { ?s ?p ?o }")
                        .post("/sparql")
                        .statusCode())
                .as("nothing else is opened by that")
                .isEqualTo(403);
        Response before = RestAssured.given()
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .options(PATH);
        assertThat(before.statusCode()).isBetween(200, 204);
        assertThat(before.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void whatCannotBeReadOrIsTooMuchIsSaidAndMayBeReadElsewhere() {
        String many = IntStream.range(0, 51)
                .mapToObj(i -> "\"q" + i + "\":{\"query\":\"x\"}")
                .collect(Collectors.joining(",", "{", "}"));
        for (Map.Entry<String, Integer> asked : Map.of(
                        "[]",
                        400,
                        "{",
                        400,
                        "{\"q\":{}}",
                        400,
                        "{\"q\":\"x\"}",
                        400,
                        "{\"q\":{\"query\":\"x\",\"limit\":0}}",
                        400,
                        "{\"q\":{\"query\":[\"x\"]}}",
                        400,
                        "{\"q\":{\"query\":\"x\",\"properties\":[{\"v\":1}]}}",
                        400,
                        many,
                        413)
                .entrySet()) {
            Response refused = batch(asked.getKey());
            assertThat(refused.statusCode()).as(asked.getKey()).isEqualTo(asked.getValue());
            assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(refused.<String>path("code")).startsWith("reconciliation-");
        }
        assertThat(batch("{\"q\":{\"query\":\"" + "x".repeat(5_000) + "\",\"limit\":9999}}")
                        .statusCode())
                .as("a long name is cut, a large limit lowered")
                .isEqualTo(200);
        assertThat(RestAssured.get(PATH + "/preview?id=work-0").statusCode()).isEqualTo(404);
        assertThat(RestAssured.get(PATH + "/suggest/nothing?prefix=x").statusCode())
                .isEqualTo(404);
    }
}
