package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

/** In a house of its own: its identifiers in other registers, typed over HTTP, and shows found by whom they are meant for. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class HouseIdentifiersApiTest {

    private static final String API = "/api/houses/known/identifiers";

    private static House house() {
        Node node = People.node();
        return node.houses().bySlug("known").orElseGet(() -> {
            House house = node.houses().add(People.house("known"));
            for (Role role : Role.values()) {
                String login = "known-" + role.name().toLowerCase(Locale.ROOT);
                node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
            }
            String page = """
                    {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://known.example/1", "name": "Lear des écoles",
                      "startDate": "2031-05-05T14:00:00+02:00", "location": {"@type": "Place", "name": "Ici"},
                      "audience": {"@type": "EducationalAudience", "audienceType": "Séance scolaire"}}
                    """;
            ArchivedFile file = node.intake()
                    .receive(house.id(), "known.json", new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
            node.intake()
                    .run(
                            new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "tester", null),
                            Progress.NONE);
            return house;
        });
    }

    private static Response say(String login, String identifiers) {
        return People.as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("identifiers", identifiers))
                .put(API);
    }

    @Test
    void anEditorSaysThemAndEverybodyReadsThem() {
        house();
        say("known-editor", "siret: 732 829 320 00074; https://www.wikidata.org/wiki/Q42")
                .then()
                .statusCode(200)
                .body("register", equalTo(List.of("wikidata", "siret")))
                .body("[1].value", equalTo("73282932000074"))
                .body("[1].source", equalTo("typed-here"));
        RestAssured.get(API).then().statusCode(200).body("", hasSize(2));
        say("known-reader", "wikidata: Q1").then().statusCode(403);
        Response wrong = say("known-editor", "siret: 73282932000075; théâtre");
        wrong.then().statusCode(422).body("code", equalTo("house-identifiers-refused"));
        assertThat(wrong.asString()).contains("sheet-identifier-wrong", "register-unknown");
        RestAssured.given()
                .accept("application/ld+json")
                .get("/id/house/known")
                .then()
                .body(containsString("http://www.wikidata.org/entity/Q42"));
        RestAssured.given()
                .accept("text/turtle")
                .get("/api/catalog")
                .then()
                .body(containsString("siret: 73282932000074"), containsString("wikidata.org/entity/Q42"));
        RestAssured.given()
                .accept("text/html")
                .get("/h/known/programme")
                .then()
                .body(containsString("73282932000074"), not(containsString("name=\"identifiers\"")));
        People.as("known-editor")
                .accept("text/html")
                .get("/h/known/programme")
                .then()
                .body(containsString("name=\"identifiers\""));
        People.as("known-editor")
                .accept("*/*")
                .formParam("identifiers", "wikidata: Q42")
                .redirects()
                .follow(false)
                .post("/h/known/identifiers")
                .then()
                .statusCode(303);
        RestAssured.get(API).then().body("register", equalTo(List.of("wikidata")));
    }

    @Test
    void showsAreFoundByWhomTheyAreMeantFor() {
        house();
        People.node().search().settle(Duration.ofMinutes(2));
        String asked = "/api/search?q=&house=known&when=all&audience=";
        RestAssured.get(asked + "schools")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("shows[0].offer.audiences", equalTo(List.of("schools")))
                .body("facets.audiences.value", hasItem("schools"));
        RestAssured.get(asked + "members").then().body("total", equalTo(0));
        RestAssured.get(asked + "martians").then().statusCode(400).body("code", equalTo("parameter-unreadable"));
        RestAssured.given()
                .accept("text/html")
                .header("Accept-Language", "fr")
                .get("/search?house=known&when=all&audience=schools")
                .then()
                .statusCode(200)
                .body(containsString("Lear des écoles"), containsString("Scolaires"));
    }
}
