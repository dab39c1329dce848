package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.WeekPoint;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** Sales by week beside the season before. */
final class WeeksChart {

    private static final int RECENT_WEEKS = 4;

    private WeeksChart() {}

    /** As {@link #of}, or null when neither season sold anything: an empty chart shows nothing. */
    static @Nullable Chart ofSales(
            Language language, Season season, List<WeekPoint> weeks, LocalDate asOf, String currency, String csv) {
        return weeks.stream().allMatch(week -> week.tickets() == 0 && week.ticketsBefore() == 0)
                ? null
                : of(language, season, weeks, asOf, currency, csv);
    }

    /** @param asOf weeks that begin after it are not told; the week in which it lies stands in the table alone, for a part of a week draws a fall */
    static Chart of(
            Language language, Season season, List<WeekPoint> weeks, LocalDate asOf, String currency, String csv) {
        Formats formats = language.formats();
        List<String> categories = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        List<@Nullable Long> own = new ArrayList<>();
        List<Long> before = new ArrayList<>();
        for (WeekPoint week : weeks) {
            boolean told = !week.monday().isAfter(asOf);
            boolean over = isOver(week, asOf);
            String tickets = told ? formats.number(week.tickets()) : "–";
            String amount = told ? formats.roundMoney(week.amount(), currency) : "–";
            if (over || !told) {
                categories.add(formats.tick(week.monday()));
                own.add(told ? week.tickets() : null);
                before.add(week.ticketsBefore());
                readings.add(language.say(
                        told ? "reading_week" : "reading_week_to_come",
                        formats.day(week.monday()),
                        language.count("sold", week.tickets()),
                        amount,
                        language.count("sold", week.ticketsBefore())));
            }
            String day = formats.day(week.monday());
            rows.add(List.of(
                    told && !over ? language.say("week_not_over", day) : day,
                    tickets,
                    amount,
                    formats.number(week.ticketsBefore()),
                    formats.roundMoney(week.amountBefore(), currency)));
        }
        String name = formats.season(season);
        String previous = formats.season(season.previous());
        return new Chart(
                "chart-weeks",
                language.say("weeks_name"),
                finding(language, weeks, asOf),
                new Chart.Drawing(
                        "lines",
                        language.say("axis_tickets_week"),
                        "number",
                        categories,
                        List.of(
                                new Chart.Series(name, 1, "solid", "circle", false, own, List.of()),
                                new Chart.Series(previous, 2, "dashed", "diamond", false, before, List.of())),
                        null,
                        readings),
                new Chart.Table(
                        List.of(
                                language.say("week_of"),
                                language.say("tickets") + " " + name,
                                language.say("revenue_short") + " " + name,
                                language.say("tickets") + " " + previous,
                                language.say("revenue_short") + " " + previous),
                        rows),
                csv);
    }

    private static boolean isOver(WeekPoint week, LocalDate asOf) {
        return !week.monday().plusDays(6).isAfter(asOf);
    }

    /** What the last four whole weeks sold beside the same weeks a season earlier. */
    static String finding(Language language, List<WeekPoint> weeks, LocalDate asOf) {
        List<WeekPoint> whole =
                weeks.stream().filter(week -> isOver(week, asOf)).toList();
        List<WeekPoint> recent = whole.subList(Math.max(0, whole.size() - RECENT_WEEKS), whole.size());
        long now = recent.stream().mapToLong(WeekPoint::tickets).sum();
        long then = recent.stream().mapToLong(WeekPoint::ticketsBefore).sum();
        if (recent.isEmpty()) {
            return language.say("weeks_finding_none");
        }
        String tickets = language.formats().number(now);
        if (then <= 0) {
            return language.say("weeks_finding_alone", tickets);
        }
        double change = (double) now / then - 1;
        if (Math.abs(change) < 0.01) {
            return language.say("weeks_finding_same", tickets);
        }
        String key = change > 0 ? "weeks_finding_more" : "weeks_finding_less";
        return language.say(key, tickets, language.formats().percent(Math.abs(change)));
    }
}
