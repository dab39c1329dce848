package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.site.internal.security.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A programme month by month, over a real node; the page is left in target/pages. */
class CalendarTest {

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

    private CalendarView english(String month) {
        return stand.month(Language.ENGLISH, month);
    }

    private static CalendarView.Day day(CalendarView view, String iso) {
        return view.weeks().stream()
                .flatMap(week -> week.days().stream())
                .filter(day -> day.iso().equals(iso))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(CalendarView.Day day) {
        return day.dates().stream()
                .map(date -> date.time() + " " + date.title() + ", " + date.place() + " " + date.notes())
                .toList();
    }

    @Test
    void eachPerformanceStandsOnItsEveningWithHourHallAndState() {
        stand.plays(
                stand.house,
                "1;Hamlet;2026-12-12;20:00;Grand Théâtre;Grande salle;;150;complet",
                "2;Bal;2026-12-12;18:30;Grand Théâtre;Studio;annulé;;complet",
                "3;Nuit;2026-12-13;00:30;Grand Théâtre;Studio;;;",
                "4;Fin;2026-12-31;20:00;Ici;;;;dernières places",
                "5;Sans heure;2026-12-31;;Ici;;;;disponible");
        CalendarView view = english("2026-12");
        assertThat(told(day(view, "2026-12-12")))
                .containsExactly(
                        "18:30 Bal, Studio, Grand Théâtre [Cancelled]",
                        "20:00 Hamlet, Grande salle, Grand Théâtre [Sold out]",
                        "00:30 Nuit, Studio, Grand Théâtre []");
        assertThat(day(view, "2026-12-13").dates()).isEmpty();
        assertThat(told(day(view, "2026-12-31")))
                .containsExactly("20:00 Fin, Ici [Last seats]", "null Sans heure, Ici []");
        assertThat(day(view, "2026-12-12").dates())
                .extracting(CalendarView.Date::off)
                .containsExactly(true, false, false);
        assertThat(view.told())
                .isEqualTo(
                        "4 performances on 2 days. The fullest days are Saturday 12 December 2026 and"
                                + " Thursday 31 December 2026, with 2 performances each. 1 is cancelled or postponed, and not counted.");
        assertThat(view.cut()).isNull();
        assertThat(day(view, "2026-12-01").today()).isTrue();
    }

    @Test
    void whatIsSetAsideAndWhatAnotherHousePlaysIsNotShown() {
        stand.plays(stand.house, "1;Hamlet;2026-12-12;20:00;Ici;;;;", "2;Hamlet;2026-12-13;20:00;Ici;;;;");
        stand.plays(stand.house("ailleurs"), "1;Ailleurs;2026-12-12;20:00;Ici;;;;");
        Sheets sheets = stand.node.intake().sheets();
        long production = stand.programme()
                .entries(stand.house.id(), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31), 0, 1)
                .get(0)
                .production()
                .id();
        long sheet = sheets.of(stand.house.id(), production, "ada").orElseThrow();
        SheetWords words = sheets.sheet(stand.house.id(), sheet).orElseThrow().shown();
        SheetWords.Date first = words.dates().get(0);
        sheets.keep(
                stand.house.id(),
                sheet,
                new SheetWords(
                        Map.of(),
                        List.of(new SheetWords.Date(first.own(), Map.of("set_aside", "mistake"))),
                        null,
                        null),
                "ada");
        assertThat(sheets.publish(stand.house.id(), sheet, "ada").problems()).isEmpty();
        CalendarView view = english("2026-12");
        assertThat(day(view, "2026-12-12").dates()).isEmpty();
        assertThat(day(view, "2026-12-13").dates()).hasSize(1);
        assertThat(view.told()).isEqualTo("1 performance on 1 day.");
    }

    /** In Paris the clock goes from 2 to 3 in the night of the 28th to the 29th of March 2026, and back on the 25th of October. */
    @Test
    void hoursOfTheNightsInWhichTheClockIsChangedStayThoseOfThePoster() {
        stand.plays(
                stand.house,
                "1;Avant;2026-03-28;23:30;Ici;;;;",
                "2;Après;2026-03-29;03:30;Ici;;;;",
                "3;Jour;2026-03-29;15:00;Ici;;;;",
                "4;Retour;2026-10-25;02:30;Ici;;;;",
                "5;Soir;2026-10-25;20:00;Ici;;;;");
        CalendarView march = english("2026-03");
        assertThat(told(day(march, "2026-03-28"))).containsExactly("23:30 Avant, Ici []", "03:30 Après, Ici []");
        assertThat(told(day(march, "2026-03-29"))).containsExactly("15:00 Jour, Ici []");
        CalendarView october = english("2026-10");
        assertThat(told(day(october, "2026-10-24"))).containsExactly("02:30 Retour, Ici []");
        assertThat(told(day(october, "2026-10-25"))).containsExactly("20:00 Soir, Ici []");
        assertThat(october.weeks()).hasSize(5);
    }

