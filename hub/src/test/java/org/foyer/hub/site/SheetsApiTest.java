package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.model.House;
import org.foyer.hub.store.ArchivedFile;
import org.junit.jupiter.api.Test;

/** In a house of its own, since other tests import into theirs. A show typed over HTTP, and where sources contradict each other. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class SheetsApiTest {

    private static final String API = "/api/houses/typed/sheets";

    private static final String XSS = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private static House house() {
        Node node = People.node();
        House house = node.houses().bySlug("typed").orElse(null);
        if (house == null) {
            house = node.houses().add(People.house("typed"));
            for (Role role : Role.values()) {
                String login = "typed-" + role.name().toLowerCase(Locale.ROOT);
                node.accounts().setRole(node.accounts().add(login, login, false).id(), house.id(), role);
            }
        }
        return house;
    }

    private static Response keep(int sheet, Map<String, Object> words) {
        return People.as("typed-editor")
                .accept("*/*")
                .contentType(ContentType.JSON)
                .body(words)
                .put(API + "/" + sheet);
    }

    private static int sheet() {
        house();
        return People.as("typed-editor")
                .accept("*/*")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(API)
                .path("id");
    }

    private static Map<String, Object> words(String title, String day) {
        return Map.of(
                "show",
                Map.of(
                        "title",
                        title,
                        "description",
                        "Un soir. " + XSS,
                        "description@en",
                        "One evening.",
                        "duration",
                        "80",
                        "age_from",
                        "8",
                        "price_from",
                        "12,50"),
                "dates",
                List.of(Map.of(
                        "own",
                        "new",
                        "said",
                        Map.of("day", day, "time", "20:30", "venue", "Théâtre " + title, "availability", "few-left"))));
    }

    @Test
    void whatIsTypedIsPublicOnlyOncePublished() {
        int sheet = sheet();
        keep(sheet, words("Antigone", "2031-03-04")).then().statusCode(200).body("draft", equalTo(true));
        RestAssured.get("/api/houses/typed/programme?from=2031-03-01").then().body(not(containsString("Antigone")));
        People.as("typed-editor")
                .accept("*/*")
                .post(API + "/" + sheet + "/published")
                .then()
                .statusCode(200)
                .body("state", equalTo("COMMITTED"));
        RestAssured.get("/api/houses/typed/programme?from=2031-03-01")
                .then()
                .body("items[0].production.title", equalTo("Antigone"))
                .body("items[0].described.duration", equalTo("80"));
        String page = RestAssured.get("/h/typed/programme.jsonld?from=2031-03-01&to=2031-03-31")
                .asString();
        assertThat(page)
                .contains(
                        "\"endDate\":\"2031-03-04T21:50:00+01:00\"",
                        "\"typicalAgeRange\":\"8-\"",
                        "\"lowPrice\":\"12.50\"",
                        "LimitedAvailability");
        RestAssured.get("/h/typed/programme.ics?from=2031-03-01&to=2031-03-31")
                .then()
                .body(containsString("DURATION:PT1H20M"));
    }

    @Test
    void theFormShowsWhatFilesSayAndKeepsNoScript() {
        int sheet = sheet();
        keep(sheet, words("Bérénice " + XSS, "2031-04-04"));
        People.as("typed-editor").post(API + "/" + sheet + "/published").then().statusCode(200);
        String form = People.as("typed-editor")
                .accept("*/*")
                .get("/h/typed/sheets/" + sheet)
                .asString();
        assertThat(form).doesNotContain("<script>alert", "<img src=x").contains("Bérénice");
        String programme =
                RestAssured.get("/h/typed/programme?season=2030-2031").asString();
        assertThat(programme).contains("Bérénice").doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void aFormIsKeptWhileTypingAndTellsEveryProblemWhenItIsPublished() {
        int sheet = sheet();
        String address = "/h/typed/sheets/" + sheet;
        People.as("typed-editor")
                .accept("*/*")
                .header("HX-Request", "true")
                .formParam("title", "Phèdre")
                .formParam("date-0-own", "new")
                .formParam("date-0-day", "2031-02-30")
                .formParam("age_from", "huit")
                .post(address)
                .then()
                .statusCode(200)
                .body(not(containsString("<html")));
        People.as("typed-editor").get(API + "/" + sheet).then().body("shown.show.title", equalTo("Phèdre"));
        Response refused = People.as("typed-editor")
                .accept("*/*")
                .header("Accept-Language", "en")
                .formParam("title", "Phèdre")
                .formParam("date-0-own", "new")
                .formParam("date-0-day", "2031-02-30")
                .formParam("age_from", "huit")
                .formParam("publish", "yes")
                .post(address);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("href=\"#date-0-day\"", "href=\"#age_from\"");
        People.as("typed-editor")
                .accept("*/*")
                .post(API + "/" + sheet + "/published")
                .then()
                .statusCode(422)
                .body("problems.size()", equalTo(2));
    }

    @Test
    void whatWasPublishedSinceIsNeverTypedOverUnseen() {
        int sheet = sheet();
        String address = "/h/typed/sheets/" + sheet;
        String seen = seen(address);
        form(seen, "Athalie", "2031-09-04")
                .formParam("publish", "yes")
                .redirects()
                .follow(false)
                .post(address)
                .then()
                .statusCode(303);
        form(seen, "Athalie", "2031-09-04")
                .header("HX-Request", "true")
                .post(address)
                .then()
                .statusCode(200)
                .body(containsString("Not kept: typed-editor"));
        Response refused = form(seen, "Athalie, again", "2031-09-04")
                .formParam("publish", "yes")
                .post(address);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString())
                .contains("typed-editor kept or published this sheet", "value=\"Athalie, again\"")
                .doesNotContain("date-0-own\" value=\"new\"");
        People.as("typed-editor")
                .get(API + "/" + sheet)
                .then()
                .body("shown.show.title", equalTo("Athalie"))
                .body("shown.dates.size()", equalTo(1))
                .body("draft", equalTo(false));
        People.as("typed-editor")
                .accept("*/*")
                .contentType(ContentType.JSON)
                .queryParam("seen", seen)
                .body(words("Athalie, over", "2031-09-04"))
                .put(API + "/" + sheet)
                .then()
                .statusCode(409)
                .body("code", equalTo("sheet-changed"));
        People.as("typed-editor")
                .accept("*/*")
                .contentType(ContentType.JSON)
                .queryParam("seen", "1@yesterday")
                .body(words("Athalie, over", "2031-09-04"))
                .put(API + "/" + sheet)
                .then()
                .statusCode(400);
    }

    private static String seen(String address) {
        Matcher hidden = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"")
                .matcher(People.as("typed-editor").accept("*/*").get(address).asString());
        assertThat(hidden.find()).isTrue();
        return hidden.group(1);
    }

    private static RequestSpecification form(String seen, String title, String day) {
        return People.as("typed-editor")
                .accept("*/*")
                .header("Accept-Language", "en")
                .formParam("seen", seen)
                .formParam("title", title)
                .formParam("date-0-own", "new")
                .formParam("date-0-day", day)
                .formParam("date-0-time", "20:30")
                .formParam("date-0-venue", "Théâtre Athalie");
    }

    @Test
    void readersNeitherSeeNorTypeAndAnotherHouseFindsNothing() {
        int sheet = sheet();
        People.as("typed-reader").get(API + "/" + sheet).then().statusCode(403);
        People.as("editor").get("/api/houses/one/sheets/" + sheet).then().statusCode(404);
        People.as("editor").get(API + "/" + sheet).then().statusCode(404);
    }

    @Test
    void aContradictionIsDecidedOnlyByAValueThatASourceGives() {
        House house = house();
        run(house, "agenda.json", """
                {"events": [{"uid": "41", "title": {"fr": "Cinna"}, "description": {"fr": "De l'agenda."}, "timezone": "Europe/Paris",
                  "timings": [{"begin": "2031-05-05T20:00:00+02:00"}], "location": {"name": "Ici"}}]}
                """);
        run(house, "page.json", """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://typed.example/cinna", "name": "Cinna",
                  "startDate": "2031-05-05T20:00:00+02:00", "description": "Du site.", "location": {"@type": "Place", "name": "Ici"}}
                """);
        String contradictions = "/api/houses/typed/contradictions";
        Response found = People.as("typed-editor").get(contradictions);
        List<Map<String, Object>> all =
                found.jsonPath().getList("findAll { it.title == 'Cinna' && it.property == 'description' }");
        assertThat(all).hasSize(1);
        Object production = all.get(0).get("production");
        String page = People.as("typed-editor")
                .accept("*/*")
                .get("/h/typed/contradictions")
                .asString();
        assertThat(page).contains("De l&#39;agenda.", "Du site.");
        Map<String, Object> invented =
                Map.of("production", production, "performance", 0, "property", "description", "value", "Inventé.");
        People.as("typed-editor")
                .accept("*/*")
                .contentType(ContentType.JSON)
                .body(invented)
                .post(contradictions)
                .then()
                .statusCode(409)
                .body("code", equalTo("contradiction-gone"));
        Map<String, Object> chosen =
                Map.of("production", production, "performance", 0, "property", "description", "value", "De l'agenda.");
        People.as("typed-editor")
                .accept("*/*")
                .contentType(ContentType.JSON)
                .body(chosen)
                .post(contradictions)
                .then()
                .statusCode(200);
        RestAssured.get("/api/houses/typed/programme?from=2031-05-01&to=2031-05-31")
                .then()
                .body("items[0].production.description", equalTo("De l'agenda."));
    }

    @Test
    void whatIsAlreadyThereIsProposedWhileTyping() {
        int sheet = sheet();
        keep(sheet, words("Iphigénie", "2031-06-04"));
        People.as("typed-editor").post(API + "/" + sheet + "/published").then().statusCode(200);
        People.as("typed-editor")
                .accept("*/*")
                .get(API + "/proposals?kind=production&words=iphigenei")
                .then()
                .body("[0].words", equalTo("Iphigénie"));
        People.as("typed-editor")
                .accept("*/*")
                .get("/h/typed/sheets/proposals?kind=production&words=iphig")
                .then()
                .body(containsString("Iphigénie"));
        People.as("typed-editor")
                .accept("*/*")
                .get(API + "/proposals?kind=nothing&words=iphig")
                .then()
                .statusCode(400);
    }

    private static void run(House house, String name, String text) {
        Node node = People.node();
        ArchivedFile file = node.intake()
                .receive(house.id(), name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        node.intake()
                .run(
                        new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "tester", null),
                        Progress.NONE);
    }
}
