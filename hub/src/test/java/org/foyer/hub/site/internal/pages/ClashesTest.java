package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two performances in one hall at once, and a week by halls, over a real node. */
class ClashesTest {

    @TempDir
    Path folder;

    private CalendarStand stand;

    @BeforeEach
    void open() {
        stand = new CalendarStand(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private List<String> clashes(String... lines) {
        stand.plays(stand.house, lines);
        return stand.week(Language.ENGLISH, "2026-12-09").planning().clashes();
    }

    @Test
    void whatBeginsBeforeTheOtherIsOverClashesAndWhatBeginsWithItsEndDoesNot() {
        assertThat(clashes(
                        "1;Hamlet;2026-12-08;20:00;Ici;Grande salle;;150;",
                        "2;Bal;2026-12-08;22:29;Ici;grande salle;;;",
                        "3;Fin;2026-12-08;22:30;Ici;Grande salle;;;"))
                .containsExactly("Tuesday 8 December 2026, Grande salle, Ici: 20:00 Hamlet and 22:29 Bal");
    }

    @Test
    void withoutALengthTheSameStartClashesAloneAlsoPastMidnight() {
        assertThat(clashes(
                        "1;Hamlet;2026-12-08;20:00;Ici;Studio;;;",
                        "2;Bal;2026-12-08;20:01;Ici;Studio;;;",
                        "3;Nuit;2026-12-10;23:00;Ici;;;120;",
                        "4;Matin;2026-12-11;00:30;Ici;;;;"))
                .containsExactly("Thursday 10 December 2026, Ici (no hall said): 23:00 Nuit and 00:30 Matin");
        assertThat(clashes("5;Autre;2026-12-08;20:01;Ici;Studio;;;"))
                .first()
                .isEqualTo("Tuesday 8 December 2026, Studio, Ici: 20:01 Bal and 20:01 Autre");
    }

    @Test
    void otherHallsOtherVenuesAndWhatIsNotPlayedThereDoNotClash() {
        assertThat(clashes(
                        "1;Hamlet;2026-12-08;20:00;Ici;Studio;;;",
                        "2;Bal;2026-12-08;20:00;Ici;Grande salle;;;",
                        "3;Loin;2026-12-08;20:00;Ailleurs;Studio;;;",
                        "4;Annulé;2026-12-08;20:00;Ici;Studio;annulé;;",
                        "5;Reporté;2026-12-08;20:00;Ici;Studio;suspendu;;",
                        "6;Écran;2026-12-08;20:00;Ici;Studio;en ligne;;",
                        "7;Un jour;2026-12-08;;Ici;Studio;;;",
                        "8;Nulle part;2026-12-08;20:00;;;;;",
                        "9;Nulle part non plus;2026-12-08;20:00;;;;;"))
                .isEmpty();
    }

    @Test
    void aWeekHasARowForEachHallAndAColumnForEachDay() {
        assertThat(clashes(
                        "1;Hamlet;2026-12-07;20:00;Ici;Studio;;;",
                        "2;Bal;2026-12-13;20:00;Ici;Grande salle;;;",
                        "3;Ensuite;2026-12-14;20:00;Ici;Grande salle;;;"))
                .isEmpty();
        HallsView week = stand.week(Language.ENGLISH, "2026-12-13");
        assertThat(week.name()).isEqualTo("Monday 7 December 2026 to Sunday 13 December 2026");
        assertThat(week.told()).isEqualTo("2 performances in 2 halls.");
        assertThat(week.rows()).extracting(HallsView.Row::name).containsExactly("Grande salle, Ici", "Studio, Ici");
        assertThat(week.days()).extracting(HallsView.Column::iso).hasSize(7).startsWith("2026-12-07");
        assertThat(week.rows().get(0).days().get(6).dates())
                .extracting(CalendarView.Date::title)
                .containsExactly("Bal");
        assertThat(week.after()).isEqualTo("/h/quatre-vents/halls?week=2026-12-14");
        assertThat(week.planning().clashed()).isNull();
    }
}
