package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.Consents;
import org.junit.jupiter.api.Test;

/** What can be agreed to, against its schema. */
class ConsentFileTest {

    private final ConsentChoices choices = ConsentFile.shipped();

    @Test
    void theFileFollowsItsSchema() throws IOException {
        JsonNode schema;
        try (InputStream in = ConsentFile.class.getResourceAsStream("/governance/consents.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(ConsentFile.tree()))
                .isEmpty();
    }

    @Test
    void theIdsThatStandInRegistersStay() {
        assertThat(ConsentChoices.ids(choices.purposes())).containsExactly("programme", "partners", "surveys");
        assertThat(ConsentChoices.ids(choices.channels())).containsExactly("email", "post", "telephone", "sms");
        assertThat(ConsentChoices.ids(choices.ways())).doesNotHaveDuplicates().contains(Consents.FILE, "paper");
    }

    @Test
    void aChoiceThatIsNoMoreIsToldByItsId() {
        assertThat(ConsentChoices.title(choices.channels(), "email", "fr")).isEqualTo("E-mail");
        assertThat(ConsentChoices.title(choices.channels(), "telegraph", "fr")).isEqualTo("telegraph");
    }
}
