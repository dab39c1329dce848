package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Test;

class OpenAgendaTest extends ListedSourceContract {

    @Override
    protected Source source() {
        return new OpenAgenda();
    }

    @Override
    protected String fileName() {
        return "export.json";
    }

    @Override
    protected byte[] sample() throws IOException {
        return resource("/recipes/openagenda-events/sample.json");
    }

    @Override
    protected InputStream longFile(long bytes) {
        return LongFile.of(bytes, "[", n -> (n == 0 ? "" : ",") + """
                {"uid": %1$d, "title": {"fr": "Lear %1$d"}, "timings": [{"begin": "2026-05-01T20:00:00+02:00", "end": "2026-05-01T22:00:00+02:00"}]}
                """.formatted(n));
    }

    @Override
    String fileWith(String text) {
        try {
            return """
                    {"events": [{"uid": %1$s, "title": {"fr": %2$s}, "longDescription": {"fr": %1$s}, "status": %1$s, "canonicalUrl": %1$s,
                      "location": {"name": %1$s, "address": %1$s, "postalCode": %1$s, "city": %1$s, "region": %1$s, "countryCode": %1$s, "website": %1$s},
                      "timings": [{"begin": "2026-05-01T20:00:00+02:00", "end": "2026-05-01T22:00:00+02:00"}]}]}
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
    void eachTimingIsAPerformanceOnTheClockOfTheHall() throws IOException {
        assertThat(told(
                        sampleText(),
                        "performance_ref",
                        "production_ref",
                        "title",
                        "day",
                        "time",
                        "hall_zone",
                        "state"))
                .containsExactly(
                        "101 2026-05-01T20:00|101|Le Roi Lear|2026-05-01|20:00|Europe/Paris|scheduled",
                        "101 2026-05-02T20:00|101|Le Roi Lear|2026-05-02|20:00|Europe/Paris|scheduled",
                        "102 2026-06-01T20:00|102|Bal|2026-06-01|20:00|Indian/Reunion|cancelled");
        assertThat(told(sampleText(), "venue", "street", "postcode", "city", "country", "description", "venue_url")
                        .get(0))
                .isEqualTo(
                        "Grand Théâtre|1 place du Théâtre, 59000 Lille|59000|Lille|FR|Un roi & trois filles|https://theatre.example");
        assertThat(codes(sampleText()))
                .containsExactly("event-ends-before-start", "event-without-date", "unpublished-left-out");
    }

    @Test
    void oneEventAloneIsReadToo() throws IOException {
        String event = """
                {"uid": 1, "title": {"fr": "Lear"}, "timings": [{"begin": "2026-05-01T20:00:00+02:00"}]}""";
        for (String file : new String[] {event, "{\"success\": true, \"event\": " + event + "}", "[" + event + "]"}) {
            assertThat(told(file, "title", "time", "hall_zone")).containsExactly("Lear|20:00|Etc/GMT-2");
        }
    }
}
