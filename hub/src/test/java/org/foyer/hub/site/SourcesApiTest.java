package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources that are pulled, through the API and through the page. What is pulled over a connection is seen by SourcesIT. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class SourcesApiTest {

    private static final String API = "/api/houses/one/sources";
    private static final String SECRET = "s3cret-4711";

    @BeforeEach
    void node() {
        People.node();
    }

    private static Response add(String name, String address) {
        return People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "kind", "calendar", "address", address, "secret", SECRET))
                .post(API);
    }

    @Test
    void aSourceIsAddedShownWithoutItsSecretAndRemoved() {
        Response added = add("Planning A", "https://planning.invalid/a.ics");
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        assertThat(added.<String>path("slug")).isEqualTo("planning-a");
        assertThat(added.<Boolean>path("secret")).isTrue();
        assertThat(added.<Integer>path("everyMinutes")).isEqualTo(1440);
        Response listed = People.as("editor").get(API);
        assertThat(listed.<List<String>>path("items.slug")).contains("planning-a");
        assertThat(listed.<List<String>>path("kinds")).contains("calendar", "spektrix", "pretix", "json");
        assertThat(added.asString()
                        + listed.asString()
                        + People.as("steward").get("/api/houses/one/audit").asString())
                .doesNotContain(SECRET)
                .contains("source-added");
        assertThat(People.as("other").get("/api/houses/two/sources").<List<String>>path("items.slug"))
                .isEmpty();
        assertThat(People.as("editor").delete(API + "/planning-a").statusCode()).isEqualTo(204);
        assertThat(People.as("editor").get(API + "/planning-a").statusCode()).isEqualTo(404);
        assertThat(People.as("editor").delete(API + "/planning-a").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsToldAtOnceByTheirFields() {
        Response refused = People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "", "kind", "json", "address", "http://127.0.0.1:8080/api", "everyMinutes", 1))
                .post(API);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("problems.code"))
                .contains("source-name", "source-interval", "fetch-host-number", "pull-recipe-broken");
        assertThat(refused.<List<String>>path("problems.field")).contains("name", "everyMinutes", "address", "recipe");
        for (String broken : List.of("{\"settings\": {\"recipe\": null}}", "{\"hosts\": [null]}", "null", "[]")) {
            assertThat(People.as("editor")
                            .contentType(ContentType.JSON)
                            .body(broken)
                            .post(API)
                            .statusCode())
                    .as(broken)
                    .isEqualTo(400);
        }
    }

    /** Names that end so exist nowhere (RFC 6761). */
    @Test
    void aPullThatFailsIsToldInWordsOnThePage() {
        add("Planning B", "https://planning.invalid/b.ics");
        Response pulled = People.as("editor").post(API + "/planning-b/pull");
        assertThat(pulled.statusCode()).isEqualTo(200);
        assertThat(pulled.<String>path("state")).isEqualTo("FAILED");
        assertThat(pulled.<String>path("problem.code")).isEqualTo("fetch-host-unknown");
        String page = People.as("editor")
                .header("Accept-Language", "en")
                .accept("text/html")
                .get("/h/one/sources")
                .asString();
        assertThat(page).contains("Planning B", "planning.invalid", "No host is called planning.invalid.");
        assertThat(page).doesNotContain(SECRET);
        assertThat(People.as("editor").post(API + "/planning-b/take").statusCode())
                .isEqualTo(409);
        People.as("editor").delete(API + "/planning-b");
    }

    @Test
    void theFormOfThePageAddsAndSaysWhatIsWrong() {
        Response refused = People.as("editor")
                .header("Accept-Language", "en")
                .accept("text/html")
                .contentType(ContentType.URLENC)
                .formParam("name", "Planning <C>")
                .formParam("kind", "calendar")
                .formParam("address", "nowhere")
                .formParam("secret", SECRET)
                .post("/h/one/sources");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("value=\"Planning &lt;C&gt;\"", "This is no address that can be read.")
                .doesNotContain(SECRET);
        Response added = People.as("editor")
                .redirects()
                .follow(false)
                .accept("text/html")
                .contentType(ContentType.URLENC)
                .formParam("name", "Planning C")
                .formParam("kind", "calendar")
                .formParam("address", "webcal://planning.invalid/c.ics")
                .formParam("every", "60")
                .post("/h/one/sources");
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(People.as("editor").get(API + "/planning-c").<Integer>path("everyMinutes"))
                .isEqualTo(60);
        assertThat(People.as("editor")
                        .redirects()
                        .follow(false)
                        .accept("text/html")
                        .contentType(ContentType.URLENC)
                        .post("/h/one/sources/planning-c/remove")
                        .statusCode())
                .isEqualTo(303);
        assertThat(People.as("editor").get(API).<List<String>>path("items.slug"))
                .doesNotContain("planning-c");
    }
}
