package org.foyer.hub.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The HTTP API as a program uses it. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class ApiTest {

    private static final String SALES = """
            operation_id;date_operation;operation;billet;spectacle;date_representation;montant
            1;2024-10-01 10:00:00;vente;B1;Le Cid;2024-11-02 20:00;25,00
            2;2024-10-02 11:00:00;vente;B2;Le Cid;2024-11-02 20:00;25,00
            """;

    @BeforeEach
    void people() {
        People.node();
    }

    @Test
    void problemsAreToldInTheLanguageAskedFor() {
        Response french = given().header("Accept-Language", "fr-CA").get("/api/session");
        Response english = given().header("Accept-Language", "en-GB,de;q=0.5").get("/api/session");
        assertThat(french.contentType()).startsWith("application/problem+json");
        assertThat(french.<String>path("type")).isEqualTo("urn:foyer:problem:not-signed-in");
        assertThat(french.<String>path("title")).isEqualTo("Il faut un compte pour cela.");
        assertThat(english.<String>path("title")).isEqualTo("This needs an account.");
        assertThat(english.<String>path("mend")).isEqualTo("Sign in, or send an API token.");
    }

    @Test
    void whatWasNotChangedIsNotSentAgain() {
        Response first = People.as("reader").get("/api/houses/one/seasons");
        String tag = first.header("ETag");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).contains("private", "no-cache");
        Response second = People.as("reader").header("If-None-Match", tag).get("/api/houses/one/seasons");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(given().header("If-None-Match", tag)
                        .get("/api/houses/one/seasons")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPageOutOfRangeIsRefused() {
        for (String query : List.of("limit=501", "limit=0", "offset=-1", "offset=99999999")) {
            Response answer = People.as("reader").get("/api/houses/one/performances?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.<String>path("code")).isEqualTo("parameter-unreadable");
        }
    }

    @Test
    void anUnreadableSeasonOrDayIsNamed() {
        Response season =
                People.as("reader").header("Accept-Language", "en").get("/api/houses/one/figures?season=last");
        assertThat(season.<String>path("title")).isEqualTo("What stands for season cannot be read: last");
        assertThat(People.as("reader")
                        .get("/api/houses/one/figures?as-of=31/02/2025")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theOperatorAddsAHouseAnAccountAndItsSteward() {
        Response house = People.as("operator")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Théâtre de l'Œuvre", "discipline", "theatre", "seats", 326))
                .post("/api/houses");
        assertThat(house.statusCode()).isEqualTo(201);
        assertThat(house.header("Location")).endsWith("/api/houses/theatre-de-l-oeuvre");
        Response account = People.as("operator")
                .contentType(ContentType.JSON)
                .body(Map.of("login", "first-steward", "name", "First Steward"))
                .post("/api/accounts");
        assertThat(account.statusCode()).isEqualTo(201);
        Response member = People.as("operator")
                .contentType(ContentType.JSON)
                .body(Map.of("login", "first-steward", "role", "steward"))
                .post("/api/houses/theatre-de-l-oeuvre/members");
        assertThat(member.statusCode()).isEqualTo(200);

        String key = account.<String>path("link").replaceFirst(".*key=", "");
        Map<String, String> use = Map.of("key", key, "password", People.PASSWORD);
        Response session = given().contentType(ContentType.JSON).body(use).post("/api/session/link");
        assertThat(session.statusCode()).isEqualTo(204);
        Response me =
                given().cookie("foyer_session", session.cookie("foyer_session")).get("/api/session");
        assertThat(me.<Map<String, String>>path("roles")).isEqualTo(Map.of("theatre-de-l-oeuvre", "steward"));
        assertThat(given().contentType(ContentType.JSON)
                        .body(use)
                        .post("/api/session/link")
                        .<String>path("code"))
                .isEqualTo("link-ended");
    }

    @Test
    void nobodyChangesTheirOwnRole() {
        Response answer = People.as("operator")
                .contentType(ContentType.JSON)
                .body(Map.of("login", "operator", "role", "reader"))
                .post("/api/houses/one/members");
        assertThat(answer.<String>path("code")).isEqualTo("own-role");
    }

    @Test
    void theSameIdempotencyKeyAnswersWithTheFirstReport() {
        Response file = People.as("editor")
                .contentType(ContentType.BINARY)
                .body(SALES.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/houses/one/files?name=ventes.csv");
        assertThat(file.statusCode()).isEqualTo(201);
        Map<String, Object> wish = Map.of(
                "files", List.of(Map.of("sha256", file.<String>path("sha256"), "name", "ventes.csv")), "dryRun", false);
        Response first = run(wish);
        Response again = run(wish);
        assertThat(first.statusCode()).isIn(201, 422);
        assertThat(again.<Integer>path("run")).isEqualTo(first.<Integer>path("run"));
        assertThat(again.<String>path("begunAt")).isEqualTo(first.<String>path("begunAt"));
    }

    private static Response run(Map<String, Object> wish) {
        return People.as("editor")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "ventes-1")
                .body(wish)
                .post("/api/houses/one/runs");
    }

    private static final String WORDS = """
            operation_id;date_operation;operation;billet;spectacle;date_representation;montant;tarif
            11;2024-10-01 10:00:00;vente;W1;Le Cid;2024-11-02 20:00;25,00;Carte maison
            12;2024-10-02 11:00:00;vente;W2;Le Cid;2024-11-02 20:00;25,00;Plein tarif
            """;

    private static Response say(Object... words) {
        return People.as("editor")
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(Map.of("words", List.of(words)))
                .put("/api/houses/one/words");
    }

    private static Map<String, String> word(String label, String kind) {
        return Map.of("field", "tariff", "label", label, "kind", kind);
    }

    private static List<String> wordsAsTold() {
        Response words = People.as("editor").get("/api/houses/one/words?limit=500");
        assertThat(words.statusCode()).isEqualTo(200);
        return words.<List<Map<String, Object>>>path("items").stream()
                .map(word -> word.get("label") + " " + word.get("kind"))
                .toList();
    }

    private static void importWords() {
        Response file = People.as("editor")
                .contentType(ContentType.BINARY)
                .body(WORDS.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/houses/one/files?name=mots.csv");
        Map<String, Object> names = Map.of("sha256", file.<String>path("sha256"), "name", "mots.csv");
        Response run = People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of("files", List.of(names), "dryRun", false))
                .post("/api/houses/one/runs");
        assertThat(run.statusCode()).as(run.asString()).isEqualTo(201);
    }

    @Test
    void wordsAreClassifiedAndEveryProblemIsToldAtOnce() {
        importWords();
        Response refused = say(word("Carte maison", "cheap"), word("Carte maison", "pass"), word("Nulle part", "full"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.<String>path("code")).isEqualTo("words-refused");
        assertThat(refused.<List<String>>path("problems.code"))
                .containsExactly("kind-unknown", "word-said-twice", "word-unknown");
        assertThat(refused.<List<Integer>>path("problems.number")).containsExactly(1, 2, 3);
        assertThat(refused.<String>path("problems[2].title")).isEqualTo("The house has no word “Nulle part”.");
        assertThat(say("no object").statusCode()).isEqualTo(400);

        Response said = say(word("Carte maison", "pass"));
        assertThat(said.statusCode()).as(said.asString()).isEqualTo(200);
        assertThat(wordsAsTold()).contains("Carte maison pass");
        Response lines = People.as("steward").get("/api/houses/one/audit");
        assertThat(lines.asString()).contains("words-said", "words 1").doesNotContain("Carte maison");
    }

    /** A select left as it was shown says nothing, whatever others said meanwhile. */
    @Test
    void theFormSaysOnlyWhatWasChangedInIt() {
        importWords();
        say(word("Carte maison", "pass"), word("Plein tarif", "full"));
        Response answer = People.as("editor")
                .accept("text/html")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("word-0", "tariff:Carte+maison")
                .formParam("was-0", "group")
                .formParam("kind-0", "group")
                .formParam("word-1", "tariff:Plein+tarif")
                .formParam("was-1", "full")
                .formParam("kind-1", "")
                .post("/h/one/words");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/h/one/words?offset=0&said=1");
        assertThat(wordsAsTold()).contains("Carte maison pass", "Plein tarif null");
        Response gone = People.as("editor")
                .accept("text/html")
                .contentType(ContentType.URLENC)
                .formParam("word-0", "tariff:Nulle+part")
                .formParam("was-0", "")
                .formParam("kind-0", "full")
                .post("/h/one/words");
        assertThat(gone.statusCode()).isEqualTo(422);
        assertThat(gone.asString()).contains("Nulle part", "role=\"alert\"");
    }

    @Test
    void healthNamesEachStoreAndMetricsNameNoPerson() {
        Response health = given().get("/q/health/ready");
        assertThat(health.<List<String>>path("checks.name")).contains("register", "warehouse", "disk");
        People.as("steward").get("/api/houses/one/members");
        assertThat(given().get("/q/metrics").asString())
                .contains("http_server_requests_seconds")
                .doesNotContain("steward", "first-steward");
    }

    @Test
    void aStewardDecidesHowLongContactsAreKept() {
        Map<String, Object> wish = Map.of("contactsMonths", 24, "quarantineMonths", 6, "contact", "dpo@one.example");
        for (String refused : List.of("reader", "editor", "other")) {
            assertThat(People.as(refused)
                            .contentType(ContentType.JSON)
                            .body(wish)
                            .put("/api/houses/one/data-protection/terms")
                            .statusCode())
                    .isEqualTo("other".equals(refused) ? 404 : 403);
        }
        Response kept = People.as("steward")
                .contentType(ContentType.JSON)
                .body(wish)
                .put("/api/houses/one/data-protection/terms");
        assertThat(kept.statusCode()).isEqualTo(200);
        Response told = People.as("editor").header("Accept-Language", "fr").get("/api/houses/one/data-protection");
        assertThat(told.<Integer>path("facts.terms.contactsMonths")).isEqualTo(24);
        assertThat(told.<String>path("told.title")).isEqualTo("Protection des données");
        assertThat(told.asString()).contains("Le nœud n’écoute que sur sa propre machine.");
        Response lines = People.as("steward").get("/api/houses/one/audit?limit=1");
        assertThat(lines.<String>path("[0].action")).isEqualTo("terms-set");
        assertThat(lines.<String>path("[0].detail"))
                .contains("contacts 36 to 24 months")
                .doesNotContain("dpo@");
    }

    @Test
    void unlawfulTermsAreRefusedWithEveryReason() {
        Response refused = People.as("steward")
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(Map.of("contactsMonths", 48, "quarantineMonths", 0))
                .put("/api/houses/one/data-protection/terms");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("code")).isEqualTo("terms-refused");
        assertThat(refused.asString())
                .contains("48 months is not allowed here: 1 to 36.", "0 months is not allowed here");
        Response page = People.as("steward")
                .accept("text/html")
                .header("Accept-Language", "en")
                .formParam("contacts-months", "abc")
                .formParam("quarantine-months", "12")
                .formParam("hosting", "Nantes <b>")
                .post("/h/one/data-protection");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString()).contains("Months for which contacts are kept: 0 months", "Nantes &lt;b&gt;");
    }

    @Test
    void thePageAndThePdfShowTheSame() {
        Response page = People.as("editor")
                .accept("text/html")
                .header("Accept-Language", "en")
                .get("/h/one/data-protection");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("The fifteen points to look at before saying yes")
                .doesNotContain("<form class=\"fields two\"");
        assertThat(People.as("steward")
                        .accept("text/html")
                        .get("/h/one/data-protection")
                        .asString())
                .contains("<form class=\"fields two\"");
        Response pdf = People.as("editor").accept("*/*").get("/h/one/data-protection.pdf?lang=en");
        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        assertThat(pdf.asByteArray()).startsWith('%', 'P', 'D', 'F');
    }
}
