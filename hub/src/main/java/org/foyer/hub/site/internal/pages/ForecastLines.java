package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.BookingCurve.Point;
import org.foyer.hub.insight.FinalSales;
import org.foyer.hub.insight.FinalSales.Expected;
import org.jspecify.annotations.Nullable;

/**
 * The forecast in the chart of a booking curve: from the last known day straight to the end, with the ends of the interval.
 * The way between is not foretold, so it is drawn as a straight dash.
 */
final class ForecastLines {

    private ForecastLines() {}

    /** @param rated whether the chart is in tickets per 100 seats rather than in tickets */
    static List<Chart.Series> of(Language language, BookingCurve curve, @Nullable FinalSales forecast, boolean rated) {
        Expected expected = forecast == null ? null : forecast.expected();
        double perTicket = rated ? rate(curve) : 1;
        if (forecast == null || expected == null || perTicket <= 0) {
            return List.of();
        }
        Drawn drawn = new Drawn(curve, forecast.daysBefore(), forecast.sold(), perTicket);
        return List.of(
                drawn.to(language.say("forecast_line"), "dashed", "rect", expected.tickets()),
                drawn.to(language.say("forecast_low"), "dotted", "diamond", expected.low()),
                drawn.to(language.say("forecast_high"), "dotted", "diamond", expected.high()));
    }

    /** What the last point says of the forecast; nothing of the points before it. */
    static String reading(Language language, Point point, @Nullable FinalSales forecast) {
        Expected expected = forecast == null ? null : forecast.expected();
        if (expected == null || point.daysBefore() > 0) {
            return "";
        }
        Formats formats = language.formats();
        return " "
                + language.say(
                        "reading_forecast",
                        language.count("sold", expected.tickets()),
                        formats.number(expected.low()),
                        formats.number(expected.high()));
    }

    /** Tickets per 100 seats that one ticket makes; 0 when nothing tells. */
    private static double rate(BookingCurve curve) {
        for (Point point : curve.points()) {
            Long tickets = point.tickets();
            Double rate = point.perHundredSeats();
            if (tickets != null && rate != null && tickets > 0) {
                return rate / tickets;
            }
        }
        return 0;
    }

    private record Drawn(BookingCurve curve, int from, long sold, double perTicket) {

        Chart.Series to(String name, String dash, String marker, long end) {
            List<@Nullable Double> values = new ArrayList<>();
            for (Point point : curve.points()) {
                double gone = 1 - (double) point.daysBefore() / from;
                values.add(point.daysBefore() > from ? null : (Double) (perTicket * (sold + (end - sold) * gone)));
            }
            return new Chart.Series(name, 3, dash, marker, false, values, List.of());
        }
    }
}
