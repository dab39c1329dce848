package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.CastChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who plays in whose place on which date, out of what files credit date by date. */
class CastChangeTest {

    @TempDir
    Path folder;

    @Test
    void whoPlaysInWhosePlaceIsToldByDate() {
        try (IntakeStand stand = new IntakeStand(folder)) {
            StringBuilder csv = new StringBuilder("Code représentation;Titre;Date;Heure;Lieu;Artiste;Fonction;ISNI\n");
            String[][] casts = {
                {"Nina Petrova;Nina;0000 0001 2146 438X", "Luc Petit;Treplev;"},
                {"Petrova, N.;Nina;0000 0001 2146 438X", "Luc Petit;Treplev;"},
                {"Anne Roy;Nina;", "Luc Petit;Treplev;"},
                {"Nina Petrova;Nina;0000 0001 2146 438X"},
                {}
            };
            for (int day = 0; day < casts.length; day++) {
                List<String> credits = casts[day].length == 0 ? List.of(";;") : List.of(casts[day]);
                for (String credit : credits) {
                    csv.append("R%d;La Mouette;2026-03-0%d;20:00;Salle;%s\n".formatted(day, day + 1, credit));
                }
            }
            assertThat(stand.run(IntakeStand.PARIS, stand.receive("planning.csv", csv.toString()))
                            .state())
                    .isEqualTo(RunState.COMMITTED);
            String run = stand.query("select distinct production || '-2025-' || venue from performance")
                    .get(0);
            List<ProgrammeEntry> dates = TestShows.of(stand.warehouse).dates(IntakeStand.PARIS, run);
            assertThat(dates).hasSize(casts.length);
            assertThat(told(dates))
                    .as(
                            "one spelling or another is one person; who is missing, or not told, is no change for the public")
                    .containsExactly("", "", "Nina: Anne Roy / Nina Petrova", "", "");
            assertThat(dates)
                    .extracting(date -> CastChange.text(date.changes()))
                    .containsExactly("", "", "Nina: Anne Roy / Nina Petrova", "Treplev: / Luc Petit", "");
        }
    }

    private static List<String> told(List<ProgrammeEntry> dates) {
        return dates.stream().map(date -> CastChange.text(date.changesTold())).toList();
    }
}
