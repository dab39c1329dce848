package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Contradiction;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SheetStart;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.site.internal.api.CastsResource;
import org.foyer.hub.site.internal.api.StartsResource;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates moved over a real node: by whom, what stands in the way, and how it is taken back. */
class MovedDatesTest {

    @TempDir
    Path folder;

    private CalendarStand stand;
    private Sheets sheets;

    @BeforeEach
    void aProgramme() {
        stand = new CalendarStand(folder);
        sheets = stand.node.intake().sheets();
        stand.plays(
                stand.house,
                "1;Hamlet;2026-12-04;20:00;Grand Théâtre;Grande salle;;150;",
                "2;Hamlet;2026-12-05;20:00;Grand Théâtre;Grande salle;;150;",
                "3;Bal;2026-12-12;21:00;Grand Théâtre;Grande salle;;;");
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private static StartsResource.Start to(String seen, String day, String time) {
        return new StartsResource.Start(seen, day, time);
    }

    private String move(String login, ProgrammeEntry entry, StartsResource.Start start) {
        RunReport report = stand.starts(login, Role.EDITOR)
                .move("quatre-vents", Long.toString(entry.performance().id()), start);
        return Objects.requireNonNull(report.run()).toString();
    }

    private List<String> programme() {
        return stand
                .programme()
                .entries(stand.house.id(), CalendarStand.TODAY, CalendarStand.TODAY.plusYears(3), 0, 50)
                .stream()
                .map(entry -> entry.performance().day() + " " + entry.startsLocal() + " "
                        + entry.production().title())
                .toList();
    }

    private long sheetOf(String title) {
        return sheets.of(stand.house.id(), stand.entry(title).production().id(), "ada")
                .orElseThrow();
    }

    /** Keeps a word about the show without publishing it. */
    private void types(String login, long sheet) {
        SheetWords words = sheets.sheet(stand.house.id(), sheet).orElseThrow().shown();
        Map<String, String> show = new HashMap<>(words.show());
        show.put("genre", "tragédie");
        sheets.keep(
                stand.house.id(), sheet, new SheetWords(show, words.dates(), words.works(), words.credits()), login);
    }

    @Test
    void aMovedDateIsPublishedOnItsSheetBesideTheFilesAndIsToldOf() {
        ProgrammeEntry first = stand.entry("Hamlet");
        String run = move("ada", first, to("2026-12-04T20:00", "2026-12-06", null));
        assertThat(programme())
                .containsExactly(
                        "2026-12-05 2026-12-05T20:00 Hamlet",
                        "2026-12-06 2026-12-06T20:00 Hamlet",
                        "2026-12-12 2026-12-12T21:00 Bal");
        long sheet = sheetOf("Hamlet");
        assertThat(sheets.versions(stand.house.id(), sheet))
                .extracting(version -> version.version() + " " + version.run() + " " + version.actor())
                .containsExactly("1 " + run + " ada");
        assertThat(sheets.contradictions(stand.house.id(), 0, 50))
                .extracting(Contradiction::property, Contradiction::decided)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("start", true));
        assertThat(stand.node.audit().lines(stand.house.id(), 0, 20))
                .extracting(Audit.Line::action)
                .contains("show-published");
        MovedDates moved = new MovedDates(stand.programme(), stand.node.intake());
        String address = first.performance().id() + "_" + sheet + "_" + run + "_2026-12-04T20:00";
        assertThat(moved.told(Language.ENGLISH, stand.house, address))
                .contains(new CalendarView.Done(
                        "“Hamlet” is moved from Friday 4 December 2026, 20:00 to Sunday 6 December 2026, 20:00.",
                        "/h/quatre-vents/sheets/" + sheet,
                        "/h/quatre-vents/runs/" + run));
        assertThat(moved.told(Language.ENGLISH, stand.house, address.replace("_" + run + "_", "_99_")))
                .isEmpty();
        assertThat(moved.told(Language.ENGLISH, stand.house, "<b>")).isEmpty();
    }

