package org.foyer.hub.governance.internal.networks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import org.foyer.hub.governance.NetworkForm;
import org.junit.jupiter.api.Test;

/** The forms in the jar against their schema. */
class NetworkFileTest {

    @Test
    void theFileFollowsItsSchema() throws IOException {
        JsonNode schema;
        try (InputStream in = NetworkFile.class.getResourceAsStream("/governance/networks.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(NetworkFile.tree()))
                .isEmpty();
        assertThat(NetworkFile.shipped()).extracting(NetworkForm::id).doesNotHaveDuplicates().hasSize(4);
    }
}
