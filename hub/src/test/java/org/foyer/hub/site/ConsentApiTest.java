package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person says of being contacted, written down by a steward through the API and through the page. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class ConsentApiTest {

    private static final String SALES = """
            billet;opération;date de vente;montant;spectacle;date;n° client;nom;prénom;e-mail;code postal
            K1;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;801;Wimbrell;Ada;ada@wimbrell.example;75011
            K2;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;802;Wimbrell;Bo;bo@wimbrell.example;75011
            K3;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;803;Wimbrell;Cy;cy@wimbrell.example;75011
            K4;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;804;Wimbrell;Di;di@wimbrell.example;75011
            K5;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;811;Wimbrell;Ed;ed@wimbrell.example;75011
            K6;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;812;Wimbrell;Fa;fa@wimbrell.example;75011
            K7;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;813;Wimbrell;Gu;gu@wimbrell.example;75011
            """;
    private static final String WORDING = "J’accepte la lettre <du théâtre>.";

    @BeforeEach
    void sales() {
        People.node();
        Response file = People.as("editor")
                .contentType(ContentType.BINARY)
                .body(SALES.getBytes(StandardCharsets.UTF_8))
                .post("/api/houses/one/files?name=accords.csv");
        assertThat(file.statusCode()).as(file.asString()).isEqualTo(201);
        People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "files",
                        List.of(Map.of("sha256", file.<String>path("sha256"), "name", "accords.csv")),
                        "dryRun",
                        false))
                .post("/api/houses/one/runs");
    }

    private static String person(String number) {
        return People.as("steward")
                .contentType(ContentType.JSON)
                .body(Map.of("reference", number))
                .post("/api/houses/one/people/search")
                .path("buyers[0].person");
    }

    private static Response say(String person, Map<String, Object> saying) {
        return People.as("steward")
                .contentType(ContentType.JSON)
                .body(saying)
                .post("/api/houses/one/people/" + person + "/consents");
    }

    private static Map<String, Object> saying(String said, String... channels) {
        return Map.of(
                "said",
                said,
                "purposes",
                List.of("programme"),
                "channels",
                List.of(channels),
                "way",
                "paper",
                "wording",
                WORDING);
    }

    private static List<Long> mayMail(String person) {
        House one = People.node().houses().bySlug("one").orElseThrow();
        return People.node()
                .consents()
                .mayBeContacted(one, List.of(Long.valueOf(person)), "programme", "email", Instant.now());
    }

    @Test
    void aConsentAndItsWithdrawalCountAtOnceAndAreInTheFileOfThePerson() {
        String person = person("801");
        Response given = say(person, saying("given", "email", "post"));
        assertThat(given.statusCode()).as(given.asString()).isEqualTo(200);
        assertThat(given.<String>path("stands[0].standing")).isEqualTo("given");
        assertThat(given.<String>path("stands[0].by.wording.text")).isEqualTo(WORDING);
        assertThat(mayMail(person)).containsExactly(Long.valueOf(person));
        assertThat(say(person, saying("withdrawn", "email")).<String>path("stands[0].standing"))
                .isEqualTo("withdrawn");
        assertThat(mayMail(person)).isEmpty();
        Response everything = People.as("steward").get("/api/houses/one/people/" + person);
        assertThat(everything.<List<String>>path("consents.events.said"))
                .containsExactly("withdrawn", "given", "given");
        assertThat(everything.<List<String>>path("seen.action")).contains("consent-given", "consent-withdrawn");
        assertThat(People.as("steward").get("/api/houses/one/audit?limit=500").asString())
                .contains("programme by email post, said paper, people " + person)
                .doesNotContain("imbrell")
                .doesNotContain("lettre");
    }

    @Test
    void theReceiptIsHandedOverAndWrittenDown() {
        String person = person("802");
        Response nothing = People.as("steward").get("/api/houses/one/people/" + person + "/consents/receipt");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.<String>path("code")).isEqualTo("consent-nothing-said");
        say(person, saying("given", "sms"));
        Response receipt = People.as("steward")
                .header("Accept-Language", "en")
                .get("/api/houses/one/people/" + person + "/consents/receipt");
        assertThat(receipt.<String>path("'@type'")).isEqualTo("dpv:ConsentReceipt");
        assertThat(receipt.<String>path("'dpv:hasRecordOfActivity'[0].'dpv:hasProcess'.'dpv:hasPurpose'.'dct:title'"))
                .isEqualTo("News of the programme");
        Response file = People.as("steward").get("/h/one/people/" + person + "/consents/receipt.json");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"consent-receipt.json\"");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(file.asString()).doesNotContain("imbrell");
        assertThat(People.as("steward").get("/api/houses/one/people/" + person).<List<String>>path("seen.action"))
                .contains("consent-receipt");
    }

    @Test
    void everythingIsHandedOverAsAPdfThatThePersonCanRead() throws IOException {
        String person = person("802");
        Response answer = People.as("steward")
                .accept("application/pdf")
                .get("/h/one/people/" + person + "/everything.pdf?lang=fr");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        try (PDDocument document = Loader.loadPDF(answer.asByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Bo Wimbrell", "bo@wimbrell.example", "Consentements", "Phèdre", "accords.csv");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
        assertThat(People.as("steward").get("/api/houses/one/people/" + person).<List<String>>path("seen.action"))
                .contains("person-shown");
    }

    @Test
    void whatIsWrongIsToldAllAtOnce() {
        Response refused = say(
                person("802"),
                Map.of("said", "given", "purposes", List.of("magic"), "channels", List.of(), "way", "paper"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("code")).isEqualTo("consent-refused");
        assertThat(refused.<List<String>>path("problems.code"))
                .containsExactly("consent-choice", "consent-choice", "consent-wording-missing");
        assertThat(say(person("802"), Map.of("said", "perhaps", "until", "tomorrow"))
                        .<List<String>>path("problems.code"))
                .containsExactly("consent-choice", "consent-day");
    }

    private static Response form(String person, String said, String wording) {
        return People.as("steward")
                .accept("text/html")
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("purpose", "programme", "surveys")
                .formParam("channel", "email")
                .formParam("way", "box-office")
                .formParam("wording", wording)
                .formParam("language", "fr")
                .formParam("said", said)
                .post("/h/one/people/" + person + "/consents");
    }

    @Test
    void thePageWritesDownAndKeepsWhatWasTypedWhenItRefuses() {
        String person = person("803");
        Response refused = form(person, "given", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("role=\"alert\"", "value=\"surveys\" checked", "Cy Wimbrell");
        Response done = form(person, "given", WORDING);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith("/h/one/people/" + person + "?kept=true#consents");
        String page = People.as("steward")
                .accept("text/html")
                .header("Accept-Language", "fr")
                .get("/h/one/people/" + person + "?kept=true")
                .asString();
        assertThat(page)
                .contains("Consentements", "D’accord", "J’accepte la lettre &lt;du théâtre&gt;.", "role=\"status\"");
        assertThat(form(person, "objected", "").statusCode()).isEqualTo(303);
        assertThat(People.as("steward")
                        .accept("text/html")
                        .header("Accept-Language", "fr")
                        .get("/h/one/people/" + person)
                        .asString())
                .contains("class=\"tag bad\">S’oppose");
        assertThat(mayMail(person)).isEmpty();
    }

    private static Response list(byte[] file, String said) {
        return People.as("steward")
                .accept("text/html")
                .header("Accept-Language", "en")
                .multiPart("file", "letter.csv", file, "text/csv")
                .multiPart("purpose", "surveys")
                .multiPart("channel", "post")
                .multiPart("way", "file")
                .multiPart("wording", "Yes to surveys.")
                .multiPart("language", "en")
                .multiPart("said", said)
                .post("/h/one/people/consents");
    }

    @Test
    void aListOfPeopleIsWrittenDownByThePageAndByTheApi() {
        byte[] file = "number\n811\ned2@wimbrell.example\n812\n".getBytes(StandardCharsets.UTF_8);
        Response done = list(file, "given");
        assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
        assertThat(done.asString()).contains("Written down for 2 people", "First lines of these: 3.");
        assertThat(list("PK".getBytes(StandardCharsets.UTF_8), "given").asString())
                .contains("The list cannot be read as text");
        assertThat(list(file, "perhaps").statusCode()).isEqualTo(422);
        Response api = People.as("steward")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "people",
                        List.of("812", "813"),
                        "saying",
                        Map.of(
                                "said",
                                "objected",
                                "purposes",
                                List.of("surveys"),
                                "channels",
                                List.of("post"),
                                "way",
                                "file")))
                .post("/api/houses/one/people/consents");
        assertThat(api.statusCode()).as(api.asString()).isEqualTo(200);
        assertThat(api.<Integer>path("people.written")).isEqualTo(2);
        House one = People.node().houses().bySlug("one").orElseThrow();
        List<Long> both = List.of(Long.valueOf(person("811")), Long.valueOf(person("812")));
        assertThat(People.node().consents().mayBeContacted(one, both, "surveys", "post", Instant.now()))
                .containsExactly(both.get(0));
        assertThat(People.as("steward").get("/api/houses/one/audit?limit=500").asString())
                .contains("surveys by post, said file, 2 people")
                .doesNotContain("imbrell");
    }

    @Test
    void whoIsForgottenLeavesNothingAndAnotherHouseReachesNobody() {
        String person = person("804");
        say(person, saying("given", "email"));
        for (String path : List.of("/consents", "/consents/receipt")) {
            assertThat(People.as("other")
                            .get("/api/houses/two/people/" + person + path)
                            .<String>path("code"))
                    .isEqualTo("person-unknown");
        }
        People.as("steward")
                .contentType(ContentType.JSON)
                .body(Map.of("persons", List.of(person)))
                .post("/api/houses/one/people/erasures");
        List<Long> left = People.node()
                .register()
                .read(handle -> handle.createQuery("select person from consent_event where person = :person")
                        .bind("person", Long.valueOf(person))
                        .mapTo(Long.class)
                        .list());
        assertThat(left).isEmpty();
        assertThat(say(person, saying("given", "email")).<String>path("code")).isEqualTo("person-unknown");
    }
}
