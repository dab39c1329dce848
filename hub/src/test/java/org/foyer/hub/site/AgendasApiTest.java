package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agendas through the API and through the pages. What is sent over a connection is seen by the contract of agendas. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class AgendasApiTest {

    private static final String API = "/api/houses/announced/agendas";
    private static final String SECRET = "s3cret-4711";

    /** A house of its own, which has nothing to send: other tests import into theirs. */
    @BeforeEach
    void house() {
        Node node = People.node();
        if (node.houses().bySlug("announced").isEmpty()) {
            House house = node.houses().add(People.house("announced"));
            for (Role role : Role.values()) {
                String login = "announced-" + role.name().toLowerCase(Locale.ROOT);
                node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
            }
        }
    }

    private static Response connect(String name, String agenda) {
        return People.as("announced-editor")
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
        Response listed = People.as("announced-editor").get(API);
        assertThat(listed.<List<String>>path("kinds")).containsExactly("openagenda", "uitdatabank");
        assertThat(listed.asString()).doesNotContain(SECRET);
        Response rehearsal = People.as("announced-editor").get(API + "/ville/rehearsal");
        assertThat(rehearsal.statusCode()).as(rehearsal.asString()).isEqualTo(200);
        assertThat(rehearsal.<List<Object>>path("events")).isNotNull();
        assertThat(People.as("announced-editor").delete(API + "/ville").statusCode())
                .isEqualTo(204);
        assertThat(People.as("announced-editor").get(API + "/ville").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Response refused = People.as("announced-editor")
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "uitdatabank", "settings", Map.of("colour", "red"), "everyMinutes", 1))
                .post(API);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains(
                        "agenda-name", "agenda-interval", "agenda-secret-missing", "agenda-client", "agenda-language");
        for (String broken : List.of("{\"settings\": {\"agenda\": null}}", "null", "[]")) {
            assertThat(People.as("announced-editor")
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
        String page = People.as("announced-editor")
                .header("Accept-Language", "en")
                .accept("text/html")
                .get("/h/announced/publication")
                .asString();
        assertThat(page).contains("Connect an agenda", "/h/announced/programme.ics", "/api/catalog");
        Response added = People.as("announced-editor")
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
                .post("/h/announced/publication");
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(added.header("Location")).endsWith("/h/announced/publication/agenda-b");
        Response rehearsal = People.as("announced-editor")
                .header("Accept-Language", "fr")
                .accept("text/html")
                .get("/h/announced/publication/agenda-b");
        assertThat(rehearsal.statusCode()).isEqualTo(200);
        assertThat(rehearsal.asString())
                .contains("Agenda &lt;B&gt;", "Oublier cet agenda")
                .doesNotContain(SECRET);
        assertThat(People.as("announced-editor")
                        .redirects()
                        .follow(false)
                        .accept("text/html")
                        .contentType(ContentType.URLENC)
                        .post("/h/announced/publication/agenda-b/forget")
                        .statusCode())
                .isEqualTo(303);
        Response refused = People.as("announced-editor")
                .header("Accept-Language", "en")
                .accept("text/html")
                .contentType(ContentType.URLENC)
                .formParam("name", "C")
                .formParam("kind", "openagenda")
                .formParam("agenda", "seven")
                .formParam("language", "fr")
                .formParam("secret", SECRET)
                .post("/h/announced/publication");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("This is no number of an agenda.", "value=\"seven\"")
                .doesNotContain(SECRET);
    }

    /** Names that end so exist nowhere (RFC 6761). */
    @Test
    void whatCannotBeSentIsToldInWords() {
        connect("Ville D", "4713");
        Response published = People.as("announced-editor").post(API + "/ville-d/publish");
        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        assertThat(published.<String>path("state")).isEqualTo("DONE");
        Response withdrawn = People.as("announced-editor").post(API + "/ville-d/withdraw");
        assertThat(withdrawn.<String>path("state")).isEqualTo("WITHDRAWN");
        People.as("announced-editor").delete(API + "/ville-d");
    }
}
