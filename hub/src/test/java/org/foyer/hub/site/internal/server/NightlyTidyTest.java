package org.foyer.hub.site.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightlyTidyTest {

    @Test
    void theNextNightIsAheadWhateverTheHour() {
        assertThat(untilNight("2026-11-28T03:59:00+01:00[Europe/Paris]")).isEqualTo(Duration.ofSeconds(61));
        assertThat(untilNight("2026-11-28T04:00:00+01:00[Europe/Paris]"))
                .isEqualTo(Duration.ofDays(1).plusSeconds(1));
        assertThat(untilNight("2026-11-28T22:00:00+01:00[Europe/Paris]"))
                .isEqualTo(Duration.ofHours(6).plusSeconds(1));
    }

    @Test
    void theNightOnWhichClocksChangeIsAnHourShorter() {
        assertThat(untilNight("2026-03-28T22:00:00+01:00[Europe/Paris]"))
                .isEqualTo(Duration.ofHours(5).plusSeconds(1));
    }

    @Test
    void whatFailsKeepsNothingElseFromBeingDone() {
        List<String> done = new ArrayList<>();
        NightlyTidy.each(List.of(
                () -> {
                    throw new UncheckedIOException(new IOException("no room"));
                },
                () -> done.add("the next")));
        assertThat(done).containsExactly("the next");
    }

    private static Duration untilNight(String now) {
        return NightlyTidy.untilNight(ZonedDateTime.parse(now));
    }
}
