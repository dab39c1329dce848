package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** Cap Data over HTTP, by anyone: the whole node, one house, packed. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class CapDataApiTest {

    private static final String SALES = """
            billet;opération;date de vente;montant;spectacle;date
            C1;vente;01/05/2025 10:00;20,00;Ondine & Cie;14/11/2025 20:00
            """;

    private static Graph graph(byte[] rdf) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(rdf)).lang(Lang.RDFXML).parse(graph);
        return graph;
    }

    @Test
    void theHarvesterFindsItWhereItLooks() throws IOException {
        People.node();
        Response file = People.as("editor")
                .contentType(ContentType.BINARY)
                .body(SALES.getBytes(StandardCharsets.UTF_8))
                .post("/api/houses/one/files?name=capdata.csv");
        People.as("editor")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "files",
                        List.of(Map.of("sha256", file.<String>path("sha256"), "name", "capdata.csv")),
                        "dryRun",
                        false))
                .post("/api/houses/one/runs");
        Response whole = RestAssured.get("/.well-known/capdata-export.rdf");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.contentType()).startsWith("application/rdf+xml");
        assertThat(whole.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(whole.asString()).contains("Ondine &amp; Cie").contains("/id/house/one");
        assertThat(graph(whole.asByteArray()).size()).isPositive();
        Response packed = RestAssured.get("/.well-known/capdata-export.rdf.gz");
        assertThat(packed.contentType()).startsWith("application/gzip");
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.asByteArray())).readAllBytes();
        assertThat(graph(unpacked).isIsomorphicWith(graph(whole.asByteArray()))).isTrue();
        Response one = RestAssured.get("/h/one/capdata-export.rdf");
        assertThat(one.asString()).contains("Ondine &amp; Cie");
        assertThat(RestAssured.get("/h/nobody/capdata-export.rdf").statusCode()).isEqualTo(404);
    }
}
