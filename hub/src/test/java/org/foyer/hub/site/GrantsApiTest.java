package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.model.House;
import org.foyer.hub.store.ArchivedFile;
import org.junit.jupiter.api.Test;

/** In two houses of its own: one plays, one asks, over HTTP and on the pages. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class GrantsApiTest {

    private static final String PLAYS = "/api/houses/granting/grants";
    private static final String ASKS = "/api/houses/asking/grants";

    private static House house(String slug) {
        Node node = People.node();
        House house = node.houses().add(People.house(slug));
        for (Role role : List.of(Role.READER, Role.STEWARD)) {
            String login = slug + "-" + role.name().toLowerCase(java.util.Locale.ROOT);
            node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
        }
        return house;
    }

    private static void plays(House house) {
        String page = """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://granting.example/a",
                  "name": "Cyrano & Roxane", "startDate": "2031-05-05T20:00:00+02:00",
                  "location": {"@type": "Place", "name": "Ici"}}
                """;
        ArchivedFile file = People.node()
                .intake()
                .receive(house.id(), "a.json", new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        People.node()
                .intake()
                .run(
                        new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "tester", null),
                        Progress.NONE);
    }

    private static String show(House house) {
        var first = People.node()
                .catalogue()
                .programme()
                .entries(house.id(), java.time.LocalDate.of(2031, 1, 1), java.time.LocalDate.of(2031, 12, 31), 0, 1)
                .get(0);
        return "/id/run/" + org.foyer.hub.catalogue.Shows.idOf(first);
    }

    private static Response ask(String login, String show, String... figures) {
        return People.as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("show", show, "tour", "Cyrano en tournée", "figures", List.of(figures)))
                .post(ASKS);
    }

    @Test
    void aShowIsAskedForGrantedSeenAndStopped() {
        House plays = house("granting");
        house("asking");
        plays(plays);
        String show = show(plays);
        People.as("asking-reader")
                .queryParam("iri", show)
                .get(ASKS + "/show")
                .then()
                .statusCode(200)
                .body("house", equalTo("granting"));
        ask("asking-reader", show, "daily-sales").then().statusCode(403);
        ask("asking-steward", "/id/run/9-2025-9", "daily-sales").then().statusCode(422);
        ask("asking-steward", show, "shoe-size")
                .then()
                .statusCode(422)
                .body("problems.code", hasItem("grant-no-figure"));
        ask("asking-steward", show, "daily-sales", "revenue")
                .then()
                .statusCode(200)
                .body("state", equalTo("ASKED"));
        long id = People.as("granting-steward").get(PLAYS).jsonPath().getLong("received[0].id");
        String terms = PLAYS + "/" + id + "/terms";
        String body = "{\"figures\": [\"daily-sales\"], \"until\": \""
                + People.today().plusDays(30) + "\", \"delay\": 0}";
        People.as("granting-reader")
                .contentType(ContentType.JSON)
                .body(body)
                .put(terms)
                .then()
                .statusCode(403);
        People.as("asking-steward")
                .contentType(ContentType.JSON)
                .body(body)
                .put(ASKS + "/" + id + "/terms")
                .then()
                .statusCode(422);
        People.as("granting-steward")
                .contentType(ContentType.JSON)
                .body(body)
                .put(terms)
                .then()
                .statusCode(200)
                .body("state", equalTo("GRANTED"));
        seen();
        People.as("granting-steward")
                .get("/api/houses/granting/leaving")
                .then()
                .body("grants", hasSize(1))
                .body("lines.action", hasItem("show-figures-given"));
        pages(id);
        People.as("granting-steward").delete(terms).then().statusCode(200).body("state", equalTo("STOPPED"));
        tour().then().body("stops[0].withheld", equalTo("show-not-granted")).body("sums.stops", equalTo(0));
        People.as("asking-steward")
                .delete(ASKS + "/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        People.as("asking-steward").delete(ASKS + "/" + id).then().statusCode(422);
        People.as("other").get(ASKS).then().statusCode(404);
    }

    private static Response tour() {
        return People.as("asking-reader")
                .queryParam("name", "Cyrano en tournée")
                .get("/api/houses/asking/tours/stops");
    }

    private static void seen() {
        tour().then()
                .statusCode(200)
                .body("stops[0].sheet.dates", hasSize(1))
                .body("stops[0].sheet.amount", equalTo(null))
                .body("sums.stops", equalTo(1));
        String csv = People.as("asking-reader")
                .accept("*/*")
                .queryParam("name", "Cyrano en tournée")
                .get("/h/asking/tour/stops.csv")
                .asString();
        assertThat(csv).contains("granting,", ",granted,daily-sales,");
        People.as("granting-reader").get("/api/houses/granting/tours").then().body("", hasSize(0));
        People.as("granting-reader")
                .queryParam("name", "Cyrano en tournée")
                .get("/api/houses/granting/tours/stops")
                .then()
                .statusCode(404);
    }

    private static void pages(long id) {
        People.as("granting-steward")
                .accept("*/*")
                .get("/h/granting/grants")
                .then()
                .statusCode(200)
                .body(containsString("Cyrano &amp; Roxane"))
                .body(containsString("/h/granting/grants/" + id));
        People.as("asking-steward")
                .accept("*/*")
                .get("/h/asking/grants?q=cyrano")
                .then()
                .statusCode(200)
                .body(containsString("name=\"identifier\""))
                .body(not(containsString("<img src=x>")));
        People.as("asking-reader")
                .accept("*/*")
                .get("/h/asking/tour")
                .then()
                .statusCode(200)
                .body(containsString("House granting"));
        People.as("granting-steward")
                .accept("*/*")
                .get("/h/granting/leaving")
                .then()
                .body(containsString("/h/granting/grants/" + id));
        People.as("granting-steward")
                .accept("*/*")
                .contentType(ContentType.URLENC)
                .formParam("nothing", "")
                .post("/h/granting/grants")
                .then()
                .statusCode(422);
    }
}
