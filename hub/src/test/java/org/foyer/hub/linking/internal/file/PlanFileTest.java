package org.foyer.hub.linking.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.List;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.LinkColumn;
import org.foyer.hub.linking.LinkPlan;
import org.junit.jupiter.api.Test;

class PlanFileTest {

    private static final String SOUND = """
            id: unique_id
            country: gb
            dates: month-first
            languages: [en, fr]
            columns:
              first_name: first-name
              surname: last-name
              born: date
              remark: ignore
            """;
    private static final String WRONG = """
            id: ""
            colour: red
            dates: backwards
            country: ZZ
            columns:
              first_name: firstname
              surname: last-name
              other: last-name
            """;

    private final PlanFile file = new PlanFile("link.yaml");

    @Test
    void aSoundPlanIsRead() {
        assertThat(file.read(SOUND))
                .isEqualTo(new LinkPlan(
                        "unique_id",
                        List.of(
                                new LinkColumn("first_name", ColumnKind.FIRST_NAME),
                                new LinkColumn("surname", ColumnKind.LAST_NAME),
                                new LinkColumn("born", ColumnKind.DATE)),
                        "GB",
                        true));
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void columnsMayBeAList() {
        LinkPlan plan = file.read("{id: a, columns: [{name: b, kind: e-mail}]}");
        assertThat(plan).isNull();
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("link-config-kind-unknown");
            assertThat(problem.arguments()).contains("e-mail");
        });
        assertThat(new PlanFile("x").read("{id: a, columns: [{name: b, kind: email}]}"))
                .isEqualTo(new LinkPlan("a", List.of(new LinkColumn("b", ColumnKind.EMAIL)), "FR", false));
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirPlaces() {
        assertThat(file.read(WRONG)).isNull();
        assertThat(file.problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "2:1 link-config-key-unknown",
                        "3:8 link-config-dates-unknown",
                        "4:10 link-config-country-unknown",
                        "6:15 link-config-kind-unknown",
                        "8:10 link-config-kind-twice",
                        "1:5 link-config-id-missing");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() {
        assertThat(file.read("id: a\ncolumns: [b\nc: d\n")).isNull();
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("link-config-unreadable");
            assertThat(problem.line()).isGreaterThan(1);
        });
        PlanFile words = new PlanFile("x");
        assertThat(words.read("just words")).isNull();
        assertThat(words.problems()).extracting("code").containsExactly("link-config-not-keys");
    }

    /** The schema is what editors and integrators read; it must say the same as the reader. */
    @Test
    void theSchemaAgreesWithTheReader() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(PlanFileTest.class.getResourceAsStream("/linking/link.schema.json"));
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        assertThat(schema.validate(yaml.readTree(SOUND))).isEmpty();
        assertThat(schema.validate(yaml.readTree(WRONG))).isNotEmpty();
        for (ColumnKind kind : ColumnKind.values()) {
            assertThat(schema.validate(yaml.readTree("{id: a, columns: {b: " + kind.key() + "}}")))
                    .isEmpty();
        }
    }
}
