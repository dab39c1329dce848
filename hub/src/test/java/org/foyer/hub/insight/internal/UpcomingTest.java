package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.insight.PerformanceLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpcomingTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);

    @TempDir
    Path folder;

    /** The next season comes too, and what is sold later is not known yet. */
    @Test
    void theNextPerformancesAreToldAsSoldByToday() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = office.house()
                    .productions("1 | Phèdre | theatre")
                    .performances("""
                            1 | 1 | 2025-06-29T20:00 | scheduled | 10 | - | -
                            2 | 1 | 2025-06-30T20:00 | scheduled | 10 | - | -
                            3 | 1 | 2025-09-20T20:00 | scheduled | 10 | - | -
                            4 | 1 | 2025-09-21T20:00 | scheduled | 10 | - | -
                            """)
                    .lines("""
                            3 | 2025-06-30 | - | sale | 1000 | - | 1 | - | 1 | - | - | t1
                            3 | 2025-07-01 | - | sale | 1000 | - | 1 | - | 1 | - | - | t2
                            """)
                    .counted();
            List<PerformanceLine> next = house.figures().upcoming(house.id, TODAY, 2);
            assertThat(next).extracting(PerformanceLine::performance).containsExactly(2L, 3L);
            assertThat(next).extracting(PerformanceLine::tickets).containsExactly(0L, 1L);
        }
    }
}
