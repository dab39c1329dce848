package org.foyer.hub.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped description of the API is the one that its code gives. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class ApiDescriptionTest {

    private static final Path SHIPPED = Path.of("src/main/resources/api/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Run with {@code -Dfoyer.openapi.write=true} to write the description anew. */
    @Test
    void theShippedDescriptionIsThatOfTheCode() throws IOException {
        JsonNode described = described();
        if (Boolean.getBoolean("foyer.openapi.write")) {
            Files.createDirectories(SHIPPED.getParent());
            Files.writeString(SHIPPED, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(described) + "\n");
        }
        JsonNode answered = JSON.readTree(given().get("/api/openapi").asString());
        assertThat(answered.equals(described))
                .as("run with -Dfoyer.openapi.write=true")
                .isTrue();
        assertThat(answered.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(answered.path("paths").has("/api/houses/{house}/figures")).isTrue();
        assertThat(answered.path("paths").path("/api/houses/{house}/runs").toString())
                .contains("Idempotency-Key");
    }

    /** From the code, without the pages for people and without the address at which the test asks. */
    private static JsonNode described() throws IOException {
        ObjectNode described =
                (ObjectNode) JSON.readTree(given().get("/described?format=json").asString());
        described.remove("servers");
        ((ObjectNode) described.path("paths")).retain(forPrograms(described));
        return described;
    }

    private static List<String> forPrograms(ObjectNode described) {
        List<String> paths = new ArrayList<>();
        described.path("paths").fieldNames().forEachRemaining(paths::add);
        paths.removeIf(path -> !path.startsWith("/api/") && !path.startsWith("/id/") && !path.contains("/programme."));
        return paths;
    }
}
