package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vocabularies over HTTP, by anyone. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class VocabularyApiTest {

    @BeforeEach
    void node() {
        People.node();
    }

    private static Response ask(String accept, String path) {
        return RestAssured.given().accept(accept).redirects().follow(false).get(path);
    }

    private static Model model(Response answer, Lang lang) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(new String(answer.asByteArray(), StandardCharsets.UTF_8), lang)
                .parse(model);
        return model;
    }

    private static Lang lang(String mediaType) {
        return switch (mediaType) {
            case "text/turtle" -> Lang.TURTLE;
            case "application/ld+json" -> Lang.JSONLD;
            case "application/rdf+xml" -> Lang.RDFXML;
            default -> Lang.NTRIPLES;
        };
    }

    @ParameterizedTest
    @CsvSource({"text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples"})
    void everyFormSaysTheSame(String mediaType) {
        Response turtle = ask("text/turtle", "/id/vocabulary/genres");
        Response other = ask(mediaType, "/id/vocabulary/genres");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.header("Vary")).contains("Accept");
        Model expected = model(turtle, Lang.TURTLE);
        assertThat(expected.listSubjectsWithProperty(RDF.type, SKOS.Concept).toList())
                .hasSizeGreaterThan(40);
        assertThat(model(other, lang(mediaType)).isIsomorphicWith(expected)).isTrue();
        Response one = ask(mediaType, "/id/vocabulary/genres/opera");
        Model said = model(one, lang(mediaType));
        assertThat(said.listSubjects().toList()).hasSize(1);
        assertThat(expected.containsAll(said)).isTrue();
        assertThat(said.contains(null, SKOS.prefLabel, said.createLiteral("Oper", "de")))
                .isTrue();
    }

    @Test
    void aBrowserIsLedToThePage() {
        Response browser = ask("text/html,*/*;q=0.8", "/id/vocabulary/genres/opera");
        assertThat(browser.statusCode()).isEqualTo(303);
        assertThat(browser.header("Location")).endsWith("/vocabularies/genres#opera");
        assertThat(ask("text/html", "/vocabularies/genres").asString())
                .contains("id=\"opera\"", "1.5.0.0.0", "K6-402", "Oper");
        assertThat(ask("text/html", "/vocabularies").asString()).contains("/vocabularies/genres");
    }

    @Test
    void programsGetJsonAndTheFile() {
        assertThat(RestAssured.get("/api/vocabularies").jsonPath().getList("name"))
                .contains("genres", "roles");
        Response genres = RestAssured.get("/api/vocabularies/genres");
        assertThat(genres.jsonPath().getString("concepts.find { it.code == 'jazz' }.labels.nl"))
                .isEqualTo("Jazz");
        assertThat(genres.jsonPath().getString("concepts.find { it.code == 'jazz' }.id"))
                .endsWith("/id/vocabulary/genres/jazz");
        assertThat(RestAssured.get("/vocabularies/genres.ttl").asString()).startsWith("@base <http");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(ask("text/turtle", "/id/vocabulary/genres/nothing").statusCode())
                .isEqualTo(404);
        assertThat(ask("text/turtle", "/id/vocabulary/nothing").statusCode()).isEqualTo(404);
        assertThat(RestAssured.get("/api/vocabularies/nothing").statusCode()).isEqualTo(404);
        assertThat(ask("text/html", "/vocabularies/nothing").statusCode()).isEqualTo(404);
        assertThat(ask("image/png", "/id/vocabulary/genres").statusCode()).isEqualTo(406);
    }
}
