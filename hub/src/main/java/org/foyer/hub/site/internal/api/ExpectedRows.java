package org.foyer.hub.site.internal.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.insight.ExpectedMoney;
import org.foyer.hub.insight.ExpectedMoney.Tried;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.ExpectedPurchases.HoldOut;
import org.foyer.hub.insight.ExpectedPurchases.Tenth;
import org.foyer.hub.insight.ExpectedPurchases.Trial;
import org.jspecify.annotations.Nullable;

/** What may be expected of buyers as rows of a table: the verdict, the tenths, then what was tried on the year held out. */
public final class ExpectedRows {

    /** {@code topic} is {@code verdict}, {@code tenth}, {@code hold-out}, {@code money} or {@code money-hold-out}; the mean error is per
     * buyer, money in the smallest unit of the currency. */
    public static final List<String> HEADER = List.of("topic", "key", "buyers", "expected", "seen", "mean_error");

    private ExpectedRows() {}

    /** Numbers with a point and four decimals; what is not known is empty. */
    public static List<List<String>> of(ExpectedPurchases told) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "verdict", told.verdict().name(), Long.toString(told.buyers()), number(told.expected()), "", ""));
        for (Tenth tenth : told.tenths()) {
            String key = tenth.number() == 0 ? "small-groups" : Integer.toString(tenth.number());
            rows.add(List.of("tenth", key, Long.toString(tenth.buyers()), number(tenth.expected()), "", ""));
        }
        HoldOut holdOut = told.holdOut();
        if (holdOut != null) {
            List<Trial> trials = new ArrayList<>(holdOut.models());
            trials.add(holdOut.naive());
            for (Trial trial : trials) {
                rows.add(List.of(
                        "hold-out",
                        trial.rule(),
                        Long.toString(holdOut.buyers()),
                        number(trial.expected()),
                        Long.toString(holdOut.seen()),
                        number(trial.meanError())));
            }
        }
        ExpectedMoney money = told.money();
        if (money != null) {
            String buyers = Long.toString(told.buyers());
            Tried tried = money.tried();
            String seen = number(tried.seen());
            rows.add(List.of("money", money.currency(), buyers, number(money.expected()), "", ""));
            rows.add(List.of(
                    "money-hold-out", "gamma-gamma", "", number(tried.model()), seen, number(tried.modelError())));
            rows.add(List.of(
                    "money-hold-out",
                    "as-much-as-before",
                    "",
                    number(tried.naive()),
                    seen,
                    number(tried.naiveError())));
        }
        return rows;
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
    }
}
