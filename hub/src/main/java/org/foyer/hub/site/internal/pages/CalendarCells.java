package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.intake.SheetStart;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.Season;

/** The cells of a calendar: a day with what is shown on it. */
final class CalendarCells {

    private final Language language;
    private final String base;
    private final LocalDate today;
    private final boolean moves;

    CalendarCells(Language language, String base, LocalDate today, boolean moves) {
        this.language = language;
        this.base = base;
        this.today = today;
        this.moves = moves;
    }

    /** @param all performances of the day, shown or not @param lane of its dates; empty where there is one alone */
    CalendarView.Day day(LocalDate day, boolean within, List<ProgrammeEntry> entries, long all, String lane) {
        return new CalendarView.Day(
                day.toString(),
                language.formats().longDay(day),
                Integer.toString(day.getDayOfMonth()),
                within,
                day.equals(today),
                lane,
                entries.stream().map(entry -> date(entry, lane)).toList(),
                all > entries.size() ? language.count("calendar_more", all - entries.size()) : null,
                base + "/programme?season=" + Season.of(day).label() + "&from=" + day);
    }

    private CalendarView.Date date(ProgrammeEntry entry, String lane) {
        LocalDateTime starts = entry.startsLocal();
        PerformanceState state = entry.performance().state();
        return new CalendarView.Date(
                starts == null ? entry.performance().day().toString() : starts.toString(),
                starts == null ? null : language.formats().time(starts),
                ProgrammeBill.title(language, entry),
                base + "/shows/" + Shows.idOf(entry),
                ProgrammeBill.place(entry.venue(), entry.performance().hall()),
                isOff(state),
                notes(entry, state),
                moves ? move(entry, lane) : null);
    }

    /** Whether nothing is played on the day for which it was announced. */
    static boolean isOff(PerformanceState state) {
        return state == PerformanceState.CANCELLED || state == PerformanceState.POSTPONED;
    }

    /** That seats are left is no news. */
    private List<String> notes(ProgrammeEntry entry, PerformanceState state) {
        List<String> notes = new ArrayList<>();
        if (state != PerformanceState.SCHEDULED) {
            notes.add(Show.state(language, state.stored()));
        }
        String availability = entry.described("availability");
        if (availability != null && !isOff(state) && !availability.equals("available")) {
            notes.add(language.sayOr(availability, "availability_" + availability.replace('-', '_')));
        }
        return notes;
    }

    private CalendarView.Move move(ProgrammeEntry entry, String lane) {
        SheetStart start = SheetStart.of(entry.performance().day(), entry.startsLocal());
        return new CalendarView.Move(
                "move-" + entry.performance().id(),
                base + "/calendar/" + entry.performance().id(),
                start.text(),
                start.evening().toString(),
                start.time() == null ? "" : start.time().toString(),
                ProgrammeBill.title(language, entry) + ", " + told(language, start),
                lane);
    }

    /** Evening and hour, as people say them. */
    static String told(Language language, SheetStart start) {
        String day = language.formats().longDay(start.evening());
        return start.time() == null
                ? day
                : day + ", " + language.formats().time(start.day().atTime(start.time()));
    }
}
