package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's request, from the search to the proof, as a steward makes it through the API and through the page. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class PeopleRightsApiTest {

    private static final String SALES = """
            billet;opération;date de vente;montant;spectacle;date;n° client;nom;prénom;e-mail;code postal
            R1;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;901;Quibbelton;Ada;ada@quibbelton.example;75011
            R2;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;902;Quibbelton;Bo;bo@quibbelton.example;75011
            """;

    @BeforeEach
    void sales() {
        People.node();
        Response file = People.as("editor")
                .contentType(ContentType.BINARY)
                .body(SALES.getBytes(StandardCharsets.UTF_8))
                .post("/api/houses/one/files?name=demandes.csv");
        assertThat(file.statusCode()).as(file.asString()).isEqualTo(201);
        People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "files",
                        List.of(Map.of("sha256", file.<String>path("sha256"), "name", "demandes.csv")),
                        "dryRun",
                        false))
                .post("/api/houses/one/runs");
    }

    private static Response search(Map<String, String> asked) {
        return People.as("steward").contentType(ContentType.JSON).body(asked).post("/api/houses/one/people/search");
    }

    @Test
    void aNameAloneShowsNobody() {
        Response answer = search(Map.of("lastName", "Quibbelton", "firstName", "Ada"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("code")).isEqualTo("person-not-told");
        assertThat(answer.asString()).doesNotContain("901");
    }

    @Test
    void whatIsHeldIsShownAndWhoSawItIsTold() {
        String person = search(Map.of("email", "Bo@quibbelton.example")).path("buyers[0].person");
        Response everything = People.as("steward").get("/api/houses/one/people/" + person);
        assertThat(everything.<String>path("held.buyer.lastName")).isEqualTo("Quibbelton");
        assertThat(everything.<List<String>>path("held.movements.ticket")).containsExactly("R2");
        Response again = People.as("steward").get("/api/houses/one/people/" + person);
        assertThat(again.<List<String>>path("seen.action")).contains("people-searched", "person-shown");
        assertThat(again.<String>path("seen[0].purpose")).isEqualTo("rights-of-people");
        Response audit = People.as("steward").get("/api/houses/one/audit?limit=200");
        assertThat(audit.asString()).contains(person).doesNotContain("uibbelton");
    }

    @Test
    void thePageForgetsForGoodAndKeepsTheProof() {
        String person = search(Map.of("reference", "901")).path("buyers[0].person");
        Response refused = People.as("steward")
                .accept("text/html")
                .contentType(ContentType.URLENC)
                .formParam("nothing", "")
                .post("/h/one/people/" + person + "/forget");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(search(Map.of("reference", "901")).<List<String>>path("buyers"))
                .hasSize(1);
        Response done = People.as("steward")
                .accept("text/html")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("sure", "yes")
                .post("/h/one/people/" + person + "/forget");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(search(Map.of("reference", "901")).<List<String>>path("buyers"))
                .isEmpty();
        Response proofs = People.as("steward").get("/api/houses/one/people/erasures");
        assertThat(proofs.<Integer>path("[0].people")).isEqualTo(1);
        assertThat(proofs.asString()).doesNotContain("uibbelton");
        assertThat(People.as("steward").accept("text/html").get("/h/one/people").asString())
                .doesNotContain("uibbelton");
        assertThat(People.as("steward").get("/api/houses/one/people/" + person).<String>path("code"))
                .isEqualTo("person-unknown");
    }

    @Test
    void whoseTimeIsNotOverStaysAndNobodyForgetsManyWithoutSayingSo() {
        Response refused = People.as("steward")
                .accept("text/html")
                .contentType(ContentType.URLENC)
                .formParam("nothing", "")
                .post("/h/one/people/due");
        assertThat(refused.statusCode()).isEqualTo(422);
        Response none = People.as("steward").post("/api/houses/one/people/erasures/due");
        assertThat(none.statusCode()).isEqualTo(200);
        assertThat(none.<List<Object>>path("$")).isEmpty();
        assertThat(search(Map.of("reference", "902")).<List<String>>path("buyers"))
                .hasSize(1);
        assertThat(People.as("steward").accept("text/html").get("/h/one/people").asString())
                .contains("id=\"due\"");
    }

    private static Response put(String what, Object body) {
        String person = search(Map.of("reference", "902")).path("buyers[0].person");
        return People.as("steward")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/houses/one/people/" + person + "/" + what);
    }

    @Test
    void contactsArePutRightOrAllFaultsAreTold() {
        Response refused = put("contacts", Map.of("email", "bo at quibbelton", "birthYear", "1", "hat", "size"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("problems.code")).containsExactly("contact-field");
        refused = put("contacts", Map.of("email", "bo at quibbelton", "birthYear", "1"));
        assertThat(refused.<List<String>>path("problems.code"))
                .containsExactlyInAnyOrder("contact-email", "contact-birth-year");
        assertThat(put("contacts", Map.of()).<List<String>>path("problems.code"))
                .containsExactly("contact-nothing");
        assertThat(put("contacts", Map.of("city", "Nantes")).<String>path("city"))
                .isEqualTo("Nantes");
        String person = search(Map.of("reference", "902")).path("buyers[0].person");
        Response page = People.as("steward")
                .accept("text/html")
                .contentType(ContentType.URLENC)
                .formParam("city", "Angers")
                .formParam("email", "bo")
                .post("/h/one/people/" + person + "/contacts");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString()).contains("aria-invalid=\"true\"").contains("value=\"Angers\"");
        Response everything = People.as("steward").get("/api/houses/one/people/" + person);
        assertThat(everything.<List<String>>path("held.corrected.field")).containsExactly("city");
        assertThat(everything.<List<String>>path("seen.action")).contains("person-corrected");
        assertThat(People.as("steward").get("/api/houses/one/audit?limit=200").asString())
                .doesNotContain("Nantes");
    }

    @Test
    void anObjectionToBeingCountedIsKept() {
        assertThat(put("objection", Map.of("objects", true, "way", "pigeon")).<String>path("code"))
                .isEqualTo("objection-refused");
        assertThat(put("objection", Map.of("objects", true, "way", "paper")).<String>path("objection.way"))
                .isEqualTo("paper");
        assertThat(put("objection", Map.of("objects", false, "way", "paper")).<Object>path("objection"))
                .isNull();
    }

    @Test
    void anotherHouseFindsNobody() {
        String person = search(Map.of("email", "bo@quibbelton.example")).path("buyers[0].person");
        assertThat(People.as("other")
                        .contentType(ContentType.JSON)
                        .body(Map.of("email", "bo@quibbelton.example"))
                        .post("/api/houses/two/people/search")
                        .<List<String>>path("buyers"))
                .isEmpty();
        assertThat(People.as("other").get("/api/houses/two/people/" + person).<String>path("code"))
                .isEqualTo("person-unknown");
        assertThat(People.as("other")
                        .contentType(ContentType.JSON)
                        .body(Map.of("persons", List.of(person)))
                        .post("/api/houses/two/people/erasures")
                        .<String>path("code"))
                .isEqualTo("person-unknown");
    }
}
