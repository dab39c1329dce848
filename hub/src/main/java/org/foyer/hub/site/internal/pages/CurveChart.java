package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.BookingCurve.Point;
import org.foyer.hub.insight.FinalSales;
import org.jspecify.annotations.Nullable;

/** The booking curve of a performance beside comparable ones. */
final class CurveChart {

    private CurveChart() {}

    static Chart of(Language language, BookingCurve curve, @Nullable FinalSales forecast, String csv) {
        boolean rated = curve.points().stream().anyMatch(point -> point.perHundredSeats() != null);
        boolean compared = rated && curve.points().stream().anyMatch(point -> point.median() != null);
        List<String> categories = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        List<@Nullable Number> own = new ArrayList<>();
        List<@Nullable Double> low = new ArrayList<>();
        List<@Nullable Double> median = new ArrayList<>();
        List<@Nullable Double> high = new ArrayList<>();
        for (Point point : curve.points()) {
            categories.add(Labels.daysBefore(language, point.daysBefore()));
            readings.add(reading(language, point, compared) + ForecastLines.reading(language, point, forecast));
            rows.add(row(language, point));
            if (rated) {
                own.add(point.perHundredSeats());
            } else {
                own.add(point.tickets());
            }
            low.add(point.low());
            median.add(point.median());
            high.add(point.high());
        }
        List<Chart.Series> series = new ArrayList<>();
        series.add(new Chart.Series(language.say("curve_own"), 1, "solid", "circle", false, own, List.of()));
        if (compared) {
            series.add(
                    new Chart.Series(language.say("curve_median"), 2, "dashed", "diamond", false, median, List.of()));
        }
        series.addAll(ForecastLines.of(language, curve, forecast, rated));
        return new Chart(
                "chart-curve",
                language.say("curve_name"),
                finding(language, curve),
                new Chart.Drawing(
                        "lines",
                        language.say(rated ? "axis_per_hundred" : "tickets"),
                        "number",
                        categories,
                        series,
                        compared ? new Chart.Band(language.say("curve_band"), low, high) : null,
                        readings),
                new Chart.Table(
                        List.of(
                                language.say("days_before"),
                                language.say("tickets"),
                                language.say("per_hundred"),
                                language.say("lower_quartile"),
                                language.say("median"),
                                language.say("upper_quartile")),
                        rows),
                csv);
    }

    private static List<String> row(Language language, Point point) {
        Long tickets = point.tickets();
        return List.of(
                Labels.daysBefore(language, point.daysBefore()),
                tickets == null ? "–" : language.formats().number(tickets),
                told(language, point.perHundredSeats()),
                told(language, point.low()),
                told(language, point.median()),
                told(language, point.high()));
    }

    private static String reading(Language language, Point point, boolean compared) {
        Long tickets = point.tickets();
        String when = Labels.daysBefore(language, point.daysBefore());
        String own = tickets == null
                ? language.say("reading_curve_to_come", when)
                : language.say(
                        "reading_curve",
                        when,
                        language.count("sold", tickets),
                        told(language, point.perHundredSeats()));
        return compared && point.median() != null
                ? own + " " + language.say("reading_band", told(language, point.low()), told(language, point.high()))
                : own;
    }

    /** Where the last known point stands beside the band. */
    static String finding(Language language, BookingCurve curve) {
        List<Point> known =
                curve.points().stream().filter(point -> point.tickets() != null).toList();
        if (known.isEmpty()) {
            return language.say("curve_finding_none");
        }
        Point last = known.get(known.size() - 1);
        long tickets = last.tickets() == null ? 0 : last.tickets();
        String when = last.daysBefore() == 0
                ? language.say("days_before_at_none")
                : language.say("days_before_at", last.daysBefore());
        Double rate = last.perHundredSeats();
        Double low = last.low();
        Double high = last.high();
        if (rate == null || low == null || high == null) {
            return language.count("curve_finding_alone", tickets, when);
        }
        String key = rate < low ? "curve_finding_below" : rate > high ? "curve_finding_above" : "curve_finding_within";
        return language.say(
                key,
                when,
                language.formats().decimal(rate),
                language.formats().decimal(low),
                language.formats().decimal(high),
                language.formats().number(curve.comparable()));
    }

    private static String told(Language language, @Nullable Double value) {
        return value == null ? "–" : language.formats().decimal(value);
    }
}
