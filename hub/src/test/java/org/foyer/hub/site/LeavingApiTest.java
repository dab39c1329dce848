package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.Test;

/** With seven houses of its own that answer questions together: one of them presses Stop, and is in no answer from then on. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class LeavingApiTest {

    private static final String PAGE = "/h/stop-6/leaving";
    private static final String BUTTON = "name=\"purpose\" value=\"study\"";

    private static void houses() {
        Node node = People.node();
        List<House> houses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            House house = node.houses().add(People.house("stop-" + i));
            houses.add(house);
            node.gate().join(house.id(), Gate.STUDY, Actor.commandLine());
            for (Role role : List.of(Role.EDITOR, Role.STEWARD)) {
                String login = house.slug() + "-" + role.name().toLowerCase(java.util.Locale.ROOT);
                node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
            }
        }
        SignedHere.signed(node, "study", houses);
    }

    private static Response ask(int house, String measure) {
        return People.as("stop-" + house + "-editor")
                .contentType(ContentType.JSON)
                .body("{\"measure\": \"" + measure + "\", \"by\": [\"genre\"], \"season\": \"2024-25\"}")
                .post("/api/houses/stop-" + house + "/study/answers");
    }

    private static Response press(String login, String purpose) {
        return People.as(login)
                .accept("text/html")
                .redirects()
                .follow(false)
                .formParam("purpose", purpose)
                .post(PAGE);
    }

    private static Response ledger(int house) {
        Response leaving = People.as("stop-" + house + "-steward").get("/api/houses/stop-" + house + "/leaving");
        assertThat(leaving.statusCode()).as(leaving.asString()).isEqualTo(200);
        return leaving;
    }

    private static boolean takesPart(int house) {
        return ledger(house).path("standing.find { it.purpose == 'study' }.takesPart");
    }

    private static List<Audit.Line> audit(int house) {
        Node node = People.node();
        return node.audit()
                .lines(node.houses().bySlug("stop-" + house).orElseThrow().id(), 0, 100);
    }

    @Test
    void whoPressesStopIsInNoAnswerFromThenOn() {
        houses();
        ask(0, "buyers").then().statusCode(200).body("withheld", nullValue()).body("houses", equalTo(7));
        assertThat(ledger(6).<Integer>path("times.give")).isEqualTo(1);
        People.as("stop-6-steward")
                .accept("*/*")
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(containsString(BUTTON));

        press("stop-6-editor", "study").then().statusCode(403);
        press("stop-5-steward", "study").then().statusCode(404);
        press("stop-6-steward", "everything").then().statusCode(404);
        assertThat(takesPart(6)).as("not by these").isTrue();
        press("stop-6-steward", "study").then().statusCode(303).header("Location", containsString(PAGE));

        assertThat(takesPart(6)).isFalse();
        assertThat(takesPart(5)).as("another house").isTrue();
        People.as("stop-6-steward")
                .accept("*/*")
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(not(containsString(BUTTON)));
        assertThat(audit(6))
                .filteredOn(line -> line.action().equals("leave"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.purpose()).isEqualTo("study");
                    assertThat(line.actor()).isEqualTo("stop-6-steward");
                });

        ask(0, "visits").then().statusCode(200).body("withheld", nullValue()).body("houses", equalTo(6));
        assertThat(ledger(6).<Integer>path("times.give"))
                .as("nothing more left it")
                .isEqualTo(1);
        assertThat(ledger(5).<Integer>path("times.give")).isEqualTo(2);
        ask(6, "tickets").then().statusCode(200).body("withheld", equalTo("not-taking-part"));
    }
}
