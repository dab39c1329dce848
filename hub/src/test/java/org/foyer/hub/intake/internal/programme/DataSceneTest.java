package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Test;

class DataSceneTest extends ListedSourceContract {

    @Override
    protected Source source() {
        return new DataScene();
    }

    @Override
    protected String fileName() {
        return "export.json";
    }

    @Override
    protected byte[] sample() throws IOException {
        return resource("/recipes/datascene-shows/sample.json");
    }

    @Override
    protected InputStream longFile(long bytes) {
        return LongFile.of(bytes, "[", n -> (n == 0 ? "" : ",") + """
                {"type": "Show", "name": [{"lang": "fr", "value": "Lear %1$d"}], "hasPerformance": [{"identifier": ["p%1$d"], "startDateTime": "2026-05-01T20:00:00-05:00"}]}
                """.formatted(n));
    }

    @Override
    String fileWith(String text) {
        try {
            return """
                    {"type": "Show", "identifier": [%1$s], "name": [{"lang": "fr", "value": %2$s}], "description": [{"lang": "fr", "value": %1$s}],
                     "discipline": [{"label": [{"lang": "fr", "value": %1$s}]}], "mainEntityOfPage": [{"url": %1$s}],
                     "hasContribution": [{"contributionType": [{"code": %1$s}], "contributor": {"name": [{"lang": "fr", "value": %1$s}]}}],
                     "hasPerformance": [{"identifier": [%1$s], "startDateTime": "2026-05-01T20:00:00-05:00", "hasOffer": [{"offerStatus": %1$s,
                       "inPlace": {"name": [{"lang": "fr", "value": %1$s}], "address": {"streetAddress": %1$s, "postalCode": %1$s, "addressLocality": %1$s, "addressRegion": %1$s, "addressCountry": %1$s}}}]}]}
                    """.formatted(quoted(text), quoted("Lear " + text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sampleText() throws IOException {
        return new String(sample(), StandardCharsets.UTF_8);
    }

    @Test
    void brokenFilesAreRefused() throws IOException {
        assertThat(codes("[{\"a\": 1,]")).containsExactly("json-broken");
        assertThat(codes("[{\"a\": " + "[".repeat(10_000))).containsExactly("json-too-deep");
        assertThat(codes("{}")).containsExactly("programme-list-missing");
    }

    @Test
    void thePlaceIsARealOneAndChangesOfCastAreCounted() throws IOException {
        assertThat(told(sampleText(), "performance_ref", "day", "time", "hall_zone", "state", "contributor", "role"))
                .containsExactly(
                        "salle:77|2026-02-26|15:00|Etc/GMT+5|cancelled|Un souvenir|Artiste sur scène",
                        "salle:77|2026-02-26|15:00|Etc/GMT+5|cancelled|Ana Diaz|Artiste sur scène",
                        "https://salle.example/representation/2|2026-02-27|23:30|UTC||Un souvenir|Artiste sur scène",
                        "https://salle.example/representation/2|2026-02-27|23:30|UTC||Bea Roy|");
        assertThat(told(
                                sampleText(),
                                "title",
                                "venue",
                                "street",
                                "postcode",
                                "city",
                                "region",
                                "country",
                                "genre",
                                "url",
                                "description")
                        .get(0))
                .isEqualTo(
                        "Hommage|Salle Rousseau|250 Sainte-Foy|G1V 1T3|Québec|QC|CAN|Chanson|https://salle.example/1|Une voix");
        assertThat(codes(sampleText())).containsExactly("event-without-date");
    }

    /** Identifiers of registers that are known go with what they are of; those of nobody else stay references alone. */
    @Test
    void identifiersOfRegistersAreKeptWithWhatTheyAreOf() throws IOException {
        CollectedRows rows = new CollectedRows();
        String show = """
                {"type": "Show", "identifier": ["https://datascene.example/show/9", "http://kg.artsdata.ca/resource/K12-273"],
                 "name": [{"lang": "fr", "value": "Lear"}], "showWithoutWords": false,
                 "hasContribution": [{"contributor": {"name": "Ana Roy", "identifier": [
                   {"type": "PropertyValue", "propertyID": "isni", "valeur": "0000 0001 2146 438X"}, {"propertyID": "neq", "value": "1142345678"}]}}],
                 "hasPerformance": [{"identifier": ["p"], "startDateTime": "2026-05-01T20:00:00-05:00", "hasOffer": [
                   {"inPlace": {"virtualPlace": false, "name": "Salle", "identifier": "http://www.wikidata.org/entity/Q42"}}]}]}
                """;
        new DataScene().read("datascene.json", new ByteArrayInputStream(show.getBytes(StandardCharsets.UTF_8)), rows);
        assertThat(rows.rows).singleElement().satisfies(row -> {
            assertThat(row.get("production_ref")).isEqualTo("https://datascene.example/show/9");
            assertThat(row.get("production_ids")).isEqualTo("http://kg.artsdata.ca/resource/K12-273");
            assertThat(row.get("contributor_ids")).isEqualTo("isni: 0000 0001 2146 438X");
            assertThat(row.get("venue_ids")).isEqualTo("http://www.wikidata.org/entity/Q42");
        });
    }
}
