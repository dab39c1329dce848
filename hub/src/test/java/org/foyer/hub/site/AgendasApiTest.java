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

/** Agendas through the API and through the pages. What is sent over a connection is seen by the contract of agendas. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class AgendasApiTest {

    private static final String API = "/api/houses/one/agendas";
    private static final String SECRET = "s3cret-4711";

    @BeforeEach
    void node() {
        People.node();
    }

    private static Response connect(String name, String agenda) {
        return People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "kind",
                        "openagenda",
                        "address",
                        "https://agenda.invalid",
                        "settings",
                        Map.of("agenda", agenda, "language", "fr"),
                        "secret",
                        SECRET))
                .post(API);
    }

    @Test
    void anAgendaIsConnectedShownWithoutItsSecretRehearsedAndForgotten() {
        Response added = connect("Ville", "4711");
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        assertThat(added.<String>path("slug")).isEqualTo("ville");
        assertThat(added.<String>path("state")).isEqualTo("NEW");
        Response listed = People.as("editor").get(API);
        assertThat(listed.<List<String>>path("kinds")).containsExactly("openagenda", "uitdatabank");
        assertThat(listed.asString()).doesNotContain(SECRET);
        Response rehearsal = People.as("editor").get(API + "/ville/rehearsal");
        assertThat(rehearsal.statusCode()).as(rehearsal.asString()).isEqualTo(200);
        assertThat(rehearsal.<List<Object>>path("events")).isNotNull();
        assertThat(People.as("editor").delete(API + "/ville").statusCode()).isEqualTo(204);
        assertThat(People.as("editor").get(API + "/ville").statusCode()).isEqualTo(404);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Response refused = People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "uitdatabank", "settings", Map.of("colour", "red"), "everyMinutes", 1))
                .post(API);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains(
                        "agenda-name", "agenda-interval", "agenda-secret-missing", "agenda-client", "agenda-language");
        for (String broken : List.of("{\"settings\": {\"agenda\": null}}", "null", "[]")) {
            assertThat(People.as("editor")
                            .contentType(ContentType.JSON)
                            .body(broken)
                            .post(API)
                            .statusCode())
                    .as(broken)
                    .isEqualTo(400);
        }
    }

    @Test
    void thePagesSayWhereTheProgrammeGoesAndWhatWouldBeSent() {
        String page = People.as("editor")
                .header("Accept-Language", "en")
                .accept("text/html")
                .get("/h/one/publication")
                .asString();
        assertThat(page).contains("Connect an agenda", "/h/one/programme.ics", "/api/catalog");
        Response added = People.as("editor")
                .redirects()
                .follow(false)
                .accept("text/html")
                .contentType(ContentType.URLENC)
                .formParam("name", "Agenda <B>")
                .formParam("kind", "openagenda")
                .formParam("agenda", "4712")
                .formParam("language", "fr")
                .formParam("address", "https://agenda.invalid")
                .formParam("client", "of the other kind")
                .formParam("secret", SECRET)
                .post("/h/one/publication");
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(added.header("Location")).endsWith("/h/one/publication/agenda-b");
        Response rehearsal = People.as("editor")
                .header("Accept-Language", "fr")
                .accept("text/html")
                .get("/h/one/publication/agenda-b");
        assertThat(rehearsal.statusCode()).isEqualTo(200);
        assertThat(rehearsal.asString())
                .contains("Agenda &lt;B&gt;", "Oublier cet agenda")
                .doesNotContain(SECRET);
        assertThat(People.as("editor")
                        .redirects()
                        .follow(false)
                        .accept("text/html")
                        .contentType(ContentType.URLENC)
                        .post("/h/one/publication/agenda-b/forget")
                        .statusCode())
                .isEqualTo(303);
        Response refused = People.as("editor")
                .header("Accept-Language", "en")
                .accept("text/html")
                .contentType(ContentType.URLENC)
                .formParam("name", "C")
                .formParam("kind", "openagenda")
                .formParam("agenda", "seven")
                .formParam("language", "fr")
                .formParam("secret", SECRET)
                .post("/h/one/publication");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("This is no number of an agenda.", "value=\"seven\"")
                .doesNotContain(SECRET);
    }

    /** Names that end so exist nowhere (RFC 6761). */
    @Test
    void whatCannotBeSentIsToldInWords() {
        connect("Ville D", "4713");
        Response published = People.as("editor").post(API + "/ville-d/publish");
        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        assertThat(published.<String>path("state")).isIn("DONE", "FAILED");
        Response withdrawn = People.as("editor").post(API + "/ville-d/withdraw");
        assertThat(withdrawn.<String>path("state")).isIn("WITHDRAWN");
        People.as("editor").delete(API + "/ville-d");
    }
}
