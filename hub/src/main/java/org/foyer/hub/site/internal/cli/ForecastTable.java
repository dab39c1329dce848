package org.foyer.hub.site.internal.cli;

import java.util.Locale;
import org.foyer.hub.insight.FileForecast;
import org.foyer.hub.insight.FileForecast.Bookings;
import org.foyer.hub.insight.FileForecast.OnSale;
import org.foyer.hub.insight.FileForecast.Week;
import org.foyer.hub.insight.FileForecast.WeekCheck;
import org.foyer.hub.insight.FileForecast.Weeks;
import org.foyer.hub.insight.FinalSales.Expected;
import org.foyer.hub.insight.ForecastCheck;
import org.foyer.hub.site.internal.server.CsvTable;

/** A forecast as one table: rows of kind {@code check}, with errors in parts of 1, and rows of what is expected. */
final class ForecastTable {

    private ForecastTable() {}

    static String of(FileForecast forecast) {
        CsvTable table = new CsvTable(
                "kind",
                "name",
                "days_before",
                "sold",
                "verdict",
                "expected",
                "low",
                "high",
                "rule",
                "error",
                "median_error",
                "naive_rule",
                "naive_error",
                "coverage",
                "better",
                "cases");
        Bookings bookings = forecast.bookings();
        if (bookings != null) {
            bookings.checks().forEach(check -> check(table, check));
            bookings.onSale().forEach(one -> onSale(table, one));
        }
        Weeks weeks = forecast.weeks();
        if (weeks != null) {
            weeks(table, weeks);
        }
        return table.toString();
    }

    private static void check(CsvTable table, ForecastCheck check) {
        table.row(
                "check",
                null,
                check.daysBefore(),
                null,
                null,
                null,
                null,
                null,
                check.rule(),
                check.meanError(),
                check.medianError(),
                check.naiveRule(),
                check.naiveError(),
                check.coverage(),
                check.better(),
                check.performances());
    }

    private static void onSale(CsvTable table, OnSale one) {
        Expected expected = one.expected();
        table.row(
                "performance",
                one.performance(),
                one.daysBefore(),
                one.sold(),
                one.verdict().name().toLowerCase(Locale.ROOT),
                expected == null ? null : expected.tickets(),
                expected == null ? null : expected.low(),
                expected == null ? null : expected.high(),
                null,
                one.meanError(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void weeks(CsvTable table, Weeks weeks) {
        WeekCheck check = weeks.check();
        if (check != null) {
            boolean last = check.lastValueError() < check.sameWeekError();
            table.row(
                    "check",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "seasonal",
                    check.error(),
                    null,
                    last ? "last-value" : "same-week-last-year",
                    Math.min(check.lastValueError(), check.sameWeekError()),
                    check.coverage(),
                    check.better(),
                    check.origins());
        }
        for (Week week : weeks.ahead()) {
            table.row(
                    "week",
                    week.monday(),
                    null,
                    null,
                    "shown",
                    week.tickets(),
                    week.low(),
                    week.high(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }
}
