package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Test;

class UitDatabankTest extends ListedSourceContract {

    @Override
    protected Source source() {
        return new UitDatabank();
    }

    @Override
    protected String fileName() {
        return "export.json";
    }

    @Override
    protected byte[] sample() throws IOException {
        return resource("/recipes/uitdatabank-events/sample.json");
    }

    @Override
    protected InputStream longFile(long bytes) {
        return LongFile.of(bytes, "[", n -> (n == 0 ? "" : ",") + """
                {"@id": "e%1$d", "name": {"nl": "Lear %1$d"}, "calendarType": "single", "startDate": "2026-05-01T20:00:00+02:00"}
                """.formatted(n));
    }

    @Override
    String fileWith(String text) {
        try {
            return """
                    {"@id": %1$s, "calendarType": "single", "name": {"nl": %2$s}, "description": {"nl": %1$s}, "status": {"type": %1$s}, "production": {"id": %1$s},
                     "terms": [{"domain": "theme", "label": %1$s}, {"domain": "eventtype", "label": %1$s}],
                     "location": {"name": {"nl": %1$s}, "address": {"nl": {"streetAddress": %1$s, "postalCode": %1$s, "addressLocality": %1$s, "addressCountry": %1$s}}},
                     "subEvent": [{"startDate": "2026-05-01T20:00:00+02:00"}]}
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
    void eachPartIsAPerformanceAndWhatIsBookedOutIsNotCancelled() throws IOException {
        assertThat(told(sampleText(), "performance_ref", "title", "day", "time", "hall_zone", "state", "capacity"))
                .containsExactly(
                        "https://io.uitdatabank.be/event/1 2026-05-01T20:00|Le Roi Lear|2026-05-01|20:00|Etc/GMT-2|scheduled|300",
                        "https://io.uitdatabank.be/event/1 2026-05-02T20:00|Le Roi Lear|2026-05-02|20:00|Etc/GMT-2|cancelled|",
                        "https://io.uitdatabank.be/event/2 2026-06-01T18:00|Concert|2026-06-01|18:00|UTC|postponed|");
        assertThat(told(sampleText(), "production_ref", "venue", "street", "city", "event_type", "genre", "description")
                        .get(0))
                .isEqualTo("p-1|Schouwburg|Plein 1|Brussel|Theatervoorstelling|Klassiek|Een koning");
        assertThat(codes(sampleText())).containsExactly("event-without-date", "unpublished-left-out");
    }
}
