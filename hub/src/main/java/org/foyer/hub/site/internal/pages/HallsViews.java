package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.House;

/** Lays a week of a programme out by halls, so that two performances in one hall at once are seen. */
final class HallsViews {

    private final Programme programme;
    private final Language language;
    private final House house;
    private final LocalDate today;
    private final CalendarRights rights;
    private final String base;

    HallsViews(Programme programme, Language language, House house, LocalDate today, CalendarRights rights) {
        this.programme = programme;
        this.language = language;
        this.house = house;
        this.today = today;
        this.rights = rights;
        this.base = "/h/" + house.slug();
    }

    /** The week in which a day lies, from Monday. */
    HallsView week(LocalDate day) {
        List<LocalDate> days = MonthWeeks.week(MonthWeeks.monday(day));
        LocalDate from = days.get(0);
        LocalDate to = days.get(days.size() - 1);
        List<ProgrammeEntry> entries = programme.entries(house.id(), from, to, 0, CalendarViews.SHOWN_MAX);
        long total = programme.count(house.id(), from, to);
        List<HallsView.Row> rows = rows(days, entries);
        return new HallsView(
                base,
                language.say(
                        "calendar_week_of",
                        language.formats().longDay(from),
                        language.formats().longDay(to)),
                rows.isEmpty()
                        ? language.say("calendar_week_none")
                        : language.count("calendar_week_told", total, language.count("calendar_halls", rows.size())),
                total > entries.size() ? language.count("calendar_week_cut", entries.size()) : null,
                address(from.minusWeeks(1)),
                address(MonthWeeks.monday(today)),
                address(from.plusWeeks(1)),
                base + "/calendar?month=" + YearMonth.from(to),
                days.stream()
                        .map(one -> new HallsView.Column(
                                one.toString(), language.formats().shortDay(one), one.equals(today)))
                        .toList(),
                rows,
                ClashesTold.planning(language, rights, address(from), entries));
    }

    private String address(LocalDate monday) {
        return base + "/halls?week=" + monday;
    }

    /** A row for each hall in which something is shown, in the order of their names. */
    private List<HallsView.Row> rows(List<LocalDate> days, List<ProgrammeEntry> entries) {
        CalendarCells cells = new CalendarCells(language, base, today, rights.moves());
        Map<String, List<ProgrammeEntry>> halls =
                entries.stream().collect(Collectors.groupingBy(Clashes::hall, TreeMap::new, Collectors.toList()));
        return halls.values().stream()
                .sorted(Comparator.comparing(inHall -> ClashesTold.place(language, inHall.get(0))))
                .map(inHall -> {
                    Map<LocalDate, List<ProgrammeEntry>> byDay = inHall.stream()
                            .collect(Collectors.groupingBy(
                                    entry -> entry.performance().day()));
                    Hall hall = inHall.get(0).hall();
                    String lane = "in " + Clashes.hall(inHall.get(0));
                    return new HallsView.Row(
                            ClashesTold.place(language, inHall.get(0)),
                            hall == null ? null : Hall.pathOf(house, hall.id()),
                            days.stream()
                                    .map(day -> {
                                        List<ProgrammeEntry> there = byDay.getOrDefault(day, List.of());
                                        return cells.day(day, true, there, there.size(), lane);
                                    })
                                    .toList());
                })
                .toList();
    }
}
