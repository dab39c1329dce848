package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeCalendarTest {

    private static final House PARIS = Fixture.house("Europe/Paris", false);
    private static final House NEW_YORK = Fixture.house("America/New_York", true);
    private static final int LINE_OCTETS = 75;

    @TempDir
    Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void theCalendarIsWrittenAsExpected() {
        assertThat(Fixture.calendar(warehouse, PARIS)
                        .replace("\r\n", "\n")
                        .replaceFirst("(?s)BEGIN:VTIMEZONE.*END:VTIMEZONE\n", ""))
                .isEqualTo(Fixture.resource("/catalogue/programme.ics"));
    }

    @Test
    void linesEndWithCrlfAndHoldAtMost75Octets() {
        String calendar = Fixture.calendar(warehouse, PARIS);
        assertThat(calendar.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(calendar.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(LINE_OCTETS))
                .anySatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isEqualTo(LINE_OCTETS));
        assertThat(calendar).doesNotContain("\uFFFD");
    }

    @Test
    void ical4jReadsBackWhatWasWritten() throws Exception {
        Calendar calendar = read(PARIS);
        assertThat(calendar.validate().hasErrors()).isFalse();
        Map<String, VEvent> events = events(calendar);
        assertThat(events).hasSize(8);
        VEvent premiere = events.get("performance-1000001.celestins@node.example");
        assertThat(start(premiere)).isEqualTo(Instant.parse("2025-01-10T19:00:00Z"));
        assertThat(premiere.getRequiredProperty("DTSTART")
                        .getRequiredParameter("TZID")
                        .getValue())
                .isEqualTo("Europe/Paris");
        assertThat(value(premiere, "SUMMARY")).isEqualTo("Le Misanthrope");
        assertThat(value(premiere, "LOCATION"))
                .isEqualTo("Grande salle, Théâtre des Célestins, 4 rue Charles Dullin, 69002 Lyon, "
                        + "Auvergne-Rhône-Alpes, FR");
        assertThat(value(premiere, "CATEGORIES")).isEqualTo("Théâtre,Création");
        assertThat(value(premiere, "URL")).isEqualTo("https://house.example/misanthrope");
        assertThat(value(premiere, "DTSTAMP")).isEqualTo("20250110T190000Z");
        assertThat(value(events.get("performance-1000002.celestins@node.example"), "STATUS"))
                .isEqualTo("CANCELLED");
        assertThat(value(events.get("performance-1000003.celestins@node.example"), "STATUS"))
                .isEqualTo("TENTATIVE");
        VEvent hostile = events.get("performance-1000007.celestins@node.example");
        assertThat(value(hostile, "DESCRIPTION")).isEqualTo("Ligne 1\nLigne 2; fin, \\");
        assertThat(hostile.getProperty("URL")).isEmpty();
    }

    /** A word that the vocabulary does not know would be read as a genre; it stays in the other feeds. */
    @Test
    void whomADateIsMeantForStandsAmongItsCategories() throws Exception {
        Fixture.fill(
                warehouse,
                "insert into description select 1, 'performance', 1000001, 'audience', '',"
                        + " 'Scolaires, les curieux, Adultes', 'a-source', 1, null");
        Map<String, VEvent> events = events(read(PARIS));
        assertThat(value(events.get("performance-1000001.celestins@node.example"), "CATEGORIES"))
                .isEqualTo("Théâtre,Création,Scolaires,Adultes");
        assertThat(value(events.get("performance-1000003.celestins@node.example"), "CATEGORIES"))
                .isEqualTo("Théâtre");
    }

    @Test
    void aDayWithoutHourIsADateAndAnHourWithoutZoneFloats() throws Exception {
        Map<String, VEvent> events = events(read(PARIS));
        VEvent day = events.get("performance-1000004.celestins@node.example");
        assertThat(day.getRequiredProperty("DTSTART").toString()).isEqualTo("DTSTART;VALUE=DATE:20250920\r\n");
        assertThat(day.<LocalDate>getStartDate().orElseThrow().getDate()).isEqualTo(LocalDate.of(2025, 9, 20));
        VEvent floating = events.get("performance-1000007.celestins@node.example");
        assertThat(floating.<LocalDateTime>getStartDate().orElseThrow().getDate())
                .isEqualTo(LocalDateTime.of(2025, 3, 3, 18, 0));
    }

    @Test
    void aConcertOf1842KeepsItsHourAndOneOf2199ItsInstant() throws Exception {
        Calendar calendar = read(NEW_YORK);
        Map<String, VEvent> events = events(calendar);
        VEvent concert = events.get("performance-1000006.celestins@node.example");
        assertThat(concert.getRequiredProperty("DTSTART").toString())
                .isEqualTo("DTSTART;TZID=America/New_York:18421207T200000\r\n");
        assertThat(concert.<ZonedDateTime>getStartDate().orElseThrow().getDate().toLocalDateTime())
                .isEqualTo(LocalDateTime.of(1842, 12, 7, 20, 0));
        assertThat(calendar.getComponent("VTIMEZONE").orElseThrow().toString())
                .contains("TZNAME:LMT\r\nDTSTART:17000101T000000\r\nTZOFFSETFROM:-045602\r\nTZOFFSETTO:-045602");
        assertThat(start(events.get("performance-1000008.celestins@node.example")))
                .isEqualTo(Instant.parse("2199-06-30T18:00:00Z"));
    }

    @Test
    void anHourToldByAnotherClockThanTheHousesIsWrittenInUtc() {
        assertThat(Fixture.calendar(warehouse, NEW_YORK)).contains("DTSTART:20250110T190000Z");
    }

    @Test
    void aSimulatedHouseSaysSoInTheCalendarAndInEachEvent() throws Exception {
        Calendar calendar = read(NEW_YORK);
        assertThat(calendar.getRequiredProperty("X-WR-CALDESC").getValue()).contains(SimulatedNotice.ENGLISH);
        assertThat(events(calendar).values())
                .allSatisfy(event -> assertThat(value(event, "DESCRIPTION")).startsWith(SimulatedNotice.FRENCH));
    }

    private Calendar read(House house) throws Exception {
        return new CalendarBuilder().build(new StringReader(Fixture.calendar(warehouse, house)));
    }

    private static Map<String, VEvent> events(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .collect(Collectors.toMap(event -> value(event, "UID"), event -> event));
    }

    private static Instant start(VEvent event) {
        Temporal start = event.getStartDate().orElseThrow().getDate();
        return Instant.from(start);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }
}
