package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.insight.FinalSales.Expected;
import org.foyer.hub.insight.FinalSales.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of sales to come.
 *
 * @param bookings when its rows are bookings of performances, else null
 * @param weeks when its rows are a series of weeks, else null
 */
public record FileForecast(
        @Nullable Bookings bookings, @Nullable Weeks weeks) {

    /**
     * Final sales of performances.
     *
     * @param played how many are over, of so many {@code productions}
     * @param checks at 60, 30, 14 and 7 days before, as many as could be made
     * @param onSale in the order of the file
     */
    public record Bookings(int played, int productions, List<ForecastCheck> checks, List<OnSale> onSale) {}

    /**
     * A performance still on sale.
     *
     * @param sold net tickets so many days before
     * @param expected null unless the verdict is {@link Verdict#SHOWN}
     * @param meanError of the rule on what was played, at as many days before; null when it could not be tried
     */
    public record OnSale(
            String performance,
            int daysBefore,
            long sold,
            Verdict verdict,
            @Nullable Expected expected,
            @Nullable Double meanError) {}

    /**
     * Sales of the weeks to come.
     *
     * @param known weeks in the file, those without a row counted as without sales
     * @param check null when there are too few weeks to judge by
     * @param ahead empty unless the check says that the method is better than naive ones
     */
    public record Weeks(int known, @Nullable WeekCheck check, List<Week> ahead) {}

    /** Tickets expected in the week from a Monday; between {@code low} and {@code high} in 8 of 10 cases. */
    public record Week(LocalDate monday, long tickets, long low, long high) {}

    /**
     * How wrong the method would have been, asked again each week with what was known by then (rolling origin).
     *
     * @param ahead weeks ahead at each asking, all counted alike
     * @param origins how many times it was asked
     * @param error sum of absolute errors in parts of the sum of tickets; 0.15 is 15 %
     * @param sameWeekError of the naive rule "same week last year times level"
     * @param lastValueError of the naive rule "as much as in the last week"
     * @param coverage share of the weeks that fell in the interval made for 80 % with what was known by then
     * @param better whether it beats both naive rules beyond chance; if not, no forecast is shown
     */
    public record WeekCheck(
            int ahead,
            int origins,
            double error,
            double sameWeekError,
            double lastValueError,
            double coverage,
            boolean better) {}
}
