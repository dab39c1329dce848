package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

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

/** In a house of its own: who plays in whose place on one date, said over HTTP, told everywhere, and taken back. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class CastsApiTest {

    private static final String FILE = """
            Code représentation;Titre;Date;Heure;Lieu;Artiste;Fonction;ISNI
            C1;La Mouette;2031-05-01;20:00;Ici;Nina Doublure;Nina;0000 0001 2103 2683
            C2;La Mouette;2031-05-02;20:00;Ici;Nina Doublure;Nina;0000 0001 2103 2683
            C3;La Mouette;2031-05-03;20:00;Ici;Nina D. Autre;Nina;0000 0001 2103 2683
            """;

    private static void house() {
        Node node = People.node();
        House house = node.houses().add(People.house("casts"));
        for (Role role : Role.values()) {
            String login = "casts-" + role.name().toLowerCase(Locale.ROOT);
            node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
        }
        ArchivedFile file = node.intake()
                .receive(house.id(), "planning.csv", new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)));
        node.intake()
                .run(
                        new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "tester", null),
                        Progress.NONE);
    }

    private static Response say(long performance, List<Map<String, Object>> changes) {
        return People.as("casts-editor")
                .accept("*/*")
                .contentType(ContentType.JSON)
                .body(Map.of("changes", changes))
                .put("/api/houses/casts/casts/" + performance);
    }

    @Test
    void aChangeIsSaidToldEverywhereAndTakenBackAndASpellingIsSplit() {
        house();
        Response programme = RestAssured.get("/api/houses/casts/programme?from=2031-05-01");
        long second = programme.jsonPath().getLong("items[1].performance.id");
        String show = programme.jsonPath().getLong("items[1].performance.production") + "-2030-"
                + programme.jsonPath().getLong("items[1].performance.venue");
        RestAssured.get("/api/houses/casts/casts/" + second)
                .then()
                .statusCode(200)
                .body("usual[0].names", equalTo(List.of("Nina Doublure")))
                .body("changes", hasSize(0));
        say(
                        second,
                        List.of(Map.of(
                                "role",
                                "Nina",
                                "plays",
                                List.of("Anne <b>Roy</b>"),
                                "inPlaceOf",
                                List.of("Nina Doublure"))))
                .then()
                .statusCode(200)
                .body("state", equalTo("COMMITTED"));
        RestAssured.get("/api/houses/casts/casts/" + second)
                .then()
                .body("cast.Nina", equalTo(List.of("Anne Roy")))
                .body("changes[0].inPlaceOf", equalTo(List.of("Nina Doublure")));
        RestAssured.get("/api/houses/casts/programme?from=2031-05-01")
                .then()
                .body("items[1].changes[0].plays", equalTo(List.of("Anne Roy")));
        for (String page : List.of("/h/casts/programme?from=2031-05-01", "/h/casts/shows/" + show)) {
            RestAssured.given()
                    .header("Accept-Language", "fr")
                    .get(page)
                    .then()
                    .body(containsString("Anne Roy (Nina) à la place de Nina Doublure"), not(containsString("<b>Roy")));
        }
        assertThat(RestAssured.get("/h/casts/programme.ics?from=2031-05-01&to=2031-05-31")
                        .asString()
                        .replace("\r\n ", ""))
                .contains("Anne Roy (Nina) à la place de / in place of Nina Doublure");
        say(second, List.of(Map.of("role", "a;b", "plays", List.of("X"), "inPlaceOf", List.of())))
                .then()
                .statusCode(422)
                .body("problems[0].code", equalTo("cast-change-unreadable"));
        say(7, List.of()).then().statusCode(404);
        say(second, List.of()).then().statusCode(200);
        RestAssured.get("/api/houses/casts/casts/" + second).then().body("changes", hasSize(0));
        split();
    }

    private static void split() {
        String list = "/api/houses/casts/doubles/joined";
        Response joined = People.as("casts-editor").get(list);
        joined.then().body("", hasSize(1)).body("[0].reasons[0].code", equalTo("same-identifier"));
        People.as("casts-editor").accept("*/*").get("/h/casts/doubles").then().body(containsString("Nina D. Autre"));
        int run = People.as("casts-editor")
                .accept("*/*")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "kind",
                        "person",
                        "keep",
                        joined.jsonPath().getLong("[0].one.id"),
                        "other",
                        joined.jsonPath().getLong("[0].other.id"),
                        "verdict",
                        "apart"))
                .post("/api/houses/casts/doubles")
                .then()
                .statusCode(200)
                .extract()
                .path("run");
        People.as("casts-editor").get(list).then().body("", hasSize(0));
        People.as("casts-editor")
                .accept("*/*")
                .redirects()
                .follow(false)
                .post("/h/casts/runs/" + run + "/undo")
                .then()
                .statusCode(303);
        People.as("casts-editor").get(list).then().body("", hasSize(1));
    }
}