    @Test
    void aPerformanceAfterMidnightOnTheFirstBelongsToTheMonthBefore() {
        stand.plays(stand.house, "1;Nuit;2027-02-01;00:30;Ici;;;;", "2;Fin;2027-02-28;20:00;Ici;;;;");
        assertThat(told(day(english("2027-01"), "2027-01-31"))).containsExactly("00:30 Nuit, Ici []");
        CalendarView february = english("2027-02");
        assertThat(february.weeks()).hasSize(4);
        assertThat(february.weeks()).flatExtracting(CalendarView.Week::days).allMatch(CalendarView.Day::within);
        assertThat(february.told()).isEqualTo("1 performance on 1 day.");
    }

    @Test
    void aMonthWithMoreThanIsShownSaysSoOnTopAndOnItsDays() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < CalendarViews.SHOWN_MAX + 7; i++) {
            int day = i < CalendarViews.SHOWN_MAX - 2 ? 1 + i % 20 : 25;
            lines.add("%d;Court %d;2026-12-%02d;%02d:%02d;Ici;;;;".formatted(i, i, day, 8 + i / 30, i % 60));
        }
        stand.plays(stand.house, lines.toArray(String[]::new));
        CalendarView view = english("2026-12");
        assertThat(view.told()).startsWith("307 performances on 21 days.");
        assertThat(view.cut()).startsWith("Only the first 300 performances are shown here");
        CalendarView.Day cut = day(view, "2026-12-25");
        assertThat(cut.dates()).hasSize(2);
        assertThat(cut.more()).isEqualTo("7 more performances");
        assertThat(cut.all()).isEqualTo("/h/quatre-vents/programme?season=2026-27&from=2026-12-25");
        assertThat(day(view, "2026-12-20").more()).isNull();
    }

    @Test
    void oneWalksFromTheFirstMonthToTheLastAndBackToToday() {
        stand.plays(stand.house, "1;Hamlet;2026-10-03;20:00;Ici;;;;", "2;Hamlet;2027-03-05;20:00;Ici;;;;");
        assertThat(english("2026-10").before()).isNull();
        assertThat(english("2026-10").after())
                .isEqualTo(new CalendarView.Link("/h/quatre-vents/calendar?month=2026-11", "November 2026"));
        assertThat(english("2026-10").now()).isEqualTo("/h/quatre-vents/calendar?month=2026-12");
        assertThat(english("2026-12").now()).isNull();
        assertThat(english("2027-03").after()).isNull();
        assertThat(english("2050-01").before())
                .isEqualTo(new CalendarView.Link("/h/quatre-vents/calendar?month=2027-03", "March 2027"));
        assertThat(english("1900-01").after())
                .isEqualTo(new CalendarView.Link("/h/quatre-vents/calendar?month=2026-10", "October 2026"));
        assertThat(english("2027-01").told()).isEqualTo("Nothing is played in January 2027.");
    }

    @Test
    void withoutAMonthItIsTodaysOrTheNearestWithAProgramme() {
        CalendarViews views = new CalendarViews(
                stand.programme(), Language.ENGLISH, stand.house, CalendarStand.TODAY, CalendarRights.NONE);
        assertThat(views.month(null).name()).isEqualTo("December 2026");
        assertThat(stand.month(Language.FRENCH, "2026-12").name()).isEqualTo("Décembre 2026");
        stand.plays(stand.house, "1;Hamlet;2019-10-03;20:00;Ici;;;;");
        assertThat(views.month(null).name()).isEqualTo("October 2019");
        stand.plays(stand.house, "2;Hamlet;2027-10-03;20:00;Ici;;;;");
        assertThat(views.month(null).name()).isEqualTo("December 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-00", "0000-05", "2026", "26-12", "décembre", "2026-12-01", "99999-01"})
    void whatIsNoMonthIsRefused(String month) {
        assertThatThrownBy(() -> CalendarPage.read(month))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void thePageIsATableWithHeadersAndWritesTitlesAsText(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        stand.plays(
                stand.house,
                "1;Le <3 Bal;2026-12-12;20:30;Grand Théâtre;Studio;annulé;;",
                "2;Hamlet;2026-12-14;20:00;Grand Théâtre;Grande salle;;;complet");
        String page = TemplatesTest.render(language, "calendar", stand.month(language, "2026-12"));
        assertThat(page)
                .contains(
                        "<table class=\"calendar\">",
                        "<th scope=\"col\">" + language.formats().weekday(java.time.DayOfWeek.MONDAY))
                .contains("Le &lt;3 Bal", "aria-current=\"date\"", "datetime=\"2026-12-12T20:30\"")
                .contains(language.say("state_cancelled"), language.say("availability_sold_out"))
                .contains("href=\"/h/quatre-vents/shows/")
                .doesNotContain("{t:", "style=", "<3", "null", "<form id=", "draggable", "/halls");
        assertThat(page.split("<td", -1)).hasSize(1 + 5 * MonthWeeks.DAYS);
    }
}
