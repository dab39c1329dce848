package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.model.House;
import org.foyer.hub.store.ArchivedFile;
import org.junit.jupiter.api.Test;

/** In a house of its own: one show told by two sources, decided over HTTP, its two identifiers and their addresses. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class DoublesApiTest {

    private static final String API = "/api/houses/twice/doubles";

    private static House house() {
        Node node = People.node();
        House house = node.houses().add(People.house("twice"));
        for (Role role : Role.values()) {
            String login = "twice-" + role.name().toLowerCase(Locale.ROOT);
            node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
        }
        give(house, "Le Misanthrope", "a");
        give(house, "Le Misanthrope de Molière <img src=x>", "b");
        return house;
    }

    private static void give(House house, String title, String id) {
        String page = """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://twice.example/%s", "name": "%s",
                  "startDate": "2031-05-05T20:00:00+02:00", "location": {"@type": "Place", "name": "Ici"}}
                """.formatted(id, title);
        ArchivedFile file = People.node()
                .intake()
                .receive(house.id(), id + ".json", new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        People.node()
                .intake()
                .run(
                        new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "tester", null),
                        Progress.NONE);
    }

    @Test
    void aPairIsShownDecidedLeadsOnAndIsTakenBack() {
        house();
        Response found = People.as("twice-editor").get(API);
        found.then().statusCode(200).body("", hasSize(1)).body("[0].reasons[0].code", equalTo("same-hour"));
        String page =
                People.as("twice-editor").accept("*/*").get("/h/twice/doubles").asString();
        assertThat(page).contains("Le Misanthrope de Molière").doesNotContain("<img src=x");
        long keep = found.jsonPath().getLong("[0].one.id");
        long other = found.jsonPath().getLong("[0].other.id");
        String gone = path(other);
        String kept = path(keep);
        decide(keep, other, "perhaps").then().statusCode(400);
        decide(keep, 999, "same").then().statusCode(409);
        int run = decide(keep, other, "same").then().statusCode(200).extract().path("run");
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/h/twice/shows/" + gone)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/h/twice/shows/" + kept));
        RestAssured.given()
                .redirects()
                .follow(false)
                .accept("text/turtle")
                .get("/id/run/" + gone)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/id/run/" + kept));
        People.as("twice-editor").get(API).then().body("", hasSize(0));
        People.as("twice-editor")
                .get(API + "/decided")
                .then()
                .body("[0].same", equalTo(true))
                .body("[0].run", equalTo(run));
        People.as("twice-editor").accept("*/*").get("/h/twice/doubles").then().body(containsString("/runs/" + run));
        People.as("twice-reader").get(API).then().statusCode(403);
        People.as("twice-editor")
                .accept("*/*")
                .post("/api/houses/twice/runs/" + run + "/undo")
                .then()
                .statusCode(200);
        RestAssured.get("/h/twice/shows/" + gone).then().statusCode(200);
        People.as("twice-editor")
                .accept("*/*")
                .formParam("kind", "production")
                .formParam("keep", keep)
                .formParam("other", other)
                .formParam("verdict", "apart")
                .redirects()
                .follow(false)
                .post("/h/twice/doubles")
                .then()
                .statusCode(303);
        People.as("twice-editor").get(API).then().body("", hasSize(0));
        RestAssured.get("/h/twice/shows/" + gone).then().statusCode(200);
    }

    @Test
    void twoNamesOfOnePersonBecomeOneAddressAndOnePage() {
        Node node = People.node();
        House house = node.houses().add(People.house("names"));
        node.accounts()
                .setRole(
                        node.accounts()
                                .add("names-editor", "names-editor", false)
                                .id(),
                        house.id(),
                        Role.EDITOR);
        credit(house, "Un", "Jeanne Zweisprach");
        credit(house, "Deux", "J. Zweisprach");
        Response found = People.as("names-editor").get("/api/houses/names/doubles");
        found.then().statusCode(200).body("", hasSize(1)).body("[0].kind", equalTo("PERSON"));
        String page =
                People.as("names-editor").accept("*/*").get("/h/names/doubles").asString();
        assertThat(page).contains("Jeanne Zweisprach", "J. Zweisprach");
        long keep = found.jsonPath().getLong("[0].one.id");
        long other = found.jsonPath().getLong("[0].other.id");
        RestAssured.given()
                .accept("text/turtle")
                .get("/id/person/" + other)
                .then()
                .statusCode(200);
        People.as("names-editor")
                .accept("*/*")
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "person", "keep", keep, "other", other, "verdict", "same"))
                .post("/api/houses/names/doubles")
                .then()
                .statusCode(200);
        RestAssured.given()
                .redirects()
                .follow(false)
                .accept("application/ld+json")
                .get("/id/person/" + other)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/id/person/" + keep));
        RestAssured.given()
                .accept("application/ld+json")
                .get("/id/person/" + keep)
                .then()
                .statusCode(200)
                .body(containsString("Jeanne Zweisprach"), containsString("J. Zweisprach"));
        for (String name : List.of("Jeanne%20Zweisprach", "J.%20Zweisprach")) {
            RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get("/credits/" + name)
                    .then()
                    .statusCode(200)
                    .body(containsString("/id/person/" + keep), containsString("Un"), containsString("Deux"));
        }
    }

    private static void credit(House house, String title, String name) {
        String page = """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://names.example/%1$s", "name": "%1$s",
                  "startDate": "2031-05-05T20:00:00+02:00", "location": {"@type": "Place", "name": "Ici"},
                  "performer": {"@type": "Person", "name": "%2$s"}}
                """.formatted(title, name);
        ArchivedFile file = People.node()
                .intake()
                .receive(house.id(), title + ".json", new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        People.node()
                .intake()
                .run(
                        new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "tester", null),
                        Progress.NONE);
    }

    private static String path(long production) {
        return production + "-2030-"
                + RestAssured.get("/api/houses/twice/programme?from=2031-05-01")
                        .jsonPath()
                        .getString("items.find { it.performance.production == " + production + " }.performance.venue");
    }

    private static Response decide(long keep, long other, String verdict) {
        return People.as("twice-editor")
                .accept("*/*")
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "production", "keep", keep, "other", other, "verdict", verdict))
                .post(API);
    }
}
