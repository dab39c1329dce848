package org.foyer.hub.site.internal.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Lays a month of a programme out as a calendar. */
final class CalendarViews {

    /** Performances of one calendar, at most. */
    static final int SHOWN_MAX = 300;

    private static final int FULLEST_NAMED_MAX = 3;

    private final Programme programme;
    private final Language language;
    private final House house;
    private final LocalDate today;
    private final String base;
    private final CalendarRights rights;
    private final CalendarCells cells;

    /** @param rights of whoever looks */
    CalendarViews(Programme programme, Language language, House house, LocalDate today, CalendarRights rights) {
        this.programme = programme;
        this.language = language;
        this.house = house;
        this.today = today;
        this.base = "/h/" + house.slug();
        this.rights = rights;
        this.cells = new CalendarCells(language, base, today, rights.moves());
    }

    /** @param asked null for the month of today, or the nearest of the programme when it lies elsewhere */
    CalendarView month(@Nullable YearMonth asked) {
        Programme.Span span = programme.span(house.id()).orElse(new Programme.Span(today, today));
        YearMonth now = YearMonth.from(today);
        YearMonth first = YearMonth.from(span.from());
        YearMonth last = YearMonth.from(span.to());
        YearMonth month = asked == null ? between(first, now, last) : asked;
        LocalDate from = month.atDay(1);
        LocalDate to = month.atEndOfMonth();
        List<ProgrammeEntry> entries = programme.entries(house.id(), from, to, 0, SHOWN_MAX);
        List<Programme.Day> days = programme.days(house.id(), from, to);
        long total = days.stream().mapToLong(Programme.Day::shown).sum();
        YearMonth earliest = first.isBefore(now) ? first : now;
        YearMonth latest = last.isAfter(now) ? last : now;
        return new CalendarView(
                base,
                Reports.whole(language.formats().month(from)),
                told(month, days),
                total > entries.size() ? language.count("calendar_cut", entries.size()) : null,
                month.isAfter(earliest) ? link(between(earliest, month.minusMonths(1), latest)) : null,
                month.equals(now) ? null : address(now),
                month.isBefore(latest) ? link(between(earliest, month.plusMonths(1), latest)) : null,
                weekdays(),
                weeks(month, byDay(entries), days),
                ClashesTold.planning(language, rights, base + "/halls?week=" + from, entries));
    }

    private static YearMonth between(YearMonth first, YearMonth month, YearMonth last) {
        return month.isBefore(first) ? first : month.isAfter(last) ? last : month;
    }

    private String address(YearMonth month) {
        return base + "/calendar?month=" + month;
    }

    private CalendarView.Link link(YearMonth month) {
        return new CalendarView.Link(address(month), language.formats().month(month.atDay(1)));
    }

    private List<String> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(language.formats()::weekday)
                .toList();
    }

    private static Map<LocalDate, List<ProgrammeEntry>> byDay(List<ProgrammeEntry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.performance().day()));
    }

    private List<CalendarView.Week> weeks(
            YearMonth month, Map<LocalDate, List<ProgrammeEntry>> entries, List<Programme.Day> days) {
        Map<LocalDate, Long> shown = days.stream().collect(Collectors.toMap(Programme.Day::day, Programme.Day::shown));
        return MonthWeeks.of(month).stream()
                .map(week -> new CalendarView.Week(
                        Integer.toString(week.get(0).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                        week.stream()
                                .map(day -> cells.day(
                                        day,
                                        YearMonth.from(day).equals(month),
                                        entries.getOrDefault(day, List.of()),
                                        shown.getOrDefault(day, 0L),
                                        ""))
                                .toList()))
                .toList();
    }

    /** What does not take place fills no day. */
    private String told(YearMonth month, List<Programme.Day> days) {
        long off = days.stream().mapToLong(Programme.Day::off).sum();
        List<Programme.Day> played =
                days.stream().filter(day -> day.shown() > day.off()).toList();
        long performances = played.stream().mapToLong(CalendarViews::playedOn).sum();
        List<String> told = new ArrayList<>();
        told.add(
                performances == 0
                        ? language.say("calendar_none", language.formats().month(month.atDay(1)))
                        : language.count("calendar_told", performances, language.count("days", played.size())));
        if (played.size() > 1) {
            told.add(fullest(played));
        }
        if (off > 0) {
            told.add(language.count("calendar_off", off));
        }
        return told.stream().filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }

    private static long playedOn(Programme.Day day) {
        return day.shown() - day.off();
    }

    /** Where many days are equally full, none is the fullest. */
    private String fullest(List<Programme.Day> played) {
        long most = played.stream().mapToLong(CalendarViews::playedOn).max().orElse(0);
        List<Programme.Day> full =
                played.stream().filter(day -> playedOn(day) == most).toList();
        if (most < 2 || full.size() > FULLEST_NAMED_MAX) {
            return most < 2 ? "" : language.count("calendar_most", most);
        }
        return language.say(
                full.size() == 1 ? "calendar_fullest" : "calendar_fullest_several",
                full.stream()
                        .map(day -> language.formats().longDay(day.day()))
                        .reduce((some, one) -> language.say("calendar_and", some, one))
                        .orElseThrow(),
                language.formats().number(most));
    }
}
