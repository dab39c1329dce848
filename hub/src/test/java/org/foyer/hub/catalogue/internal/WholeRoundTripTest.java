package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.intake.internal.RoundTrips;
import org.foyer.hub.intake.internal.WholeProgramme;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole programme goes out as a calendar or as JSON-LD, comes in again in an empty house, and goes out again as it was. */
class WholeRoundTripTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8})
    void whatGoesOutAsACalendarComesInAgain(int seed) {
        try (IntakeStand one = new IntakeStand(folder.resolve("one"));
                IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            WholeProgramme.fill(one, seed);
            String out = Fixture.calendar(one.warehouse, WholeProgramme.HOUSE);
            WholeProgramme.give(other, "programme.ics", out.getBytes(StandardCharsets.UTF_8));
            RoundTrips.hold("iCalendar", one, other, seed == 0);
            assertThat(without(Fixture.calendar(other.warehouse, WholeProgramme.HOUSE)))
                    .isEqualTo(without(out));
        }
    }

    /** Numbers and moments of imports are those of each node; a description has the works and the cast of each date in it. */
    private static String without(String calendar) {
        return calendar.replace("\r\n ", "")
                .replaceAll("(?m)^(DESCRIPTION|UID|DTSTAMP|SEQUENCE|LAST-MODIFIED):.*\\R", "");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8})
    void whatGoesOutAsJsonLdComesInAgain(int seed) {
        try (IntakeStand one = new IntakeStand(folder.resolve("one"));
                IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            WholeProgramme.fill(one, seed);
            String out = Fixture.jsonLd(one.warehouse, WholeProgramme.HOUSE);
            WholeProgramme.give(other, "programme.jsonld", out.getBytes(StandardCharsets.UTF_8));
            RoundTrips.hold("JSON-LD", one, other, seed == 0);
        }
    }
}
