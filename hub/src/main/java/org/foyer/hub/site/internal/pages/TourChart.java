package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.foyer.hub.exchange.Tour.Stop;
import org.foyer.hub.insight.ShowSheet;
import org.foyer.hub.insight.ShowSheet.Point;
import org.jspecify.annotations.Nullable;

/** Booking curves of the stops of a tour, one line for each house, against the days before its first date. */
final class TourChart {

    /** Lines that can be told apart. */
    private static final int LINES_MAX = 4;

    private static final List<String> DASHES = List.of("solid", "dashed", "dotted", "solid");
    private static final List<String> MARKERS = List.of("circle", "diamond", "rect", "diamond");

    /** One stop. @param seats 0 where the house did not tell them */
    private record Line(String name, long sold, long seats, List<Point> points) {

        /** Tickets by then; null before the first day that is told and after the last. */
        @Nullable
        Long at(int daysBefore) {
            Long found = null;
            for (Point point : points) {
                if (point.daysBefore() >= daysBefore) {
                    found = point.tickets();
                }
            }
            return points.get(points.size() - 1).daysBefore() > daysBefore ? null : found;
        }
    }

    private final Language language;

    TourChart(Language language) {
        this.language = language;
    }

    /** Null when no stop told its sales by day. */
    @Nullable
    Chart of(List<Stop> stops, String csv) {
        List<Line> told = new ArrayList<>();
        for (Stop stop : stops) {
            ShowSheet sheet = stop.sheet();
            if (sheet != null && !sheet.curve().isEmpty()) {
                List<Point> points = sheet.curve();
                Long seats = sheet.seats();
                told.add(new Line(
                        stop.grant().giver().name(),
                        points.get(points.size() - 1).tickets(),
                        seats == null ? 0 : seats,
                        points));
            }
        }
        if (told.isEmpty()) {
            return null;
        }
        List<Line> shown = told.stream()
                .sorted(Comparator.comparingLong(Line::sold).reversed())
                .limit(LINES_MAX)
                .toList();
        return drawn(shown, told.size(), csv);
    }

    private Chart drawn(List<Line> lines, int told, String csv) {
        boolean rated = lines.stream().allMatch(line -> line.seats() > 0);
        TreeSet<Integer> days = new TreeSet<>(Comparator.reverseOrder());
        lines.forEach(line -> line.points().forEach(point -> days.add(point.daysBefore())));
        List<String> categories = days.stream().map(this::day).toList();
        List<Chart.Series> series = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            Line line = lines.get(place);
            List<@Nullable Number> values = new ArrayList<>();
            days.forEach(day -> values.add(value(line, day, rated)));
            series.add(new Chart.Series(
                    line.name(), place + 1, DASHES.get(place), MARKERS.get(place), false, values, List.of()));
        }
        String name = language.say(rated ? "tour_curve_rate" : "tour_curve");
        return new Chart(
                "chart-tour",
                name,
                language.say(
                        "tour_curve_finding",
                        language.formats().number(lines.size()),
                        language.formats().number(told)),
                new Chart.Drawing(
                        "lines",
                        language.say(rated ? "axis_per_hundred" : "tickets"),
                        "number",
                        categories,
                        series,
                        null,
                        days.stream().map(day -> reading(lines, day)).toList()),
                new Chart.Table(
                        header(lines), days.stream().map(day -> row(lines, day)).toList()),
                csv);
    }

    private String day(int daysBefore) {
        return daysBefore >= 0
                ? Labels.daysBefore(language, daysBefore)
                : language.say("tour_days_after_short", -daysBefore);
    }

    private static @Nullable Number value(Line line, int day, boolean rated) {
        Long sold = line.at(day);
        return sold == null ? null : rated ? Double.valueOf(100.0 * sold / line.seats()) : sold;
    }

    private String told(Line line, int day) {
        Long sold = line.at(day);
        return sold == null ? "–" : language.formats().number(sold);
    }

    private String reading(List<Line> lines, int day) {
        List<String> parts = new ArrayList<>(List.of(day(day)));
        lines.forEach(line -> parts.add(line.name() + " " + told(line, day)));
        return String.join(" · ", parts);
    }

    private List<String> header(List<Line> lines) {
        List<String> header = new ArrayList<>(List.of(language.say("days_before")));
        lines.forEach(line -> header.add(line.name()));
        return header;
    }

    private List<String> row(List<Line> lines, int day) {
        List<String> row = new ArrayList<>(List.of(day(day)));
        lines.forEach(line -> row.add(told(line, day)));
        return row;
    }
}
