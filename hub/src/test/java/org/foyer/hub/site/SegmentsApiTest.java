package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Segments and lists of contacts through the API and through the page. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class SegmentsApiTest {

    private static final String API = "/api/houses/one/segments";
    private static final String PAGE = "/h/one/segments";

    /** Six buyers of one performance, of whom 921 and 922 have asked for letters. */
    @BeforeEach
    void sales() {
        People.node();
        StringBuilder sales = new StringBuilder(
                "billet;opération;date de vente;montant;spectacle;date;n° client;nom;prénom;e-mail;code postal;téléphone\n");
        for (int buyer = 921; buyer <= 926; buyer++) {
            sales.append(
                    "S%1$d;vente;01/05/2025 10:00;20,00;Iphigénie;13/11/2025 20:00;%1$d;Quazzle%1$d;Ada;a%1$d@quazzle.example;75011;+33 6 00 00 09 01%n"
                            .formatted(buyer));
        }
        Response file = People.as("editor")
                .contentType(ContentType.BINARY)
                .body(sales.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/houses/one/files?name=segments.csv");
        People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "files",
                        List.of(Map.of("sha256", file.<String>path("sha256"), "name", "segments.csv")),
                        "dryRun",
                        false))
                .post("/api/houses/one/runs");
    }

    private static void say(String number, String said) {
        String person = People.as("steward")
                .contentType(ContentType.JSON)
                .body(Map.of("reference", number))
                .post("/api/houses/one/people/search")
                .path("buyers[0].person");
        Response kept = People.as("steward")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "said",
                        said,
                        "purposes",
                        List.of("programme"),
                        "channels",
                        List.of("email", "sms"),
                        "way",
                        "paper",
                        "wording",
                        "Oui."))
                .post("/api/houses/one/people/" + person + "/consents");
        assertThat(kept.statusCode()).as(kept.asString()).isEqualTo(200);
    }

    private static Response contacts(String login, Map<String, String> wish) {
        return People.as(login)
                .accept("*/*")
                .contentType(ContentType.JSON)
                .body(wish)
                .post(API + "/contacts");
    }

    @Test
    void sizesAreToldRounded() {
        Response size = People.as("reader").get(API + "/size?season=2025-26&as-of=2099-01-01");
        assertThat(size.statusCode()).as(size.asString()).isEqualTo(200);
        assertThat(size.<String>path("query")).isEqualTo("season=2025-26");
        assertThat(size.<Integer>path("people") % 5).isZero();
        assertThat(size.<List<Object>>path("history")).isNotEmpty();
        Response none = People.as("reader").get(API + "/size?rf=nouveau&visits=7..");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.asString()).contains("once-before", "segment-range");
        assertThat(People.as("reader").get(API + "/rfm?fixed=true").<List<Object>>path("cells"))
                .hasSize(25);
        assertThat(People.as("reader").get(API + "/choices").asString()).contains("Iphigénie");
        assertThat(People.as("reader")
                        .get(API + "/overlap?segment=rf-new&segment=rf-lapsed")
                        .<List<Object>>path("cells"))
                .hasSize(2);
    }

    @Test
    void aHouseKeepsSegmentsForAllItsMembers() {
        Response kept = People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Été à Paris", "query", "area=75&rf=new"))
                .post(API);
        assertThat(kept.statusCode()).as(kept.asString()).isEqualTo(201);
        assertThat(kept.<String>path("slug")).isEqualTo("ete-a-paris");
        assertThat(kept.<String>path("query")).isEqualTo("rf=new&area=75");
        assertThat(People.as("editor")
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "été à paris", "query", ""))
                        .post(API)
                        .asString())
                .contains("segment-name-taken");
        Response changed = People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of("query", "area=69"))
                .put(API + "/ete-a-paris");
        assertThat(changed.<String>path("name")).isEqualTo("Été à Paris");
        assertThat(changed.<Integer>path("version")).isEqualTo(2);
        assertThat(People.as("reader").get(API).<List<String>>path("slug")).contains("rf-new", "ete-a-paris");
        assertThat(People.as("reader").accept("text/html").get(PAGE).asString()).contains("Été à Paris");
        assertThat(People.as("editor").delete(API + "/rf-new").<String>path("code"))
                .isEqualTo("segment-shipped");
        assertThat(People.as("editor").delete(API + "/ete-a-paris").statusCode())
                .isEqualTo(204);
        assertThat(People.as("editor").delete(API + "/ete-a-paris").<String>path("code"))
                .isEqualTo("segment-unknown");
        assertThat(People.as("steward").get("/api/houses/one/audit?limit=500").asString())
                .contains("segment-saved", "version 2 area=69", "segment-deleted")
                .doesNotContain("à Paris");
    }

    @Test
    void aListHasWhoAgreedAndLeavesALineWithoutNames() {
        say("921", "given");
        say("922", "given");
        say("923", "given");
        say("923", "objected");
        Map<String, String> wish = Map.of("query", "season=2025-26", "purpose", "programme", "channel", "email");
        Response list = contacts("steward", wish);
        assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
        assertThat(list.header("Cache-Control")).isEqualTo("no-store");
        assertThat(list.header("Content-Disposition")).contains("one-programme-email.csv");
        assertThat(new String(list.asByteArray(), StandardCharsets.UTF_8)
                        .lines()
                        .sorted()
                        .toList())
                .contains("a921@quazzle.example,Ada,Quazzle921", "a922@quazzle.example,Ada,Quazzle922")
                .contains("\ufeffEMAIL,FIRSTNAME,LASTNAME")
                .noneMatch(line -> line.contains("923") || line.contains("925"));
        People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Saison", "query", "season=2025-26"))
                .post(API);
        assertThat(contacts("steward", Map.of("segment", "saison", "purpose", "programme", "channel", "sms"))
                        .asString())
                .contains("SMS,FIRSTNAME,LASTNAME", "+33 6 00 00 09 01,Ada,Quazzle921");
        String audit =
                People.as("steward").get("/api/houses/one/audit?limit=500").asString();
        assertThat(audit).contains("people by email, segment season=2025-26").doesNotContain("uazzle");
        assertThat(contacts("editor", wish).statusCode()).isEqualTo(403);
        assertThat(contacts("other", wish).statusCode()).isEqualTo(404);
        assertThat(contacts("steward", Map.of("purpose", "spam")).asString())
                .contains("contacts-refused", "programme, partners, surveys", "email, post, telephone, sms");
    }

    @Test
    void thePageBuildsASegmentAndHandsOverAList() {
        say("924", "given");
        Response page = People.as("steward")
                .accept("text/html")
                .get(PAGE + "?visits-from=2&visits-to=&visits-months=24&rf=new&rf=once-before&genre=");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("value=\"rf=new,once-before&amp;visits=2..@24\"")
                .contains(PAGE + "/contacts");
        assertThat(People.as("reader").accept("text/html").get(PAGE).asString())
                .doesNotContain(PAGE + "/contacts")
                .doesNotContain("name=\"csrf\" value=\"\"");
        Response refused = People.as("reader").accept("text/html").get(PAGE + "?rf=nouveau");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("nouveau");
        Response list = People.as("steward")
                .accept("*/*")
                .contentType(ContentType.URLENC)
                .formParam("query", "season=2025-26")
                .formParam("purpose", "programme")
                .formParam("channel", "email")
                .post(PAGE + "/contacts");
        assertThat(list.asString()).contains("a924@quazzle.example");
        String person = People.as("steward")
                .contentType(ContentType.JSON)
                .body(Map.of("reference", "924"))
                .post("/api/houses/one/people/search")
                .path("buyers[0].person");
        assertThat(People.as("steward").get("/api/houses/one/people/" + person).<List<String>>path("lists.segment"))
                .contains("season=2025-26");
        assertThat(People.as("steward")
                        .accept("text/html")
                        .header("Accept-Language", "en")
                        .get("/h/one/people/" + person)
                        .asString())
                .contains("Lists they were on", "News of the programme");
        assertThat(People.as("reader")
                        .accept("text/csv")
                        .get(PAGE + "/history.csv?season=2025-26")
                        .asString())
                .contains("day,people");
    }

    /** In a house of its own, whose questions of the day are used up. What was asked already is told again all the same. */
    @Test
    void aHouseAsksForSoManySizesOfADayAndNoMore() {
        Node node = People.node();
        House house = node.houses().add(People.house("curious"));
        node.accounts()
                .setRole(node.accounts().add("curious-reader", "Reader", false).id(), house.id(), Role.READER);
        node.accounts()
                .setRole(node.accounts().add("curious-editor", "Editor", false).id(), house.id(), Role.EDITOR);
        String size = "/api/houses/curious/segments/size?area=";
        int most = node.settings().segmentQuestions();
        for (int question = 1; question <= most; question++) {
            assertThat(People.as("curious-reader").get(size + area(question)).statusCode())
                    .as("question " + question)
                    .isEqualTo(200);
        }
        Response more = People.as("curious-reader").get(size + area(most + 1));
        assertThat(more.statusCode()).as(more.asString()).isEqualTo(429);
        assertThat(more.<String>path("code")).isEqualTo("segment-questions-spent");
        assertThat(more.<String>path("title")).contains(Integer.toString(most));
        assertThat(more.<String>path("mend"))
                .contains(People.today().plusDays(1).toString());
        assertThat(People.as("curious-reader").get(size + area(1)).statusCode())
                .as("asked already")
                .isEqualTo(200);
        assertThat(People.as("curious-reader")
                        .accept("*/*")
                        .get("/h/curious/segments/history.csv?area=" + area(most + 1))
                        .statusCode())
                .as("a table to take away counts with it")
                .isEqualTo(429);
        assertThat(People.as("curious-editor")
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "Loin", "query", "area=" + area(most + 1)))
                        .post("/api/houses/curious/segments")
                        .statusCode())
                .as("so does keeping one")
                .isEqualTo(429);
        assertThat(People.as("reader").get(API + "/size?area=" + area(most + 1)).statusCode())
                .as("another house asks on its own account")
                .isEqualTo(200);
    }

    private static String area(int number) {
        return "%02d".formatted(number);
    }
}
