package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Test;

class CalendarFileTest extends ListedSourceContract {

    private static final String[] START = {"performance_ref", "title", "day", "time", "hall_zone", "state"};

    @Override
    protected Source source() {
        return new CalendarFile();
    }

    @Override
    protected String fileName() {
        return "calendar.ics";
    }

    @Override
    protected byte[] sample() throws IOException {
        return resource("/recipes/icalendar-events/sample.ics");
    }

    @Override
    protected InputStream longFile(long bytes) {
        return LongFile.of(
                bytes,
                "BEGIN:VCALENDAR\n",
                n -> "BEGIN:VEVENT\nUID:%d\nDTSTART:20260501T203000\nATTACH:%s\nSUMMARY:Lear\nEND:VEVENT\n"
                        .formatted(n, "x".repeat(500)));
    }

    /** Its events are kept, within their limits: a later one may change an earlier one. */
    @Override
    protected long keptBytesMax() {
        return 48L << 20;
    }

    @Override
    String fileWith(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replace("\n", "\\n");
        return calendar(
                "UID:%1$s\nDTSTART:20260501T203000\nSUMMARY:Lear %1$s\nDESCRIPTION:%1$s\nLOCATION:%1$s\nCATEGORIES:%1$s\nURL:%1$s\nSTATUS:%1$s\n"
                        .formatted(escaped));
    }

