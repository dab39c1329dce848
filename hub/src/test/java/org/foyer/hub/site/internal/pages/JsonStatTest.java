package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foyer.hub.governance.Followed;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.hub.site.internal.server.JsonStat;
import org.junit.jupiter.api.Test;

/** A strict reader of JSON-stat 2.0 data sets, written from the format's description, reads what is written. */
class JsonStatTest {

    private static JsonNode written() throws JsonProcessingException {
        ObservatoryTold words = new ObservatoryTold(Language.ENGLISH, SampleObservatory.BANK);
        String json = JsonFormat.mapper()
                .writeValueAsString(JsonStat.of(
                        SampleObservatory.AGREED, SampleObservatory.TABLE, "en", words::name, List.of("a", "b")));
        return new ObjectMapper().readTree(json);
    }

    /** The number at codes of all dimensions, found as the description says: row-major over the sizes. */
    private static JsonNode at(JsonNode set, String... codes) {
        int place = 0;
        for (int i = 0; i < set.path("id").size(); i++) {
            String id = set.path("id").get(i).asText();
            JsonNode index = set.path("dimension").path(id).path("category").path("index");
            int found = -1;
            for (int code = 0; code < index.size(); code++) {
                found = index.get(code).asText().equals(codes[i]) ? code : found;
            }
            assertThat(found).as(codes[i]).isNotNegative();
            place = place * set.path("size").get(i).asInt() + found;
        }
        return set.path("value").get(place);
    }

    @Test
    void theSetHasWhatTheFormatAsksFor() throws JsonProcessingException {
        JsonNode set = written();
        assertThat(set.path("version").asText()).isEqualTo("2.0");
        assertThat(set.path("class").asText()).isEqualTo("dataset");
        assertThat(set.path("updated").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(set.path("note")).hasSize(2).allMatch(JsonNode::isTextual);
        assertThat(set.path("id").size()).isEqualTo(set.path("size").size());
        int cells = 1;
        for (int i = 0; i < set.path("id").size(); i++) {
            JsonNode dimension =
                    set.path("dimension").path(set.path("id").get(i).asText());
            JsonNode category = dimension.path("category");
            assertThat(dimension.path("label").isTextual()).isTrue();
            assertThat(category.path("index").size())
                    .isEqualTo(set.path("size").get(i).asInt());
            Set<String> codes = new HashSet<>();
            category.path("index").forEach(code -> codes.add(code.asText()));
            assertThat(codes).hasSize(category.path("index").size());
            Set<String> labelled = new HashSet<>();
            category.path("label").fieldNames().forEachRemaining(labelled::add);
            assertThat(labelled).isEqualTo(codes);
            cells *= set.path("size").get(i).asInt();
        }
        assertThat(set.path("value").isArray()).isTrue();
        assertThat(set.path("value").size()).isEqualTo(cells);
        set.path("value")
                .forEach(value ->
                        assertThat(value.isIntegralNumber() || value.isNull()).isTrue());
        set.path("status").fieldNames().forEachRemaining(place -> {
            assertThat(set.path("value").get(Integer.parseInt(place)).isNull()).isTrue();
            assertThat(set.path("status").path(place).asText()).isEqualTo("c");
        });
    }

    @Test
    void numbersStandWhereTheTableHasThem() throws JsonProcessingException {
        JsonNode set = written();
        assertThat(at(set, "theatre", "6").asLong()).isEqualTo(4_000);
        assertThat(at(set, "circus", "_T").asLong()).isEqualTo(1_800);
        assertThat(at(set, "_T", "_T").asLong()).isEqualTo(7_000);
        assertThat(at(set, "circus", "5").isNull()).isTrue();
        assertThat(set.path("status").size()).isEqualTo(4);
        assertThat(set.path("dimension")
                        .path("weekday")
                        .path("category")
                        .path("label")
                        .path("5")
                        .asText())
                .isEqualTo("Friday");
    }

    @Test
    void theTableForSpreadsheetsSaysWhatIsHidden() {
        String csv = ObservatoryPage.csv(SampleObservatory.TABLE, "tickets");
        assertThat(csv)
                .startsWith("season,genre,weekday,tickets,hidden,houses,simulated,version,definition,adopted_by\r\n")
                .contains(
                        "2025,theatre,1,,true,8,true,1,not-adopted,\r\n",
                        "2025,_T,_T,7000,false,8,true,1,not-adopted,\r\n");
        assertThat(csv.lines()).hasSize(13);
    }

    @Test
    void eachFormSaysWhichVersionWasAdopted() throws JsonProcessingException {
        Published table = new Published(
                "t",
                1,
                2025,
                true,
                8,
                SampleObservatory.TABLE.rows(),
                SampleObservatory.TABLE.columns(),
                SampleObservatory.TABLE.cells(),
                SampleObservatory.TABLE.at(),
                Followed.of(1, List.of(new Followed.By("", 2)), false));
        assertThat(ObservatoryPage.csv(table, "tickets")).contains("2025,_T,_T,7000,false,8,true,1,other,2\r\n");
        String json = JsonFormat.mapper()
                .writeValueAsString(
                        JsonStat.of(SampleObservatory.AGREED, table, "en", (dimension, code) -> dimension, List.of()));
        JsonNode extension = new ObjectMapper().readTree(json).path("extension");
        assertThat(extension.path("definition").asText()).isEqualTo("t v1");
        assertThat(extension.path("definitionStanding").asText()).isEqualTo("other");
        assertThat(extension.path("definitionAdopted").get(0).path("version").asInt())
                .isEqualTo(2);
        assertThat(FollowedTold.says(Language.ENGLISH, 1, table.definition()))
                .isEqualTo("Definition: version 1; adopted by a network: the network of these houses (version 2).");
        assertThat(FollowedTold.says(Language.FRENCH, 2, Followed.of(2, List.of(new Followed.By("Ouest", 2)), true)))
                .isEqualTo("Définition : version 2, telle que l’a adoptée Ouest (version 2).");
    }
}
