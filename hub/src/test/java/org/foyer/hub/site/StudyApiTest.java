package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.Test;

/** With six houses of its own: a free question over HTTP, what it costs, and the observatory without tables. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class StudyApiTest {

    private static final String API = "/api/houses/study-0/study";
    private static final String QUESTION = "{\"measure\": \"buyers\", \"by\": [\"genre\"], \"season\": \"2024-25\"}";

    private static void houses() {
        Node node = People.node();
        List<House> houses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            House house = node.houses().add(People.house("study-" + i));
            houses.add(house);
            node.gate().join(house.id(), Gate.STUDY, Actor.commandLine());
            if (i == 0) {
                for (Role role : Role.values()) {
                    String login = "study-" + role.name().toLowerCase(Locale.ROOT);
                    node.accounts()
                            .setRole(node.accounts().add(login, login, false).id(), house.id(), role);
                }
            }
        }
        ask("study-editor", QUESTION).then().statusCode(200).body("withheld", equalTo("study-agreement"));
        assertThat(People.as("study-editor").accept("*/*").get("/h/study-0/ask").asString())
                .containsAnyOf("A study together", "Une étude commune");
        SignedHere.signed(node, "study", houses);
    }

    private static Response ask(String login, String body) {
        return People.as(login).contentType(ContentType.JSON).body(body).post(API + "/answers");
    }

    @Test
    void aQuestionIsPaidOnceAndItsAnswerKept() {
        houses();
        People.as("study-reader")
                .get(API)
                .then()
                .statusCode(200)
                .body("bank.measures.id", hasItems("buyers", "revenue"))
                .body("prices", equalTo(java.util.List.of("1/4", "1/2", "1")))
                .body("budget.left", equalTo("3"));
        ask("study-reader", QUESTION).then().statusCode(403);
        ask("study-editor", "{\"measure\": \"sql\", \"by\": [\"age\"], \"season\": \"soon\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("question-refused"));
        Response first = ask("study-editor", QUESTION);
        first.then()
                .statusCode(200)
                .body("withheld", nullValue())
                .body("spent", equalTo("1/2"))
                .body("left", equalTo("5/2"))
                .body("houses", equalTo(6))
                .body("lines.withheld", hasItems("too-few-buyers"));
        ask("study-editor", QUESTION).then().body("spent", equalTo("0")).body("left", equalTo("5/2"));
        Map<String, String> form = Map.of("measure", "buyers", "season", "2024-25", "price", "1");
        String shown = People.as("study-editor")
                .accept("*/*")
                .redirects()
                .follow(false)
                .formParams(form)
                .post("/h/study-0/ask")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(shown).contains("/h/study-0/ask?measure=buyers&season=2024-25&price=1");
        People.as("study-reader").get(API).then().body("budget.left", equalTo("3/2"));
        People.as("study-reader")
                .accept("*/*")
                .get("/h/study-0/ask.csv?measure=buyers&by=genre&season=2024-25&price=1/2")
                .then()
                .statusCode(200)
                .body(containsString("too-few-buyers"));
        People.as("study-reader").accept("*/*").get("/h/study-0/ask").then().statusCode(200);
        People.as("study-reader").get(API).then().body("budget.left", equalTo("3/2"));
    }

    @Test
    void theObservatoryIsClosedToAnybodyUntilNetworksDecide() {
        RestAssured.given().accept("*/*").get("/api/observatory").then().statusCode(404);
        RestAssured.given()
                .accept("*/*")
                .get("/observatory/tickets-genre-month.json")
                .then()
                .statusCode(404);
        People.node();
        House house = People.node().houses().add(People.house("observed"));
        People.node()
                .accounts()
                .setRole(
                        People.node()
                                .accounts()
                                .add("observed-reader", "x", false)
                                .id(),
                        house.id(),
                        Role.READER);
        People.as("observed-reader")
                .get("/api/observatory")
                .then()
                .statusCode(200)
                .body("tables", hasSize(0))
                .body("agreed.id", hasItems("tickets-genre-month"));
        People.as("observed-reader").accept("*/*").get("/observatory").then().statusCode(200);
    }

    /** A funder: asks where houses let them, from a budget of their own, and sees no house. */
    @Test
    void anObserverAsksOnlyOfHousesThatLetThem() {
        Node node = People.node();
        String link = People.as("operator")
                .contentType(ContentType.JSON)
                .body("{\"login\": \"drac\", \"name\": \"Une conseillère\", \"body\": \"DRAC Exemple\"}")
                .post("/api/accounts/observers")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        assertThat(link).contains("/link?key=");
        People.as("reader").get("/api/observers").then().statusCode(200).body("body", hasItems("DRAC Exemple"));
        People.as("drac").get("/api/study").then().statusCode(200).body("budget.left", equalTo("3"));
        People.as("drac")
                .contentType(ContentType.JSON)
                .body(QUESTION)
                .post("/api/study/answers")
                .then()
                .statusCode(200)
                .body("withheld", equalTo("too-few-houses"));
        List<House> observed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            House house = node.houses().add(People.house("observed-" + i));
            observed.add(house);
            node.gate().join(house.id(), StudyGate.OBSERVERS, Actor.commandLine());
        }
        People.as("drac")
                .contentType(ContentType.JSON)
                .body(QUESTION)
                .post("/api/study/answers")
                .then()
                .body("withheld", equalTo("too-few-houses"));
        SignedHere.signed(node, "study", observed);
        People.as("drac")
                .contentType(ContentType.JSON)
                .body(QUESTION)
                .post("/api/study/answers")
                .then()
                .statusCode(200)
                .body("withheld", nullValue())
                .body("houses", equalTo(6))
                .body("left", equalTo("5/2"));
        People.as("drac").accept("*/*").get("/study").then().statusCode(200);
        People.as("drac").accept("*/*").get("/observatory").then().statusCode(200);
        People.as("drac").accept("*/*").get("/dictionary").then().statusCode(200);
        People.as("drac").accept("*/*").get("/h/observed-0").then().statusCode(404);
        People.as("drac").get("/api/houses").then().statusCode(200).body("items", hasSize(0));
        assertThat(node.audit()
                        .lines(node.houses().bySlug("observed-3").orElseThrow().id(), 0, 10))
                .anySatisfy(line -> {
                    assertThat(line.actor()).isEqualTo("drac");
                    assertThat(line.detail()).contains("spent 1/2");
                });
    }

    /** A role that was given to the account of a funder counts for nothing. */
    @Test
    void anObserverIsNoMemberWhateverRoleTheyAreGiven() {
        Node node = People.node();
        House house = node.houses().add(People.house("not-theirs"));
        var account = node.accounts().addObserver("institute", "x", "Institut Exemple");
        node.accounts().setRole(account.id(), house.id(), Role.STEWARD);
        People.as("institute").accept("*/*").get("/h/not-theirs").then().statusCode(404);
        People.as("institute").get("/api/houses/not-theirs/figures").then().statusCode(404);
        String token = node.accounts().makeToken(account.id(), "t", null, true, java.time.Duration.ofDays(1));
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(QUESTION)
                .post("/api/study/answers")
                .then()
                .statusCode(403);
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/study")
                .then()
                .statusCode(200);
    }
}