    private static String calendar(String... events) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\n");
        for (String event : events) {
            text.append("BEGIN:VEVENT\n").append(event).append("END:VEVENT\n");
        }
        return text.append("END:VCALENDAR\n").toString();
    }

    private static String event(String lines) {
        return "UID:x\nSUMMARY:Lear\n" + lines;
    }

    private List<String> dates(String lines) throws IOException {
        return told(calendar(event(lines)), "day", "time");
    }

    @Test
    void everyDateOfARunIsAPerformanceAndItsChangesCount() throws IOException {
        String sample = new String(sample(), StandardCharsets.UTF_8);
        assertThat(told(sample, START))
                .containsExactly(
                        "lear@theatre.example 20260327T2030|Le Roi Lear|2026-03-27|20:30|Europe/Paris|scheduled",
                        "lear@theatre.example 20260329T2030|Le Roi Lear|2026-03-29|16:00|Europe/Paris|scheduled",
                        "lear@theatre.example 20260330T2030|Le Roi Lear|2026-03-30|20:30|Europe/Paris|scheduled",
                        "nuit@theatre.example|Nuit|2026-10-25|02:30|Europe/Brussels|cancelled",
                        "bal@theatre.example|Bal|2026-07-14||house|",
                        "gap@theatre.example|Trop tôt|2026-03-29|02:30|house|");
        assertThat(told(sample, "venue", "description", "genre", "url").get(0))
                .isEqualTo(
                        "Grand Théâtre, 1 place du Théâtre, 59000 Lille|Un roi, trois filles.\nEt un fou.|Théâtre, Classique|https://theatre.example/lear");
        assertThat(codes(sample))
                .containsExactly("event-ends-before-start", "event-versions-left-out", "options-left-out");
        assertThat(collected(sample).rows.toString()).doesNotContain("ana@").doesNotContain("Ana Diaz");
    }

    /** Also what this software wrote itself comes back as it was. */
    @Test
    void wordsThatCertainlyNameAnAudienceAreNoGenre() throws IOException {
        for (String[] case_ : new String[][] {
            {"CATEGORIES:Théâtre,Scolaires,Création", "Théâtre, Création|Scolaires"},
            {"CATEGORIES:Danse\nCATEGORIES:en famille,Adultes", "Danse|en famille, Adultes"},
            {"CATEGORIES:Séance \\, scolaire,Cirque", "Séance , scolaire, Cirque|"},
            {"CATEGORIES:Professionnels", "|Professionnels"},
            {"CATEGORIES:Jeune public", "Jeune public|Jeune public"},
            {"CATEGORIES:Théâtre,Jeune public", "Théâtre|Jeune public"},
            {"CATEGORIES:Abonnement", "Abonnement|"},
        }) {
            assertThat(told(calendar(event("DTSTART:20260501T203000\n" + case_[0] + "\n")), "genre", "audience"))
                    .as(case_[0])
                    .containsExactly(case_[1]);
        }
    }

    @Test
    void rulesEndWhereTheySay() throws IOException {
        assertThat(dates("DTSTART;TZID=Europe/Paris:20260501T203000\nRRULE:FREQ=WEEKLY;UNTIL=20260515T183000Z\n"))
                .containsExactly("2026-05-01|20:30", "2026-05-08|20:30", "2026-05-15|20:30");
        assertThat(dates("DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=DAILY;UNTIL=20260502\n"))
                .containsExactly("2026-05-01|", "2026-05-02|");
        assertThat(dates("DTSTART:20260501T203000\nRRULE:FREQ=WEEKLY;BYDAY=FR,SA;COUNT=3\nRDATE:20260601T190000\n"))
                .containsExactly("2026-05-01|20:30", "2026-05-02|20:30", "2026-05-08|20:30", "2026-06-01|19:00");
        assertThat(dates("DTSTART:20260501T203000Z\nRRULE:FREQ=MONTHLY;COUNT=2\n"))
                .containsExactly("2026-05-01|20:30", "2026-06-01|20:30");
    }

    @Test
    void aRuleWithoutEndIsFollowedTwoYearsAndOneOfTooManyDatesAThousand() throws IOException {
        String weekly = calendar(event("DTSTART:20260501T203000\nRRULE:FREQ=WEEKLY\n"));
        assertThat(collected(weekly).rows).hasSize(105);
        assertThat(codes(weekly)).containsExactly("recurrence-endless");
        String daily = calendar(event("DTSTART:20260501T203000\nRRULE:FREQ=DAILY;COUNT=99999999\n"));
        assertThat(collected(daily).rows).hasSize(CalendarDates.DATES_MAX);
        assertThat(codes(daily)).containsExactly("recurrence-endless");
    }

    @Test
    void rulesThatNobodyCanFollowWait() throws IOException {
        for (String rule : List.of(
                "FREQ=SECONDLY;COUNT=1000000000",
                "FREQ=HOURLY",
                "FREQ=DAILY;UNTIL=soon",
                "FREQ=DAILY;COUNT=x;BYDAY=QQ",
                "nonsense")) {
            assertThat(codes(calendar(event("DTSTART:20260501T203000\nRRULE:" + rule + "\n"))))
                    .as(rule)
                    .containsExactly("recurrence-unreadable");
        }
        assertThat(dates("DTSTART:20260501T203000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n"))
                .containsExactly("2026-05-01|20:30");
    }

    @Test
    void hoursThatNeverWereAndDatesThatAreNoneAreNotTaken() throws IOException {
        assertThat(codes(calendar(event("DTSTART;TZID=Europe/Paris:20260329T023000\n"))))
                .containsExactly("dst-gap");
        assertThat(codes(calendar(event("DTSTART:20260230T203000\n")))).containsExactly("date-unreadable");
        assertThat(codes(calendar(event("")))).containsExactly("event-without-date");
        assertThat(codes(calendar("UID:x\nDTSTART:20260501T203000\n"))).isEmpty();
        assertThat(codes(calendar("DTSTART:20260501T203000\n"))).containsExactly("title-missing");
    }

    @Test
    void zonesUnderOtherNamesAreFoundAndUnknownOnesSaid() throws IOException {
        for (String zone : List.of("Romance Standard Time", "/freeassociation.sourceforge.net/Europe/Paris")) {
            assertThat(told(calendar(event("DTSTART;TZID=" + zone + ":20260501T203000\n")), "hall_zone"))
                    .as(zone)
                    .containsExactly("Europe/Paris");
        }
        String unknown = calendar(event("DTSTART;TZID=Middle Earth:20260501T203000\n"));
        assertThat(told(unknown, START)).containsExactly("x|Lear|2026-05-01|20:30||");
        assertThat(codes(unknown)).containsExactly("zones-unknown");
    }

    @Test
    void ofSeveralVersionsTheHighestSequenceCountsInAnyOrder() throws IOException {
        String old = event("SEQUENCE:1\nDTSTART:20260501T203000\n");
        String young = event("SEQUENCE:12\nDTSTART:20260502T203000\n");
        assertThat(told(calendar(old, young), "day")).containsExactly("2026-05-02");
        assertThat(told(calendar(young, old), "day")).containsExactly("2026-05-02");
    }

    @Test
    void brokenAndHugeCalendarsAreRefused() throws IOException {
        assertThat(codes("BEGIN:VCALENDAR\nEND:VEVENT\n")).containsExactly("calendar-broken");
        assertThat(codes("BEGIN:A\n".repeat(100))).containsExactly("calendar-broken");
        assertThat(codes("BEGIN:VCALENDAR\nX:" + "x".repeat(2_000_000))).containsExactly("record-too-long");
        assertThat(collected(LongFile.of(
                                100L << 20,
                                "BEGIN:VCALENDAR\n",
                                n ->
                                        "BEGIN:VEVENT\nUID:%d\nDTSTART:20260501T203000\nDESCRIPTION:%s\nSUMMARY:Lear\nEND:VEVENT\n"
                                                .formatted(n, "x".repeat(5_000))))
                        .problems)
                .extracting(problem -> problem.code())
                .containsExactly("programme-too-large");
    }
}
