package org.foyer.hub.site.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
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

    private static Duration untilNight(String now) {
        return NightlyTidy.untilNight(ZonedDateTime.parse(now));
    }
}
