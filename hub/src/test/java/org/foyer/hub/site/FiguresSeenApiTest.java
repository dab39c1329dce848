package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who looked at figures of people stands in the audit, once a day for each kind; who was turned away does not. */
@QuarkusTest
@QuarkusTestResource(TemporaryNode.class)
class FiguresSeenApiTest {

    private static List<Map<String, Object>> looks(String steward, String house) {
        return People.as(steward)
                .get("/api/houses/" + house + "/audit?limit=500")
                .jsonPath()
                .getList("findAll { it.action == 'figures-seen' }");
    }

    @Test
    void eachKindOfFiguresIsNotedOnceADay() {
        People.node();
        for (int look = 0; look < 3; look++) {
            assertThat(People.as("editor").get("/api/houses/one/audience").statusCode())
                    .isEqualTo(200);
            assertThat(People.as("editor")
                            .accept("text/html")
                            .get("/h/one/segments")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(looks("steward", "one").stream()
                        .filter(line -> line.get("actor").equals("editor"))
                        .map(line -> line.get("detail") + " " + line.get("purpose")))
                .contains("audience audience", "segments audience")
                .doesNotHaveDuplicates();
    }

    @Test
    void whoIsTurnedAwaySawNothing() {
        People.node();
        assertThat(People.as("editor").get("/api/houses/two/audience").statusCode())
                .isEqualTo(404);
        assertThat(looks("other", "two")).noneMatch(line -> line.get("actor").equals("editor"));
    }
}
