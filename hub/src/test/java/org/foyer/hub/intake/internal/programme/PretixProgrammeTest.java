package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.foyer.kit.Problem;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Test;

class PretixProgrammeTest extends ListedSourceContract {

    @Override
    protected Source source() {
        return new PretixProgramme();
    }

    @Override
    protected String fileName() {
        return "events.json";
    }

    @Override
    protected byte[] sample() throws IOException {
        return resource("/pull/pretix-expected.json");
    }

    @Override
    protected InputStream longFile(long bytes) {
        return LongFile.of(bytes, "{\"results\": [", n -> (n == 0 ? "" : ",") + """
                {"slug": "e%1$d", "name": {"fr": "Lear %1$d"}, "has_subevents": false, "date_from": "2026-05-01T20:00:00+02:00", "plugins": "%2$s"}
                """.formatted(n, "x".repeat(300)));
    }

    /** Its events are kept, within their limits: dates and prices may come before the events that they belong to. */
    @Override
    protected long keptBytesMax() {
        return 64L << 20;
    }

    @Override
    String fileWith(String text) {
        try {
            String quoted = quoted(text);
            return """
                    {"results": [{"slug": %1$s, "name": {"fr": %2$s}, "has_subevents": false, "location": {"fr": %1$s},
                      "frontpage_text": {"fr": %1$s}, "meta_data": {"genre": %1$s, "salle": %1$s}, "public_url": %1$s,
                      "date_from": "2026-05-01T20:00:00+02:00", "timezone": "Europe/Paris"}]}
                    """.formatted(quoted, quoted("Lear " + text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void descriptionsThatTogetherAreTooLongForMemoryAreRefusedWithAReason() throws IOException {
        String text = "a".repeat(900_000);
        StringBuilder events = new StringBuilder("{\"results\": [");
        for (int i = 0; i < 38; i++) {
            events.append(i == 0 ? "" : ",").append("""
                    {"slug": "e%d", "name": {"fr": "Lear"}, "date_from": "2026-05-01T20:00:00+02:00", "frontpage_text": {"fr": "%s"}}
                    """.formatted(i, text));
        }
        assertThat(collected(events.append("]}").toString()).problems)
                .extracting(Problem::code)
                .containsExactly("programme-too-large");
    }

    @Test
    void datesOfASeriesAndSingleEventsArePerformances() throws IOException {
        String sample = new String(sample(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(told(
                        sample,
                        "performance_ref",
                        "production_ref",
                        "title",
                        "day",
                        "time",
                        "hall_zone",
                        "venue",
                        "genre",
                        "capacity"))
                .containsExactlyInAnyOrder(
                        "11|lear|Le Roi Lear|2026-05-02|20:00|Europe/Paris||Drame|300",
                        "bal|bal|Bal|2026-06-21|20:00|Europe/Paris|Grand Théâtre, 1 place du Marché||");
        assertThat(codes(sample)).containsExactlyInAnyOrder("test-events-left-out", "unpublished-left-out");
    }

    /** What nobody was told of is not told by us. */
    @Test
    void whatIsNotPublicStaysOut() throws IOException {
        for (String hidden : new String[] {"\"is_public\": false", "\"live\": false", "\"testmode\": true"}) {
            String file = """
                    [{"slug": "a", "name": {"fr": "A"}, "has_subevents": false, "date_from": "2026-05-01T20:00:00+02:00", %s}]""".formatted(hidden);
            assertThat(told(file, "title")).isEmpty();
        }
    }

    private static String quotas(String quotas) {
        return """
                {"pulledFrom": "pretix", "quotas": [%s], "items": [
                   {"id": 1, "event": "a", "admission": true, "variations": []},
                   {"id": 2, "event": "a", "admission": true, "variations": [{"id": 21}, {"id": 22}]},
                   {"id": 3, "event": "a", "admission": false, "variations": []}],
                 "events": [{"slug": "a", "name": {"fr": "A"}, "has_subevents": false, "date_from": "2026-05-01T20:00:00+02:00"}]}""".formatted(quotas);
    }

    @Test
    void seatsAreTheSumOfQuotasThatShareNoTicketAndElseUnknown() throws IOException {
        String stalls = "{\"event\": \"a\", \"size\": 300, \"items\": [1, 2], \"variations\": [21]}";
        String circle = "{\"event\": \"a\", \"size\": 200, \"items\": [2], \"variations\": [22]}";
        String programmes = "{\"event\": \"a\", \"size\": 50, \"items\": [3], \"variations\": []}";
        String endless = "{\"event\": \"a\", \"size\": null, \"items\": [2], \"variations\": [22]}";
        String same = "{\"event\": \"a\", \"size\": 20, \"items\": [1], \"variations\": []}";
        assertThat(told(quotas(stalls + "," + circle + "," + programmes), "capacity"))
                .containsExactly("500");
        assertThat(told(quotas(stalls + "," + endless), "capacity")).containsExactly("");
        assertThat(told(quotas(stalls + "," + same), "capacity")).containsExactly("");
        assertThat(told(quotas(programmes), "capacity")).containsExactly("");
    }
}
