package org.foyer.hub.governance.internal.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import org.foyer.hub.governance.AgreementTemplate;
import org.junit.jupiter.api.Test;

/** The templates in the jar against their schema. */
class AgreementFileTest {

    @Test
    void theFileFollowsItsSchema() throws IOException {
        JsonNode schema;
        try (InputStream in = AgreementFile.class.getResourceAsStream("/governance/agreements.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(AgreementFile.tree()))
                .isEmpty();
        assertThat(AgreementFile.shipped())
                .extracting(AgreementTemplate::id)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(AgreementFile.shipped())
                .allSatisfy(template -> assertThat(template.essence().isEmpty()).isEqualTo(!template.joint()));
    }
}