    @Test
    void undoingTheImportPutsItBackAndALaterMoveDoesNotMoveItAgain() {
        List<String> before = programme();
        ProgrammeEntry first = stand.entry("Hamlet");
        ProgrammeEntry second = stand.programme()
                .entries(stand.house.id(), LocalDate.of(2026, 12, 5), LocalDate.of(2026, 12, 5), 0, 5)
                .get(0);
        String run = move("ada", first, to("2026-12-04 20:00", "2026-12-08", "19:00"));
        assertThat(programme()).contains("2026-12-08 2026-12-08T19:00 Hamlet");
        stand.node.intake().undo(new org.foyer.hub.model.IntakeRunId(Integer.parseInt(run)), "ada");
        assertThat(programme()).isEqualTo(before);
        move("bob", second, to("2026-12-05T20:00", "2026-12-07", ""));
        assertThat(programme())
                .containsExactly(
                        "2026-12-04 2026-12-04T20:00 Hamlet",
                        "2026-12-07 2026-12-07T20:00 Hamlet",
                        "2026-12-12 2026-12-12T21:00 Bal");
    }

    @Test
    void whatSomebodyElseTypesIsNotPublishedOverAndOnesOwnStays() {
        long sheet = sheetOf("Hamlet");
        types("bob", sheet);
        ProgrammeEntry first = stand.entry("Hamlet");
        List<String> before = programme();
        StartsResource.Start wish = to("2026-12-04T20:00", "2026-12-06", null);
        assertThatThrownBy(() -> move("ada", first, wish)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("sheet-waits");
            assertThat(refused.arguments()).containsExactly("bob");
        });
        assertThat(programme()).isEqualTo(before);
        move("bob", first, wish);
        ShowSheet waits = sheets.sheet(stand.house.id(), sheet).orElseThrow();
        assertThat(waits.draft()).isTrue();
        assertThat(stand.entry("Hamlet").production().genre()).isNull();
        assertThat(sheets.publish(stand.house.id(), sheet, "bob").problems()).isEmpty();
        assertThat(stand.entry("Hamlet").production().genre()).isEqualTo("tragédie");
        assertThat(programme()).contains("2026-12-06 2026-12-06T20:00 Hamlet");
    }

    @Test
    void whoeverSawAnotherHourMovesNothing() {
        ProgrammeEntry bal = stand.entry("Bal");
        move("ada", bal, to("2026-12-12T21:00", "2026-12-13", "18:00"));
        List<String> before = programme();
        assertThatThrownBy(() -> move("bob", bal, to("2026-12-12T21:00", "2026-12-20", null)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("date-moved-since");
                    assertThat(refused.arguments()).containsExactly("2026-12-13 18:00");
                });
        assertThat(programme()).isEqualTo(before);
        assertThatThrownBy(() -> move("bob", bal, to("2026-12-13T18:00", "2026-12-13", "18:00")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("date-not-moved"));
    }

    @Test
    void aReaderMovesNothingAndNobodyWhatAnotherHousePlaysOrIsNotShown() {
        ProgrammeEntry bal = stand.entry("Bal");
        stand.plays(stand.house("ailleurs"), "1;Ailleurs;2026-12-12;20:00;Ici;;;;");
        long elsewhere = stand.programme()
                .entries(
                        stand.node.houses().bySlug("ailleurs").orElseThrow().id(),
                        CalendarStand.TODAY,
                        CalendarStand.TODAY.plusYears(1),
                        0,
                        5)
                .get(0)
                .performance()
                .id();
        StartsResource.Start wish = to("2026-12-12T21:00", "2026-12-13", null);
        String id = Long.toString(bal.performance().id());
        assertThatThrownBy(() -> stand.starts("rob", Role.READER).move("quatre-vents", id, wish))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
        assertThatThrownBy(() -> stand.starts("ada", Role.EDITOR).move("ailleurs", Long.toString(elsewhere), wish))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("house-unknown"));
        for (String unknown : List.of(Long.toString(elsewhere), "0", "x", "99999999999999999999")) {
            assertThatThrownBy(() -> stand.starts("ada", Role.EDITOR).move("quatre-vents", unknown, wish))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("no-such-performance"));
        }
        assertThat(programme()).contains("2026-12-12 2026-12-12T21:00 Bal");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2026-12-12T21:00, 2026-02-30, none, 400",
                "2026-12-12T21:00, demain, none, 400",
                "2026-12-12T21:00, '', none, 400",
                "2026-12-12T21:00, +999999999-12-31, none, 400",
                "2026-12-12T21:00, 9999-12-31, 00:30, 422",
                "2026-12-12T21:00, 0001-01-01, 00:30, 422",
                "2026-12-12T21:00, 2026-12-13, 25:00, 400",
                "2026-12-12T21:00, 2026-12-13, soir, 400",
                "hier, 2026-12-13, none, 400",
                "+999999999-12-31T00:00, 2026-12-13, none, 400",
                "none, 2026-12-13, none, 400",
                "2026-12-12T21:00, none, none, 400"
            })
    void nonsenseIsRefusedAndMovesNothing(String seen, String day, String time, int status) {
        ProgrammeEntry bal = stand.entry("Bal");
        List<String> before = programme();
        assertThatThrownBy(() -> move("ada", bal, to(seen, day, time)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(status));
        assertThat(programme()).isEqualTo(before);
    }

    @Test
    void halfPastMidnightStaysOnItsEvening() {
        ProgrammeEntry bal = stand.entry("Bal");
        move("ada", bal, to("2026-12-12T21:00", "2026-12-12", "00:30"));
        assertThat(programme()).contains("2026-12-12 2026-12-13T00:30 Bal");
        move("ada", bal, to("2026-12-13T00:30", "2026-12-31", null));
        assertThat(programme()).contains("2026-12-31 2027-01-01T00:30 Bal");
        assertThat(SheetStart.ofEvening(LocalDate.of(2026, 12, 31), LocalTime.of(4, 59))
                        .day())
                .isEqualTo("2027-01-01");
        assertThat(SheetStart.ofEvening(LocalDate.of(2026, 12, 31), LocalTime.of(5, 0))
                        .day())
                .isEqualTo("2026-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void editorsSeeAFormBesideEachDateAndWhatBecameOfIt(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        long id = stand.entry("Bal").performance().id();
        CalendarView view = stand.month(language, "2026-12", CalendarStand.EDITOR);
        List<CalendarView.Refusal> refused = new ArrayList<>(List.of(new CalendarView.Refusal("Non <b>", "Puis")));
        String page = TemplatesTest.render(
                language,
                "calendar",
                view.planned(view.planning()
                        .because(refused)
                        .after(new CalendarView.Done(
                                "Fait <b>", "/h/quatre-vents/sheets/3", "/h/quatre-vents/runs/4"))));
        assertThat(page)
                .contains("<form id=\"move-" + id + "\"", "action=\"/h/quatre-vents/calendar/" + id + "\"")
                .contains("name=\"seen\" value=\"2026-12-12 21:00\"", "type=\"date\" value=\"2026-12-12\"")
                .contains("data-moves=\"move-" + id + "\"", "data-day=\"2026-12-13\"", "draggable=\"true\"")
                .contains("Fait &lt;b&gt;", "/runs/4", "Non &lt;b&gt;", "/h/quatre-vents/halls?week=2026-12-01")
                .doesNotContain("{t:", "style=", "<b>", "null");
        String halls = TemplatesTest.render(language, "halls", stand.week(language, "2026-12-12"));
        assertThat(halls)
                .contains("Grande salle, Grand Théâtre", "name=\"view\" value=\"halls\"")
                .doesNotContain("{t:", "style=", "null");
        String reader = TemplatesTest.render(
                language, "calendar", stand.month(language, "2026-12", new CalendarRights(true, false)));
        assertThat(reader).contains("/halls?week=").doesNotContain("<form id=", "draggable", "data-day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aMonthOrAWeekWithoutDatesSaysNothingOfDragging(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        String hint = language.say("calendar_move_says");
        assertThat(TemplatesTest.render(language, "calendar", stand.month(language, "2026-12", CalendarStand.EDITOR)))
                .contains(hint);
        assertThat(TemplatesTest.render(language, "calendar", stand.month(language, "2027-01", CalendarStand.EDITOR)))
                .contains("/halls?week=")
                .doesNotContain(hint);
        assertThat(TemplatesTest.render(language, "halls", stand.week(language, "2027-01-12")))
                .doesNotContain(hint);
    }

    @Test
    void nobodyDecidesBetweenSourcesOrChangesACastOverTheDraftOfSomebodyElse() {
        types("bob", sheetOf("Hamlet"));
        ProgrammeEntry first = stand.entry("Hamlet");
        CastChange change = CastChange.read("Nina: Anne Roy / Nina Petrova").get(0);
        assertThatThrownBy(() -> stand.casts("ada", Role.EDITOR)
                        .change(
                                "quatre-vents",
                                Long.toString(first.performance().id()),
                                new CastsResource.Changes(List.of(change))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.code()).isEqualTo("sheet-waits");
                    assertThat(refused.arguments()).containsExactly("bob");
                });
        assertThat(sheets.sheet(stand.house.id(), sheetOf("Hamlet"))
                        .orElseThrow()
                        .savedBy())
                .isEqualTo("bob");
    }
}
