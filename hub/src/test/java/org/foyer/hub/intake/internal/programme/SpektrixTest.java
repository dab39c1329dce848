package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Test;

class SpektrixTest extends ListedSourceContract {

    private static final String[] START = {
        "performance_ref", "production_ref", "title", "day", "time", "hall_zone", "state"
    };

    @Override
    protected Source source() {
        return new Spektrix();
    }

    @Override
    protected String fileName() {
        return "events.json";
    }

    @Override
    protected byte[] sample() throws IOException {
        return resource("/recipes/spektrix-programme/sample.json");
    }

    @Override
    protected InputStream longFile(long bytes) {
        return LongFile.of(bytes, "[", n -> (n == 0 ? "" : ",") + """
                {"id": "e%1$d", "webEventId": "%1$d", "name": "Lear %1$d", "htmlDescription": "<p>A king</p>",
                 "instances": [{"id": "i%1$d", "start": "2026-02-12T19:30:00", "cancelled": false}]}
                """.formatted(n));
    }

    @Override
    String fileWith(String text) {
        try {
            String quoted = quoted(text);
            return """
                    [{"id": %1$s, "name": %2$s, "htmlDescription": %1$s, "attribute_Genre": %1$s,
                      "venue": {"name": %1$s, "address": %1$s},
                      "instances": [{"id": %1$s, "start": "2026-02-12T19:30:00"}]}]
                    """.formatted(quoted, quoted("Lear " + text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theHourIsThatOfTheHallAndItsDistanceFromTheWorldClockIsKept() throws IOException {
        String sample = new String(sample(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(told(sample, START))
                .containsExactly(
                        "2001AAA|1001AAB|Lear|2026-02-12|19:30|Etc/GMT-1|",
                        "2002AAA|1001AAB|Lear|2026-03-28|19:30|Etc/GMT-1|cancelled",
                        "2003AAA|1001AAB|Lear|2026-03-29|02:30|house|",
                        "2006AAA|1004AAB|Cinderella|2026-10-25|00:30|UTC|");
        assertThat(told(sample, "venue", "street", "description").get(0))
                .isEqualTo("Little House|12 Long Lane, London EC1A 9PT|A king & three daughters.");
        assertThat(codes(sample))
                .containsExactlyInAnyOrder("date-unreadable", "event-without-date", "test-events-left-out");
    }

    @Test
    void theTwoListsOfTheApiAreJoinedWhicheverComesFirst() throws IOException {
        String events = """
                "events": [{"id": "e1", "name": "Lear", "instanceDates": ""}, {"id": "e2", "name": "Season"}]""";
        String instances = """
                "instances": [{"id": "i1", "event": {"id": "e1"}, "start": "2026-05-01T20:00:00", "cancelled": false},
                  {"id": "i2", "eventId": "e1", "start": "2026-05-02T20:00:00"}]""";
        for (String file : new String[] {"{" + events + "," + instances + "}", "{" + instances + "," + events + "}"}) {
            assertThat(told(file, "performance_ref", "title", "day"))
                    .containsExactly("i1|Lear|2026-05-01", "i2|Lear|2026-05-02");
            assertThat(codes(file)).containsExactly("event-without-date");
        }
    }

    /** Where instances stand apart, the lists may come in any order; within events, plans and venues come first. */
    @Test
    void theVenueIsFoundThroughThePlan() throws IOException {
        String venues = """
                "venues": [{"id": "v1", "name": "Little House", "address": "12 Long Lane"}]""";
        String plans = """
                "plans": [{"id": "p1", "name": "End on", "venue": {"id": "v1"}}]""";
        String nested = """
                "events": [{"id": "e1", "name": "Lear", "instances": [
                  {"id": "i1", "start": "2026-05-01T20:00:00", "planId": "p1"},
                  {"id": "i2", "start": "2026-05-02T20:00:00", "planId": "elsewhere"}]}]""";
        String apart = """
                "events": [{"id": "e1", "name": "Lear"}], "instances": [
                  {"id": "i1", "event": {"id": "e1"}, "start": "2026-05-01T20:00:00", "planId": "p1"},
                  {"id": "i2", "eventId": "e1", "start": "2026-05-02T20:00:00", "planId": "elsewhere"}]""";
        for (String file : new String[] {
            "{" + venues + "," + plans + "," + nested + "}",
            "{" + venues + "," + plans + "," + apart + "}",
            "{" + apart + "," + plans + "," + venues + "}"
        }) {
            assertThat(told(file, "performance_ref", "title", "venue", "street"))
                    .containsExactly("i1|Lear|Little House|12 Long Lane", "i2|Lear||");
            assertThat(codes(file)).isEmpty();
        }
    }

    @Test
    void instancesAloneNameTheirShowAndEventsAloneAreNoProgramme() throws IOException {
        assertThat(told("""
                [{"id": "i1", "webInstanceId": "1", "event": {"id": "e1"}, "start": "2026-05-01T20:00:00"}]""", START)).containsExactly("i1|e1||2026-05-01|20:00|house|");
        assertThat(codes("[{\"id\": \"e1\", \"name\": \"Lear\", \"instanceDates\": \"12 February\"}]"))
                .containsExactly("spektrix-instances-missing");
        assertThat(codes("{\"total\": 3}")).containsExactly("programme-list-missing");
    }

    @Test
    void brokenFilesAreRefusedWithTheirLine() throws IOException {
        assertThat(codes("[{\"id\": 1,]")).containsExactly("json-broken");
        assertThat(codes("[{\"id\": " + "[".repeat(10_000))).containsExactly("json-too-deep");
        assertThat(codes("[] []")).containsExactly("json-broken");
        assertThat(codes("[{\"id\": \"\uD800\"}]")).isNotEmpty();
        assertThat(codes("\"text\"")).containsExactly("json-broken");
    }
}
