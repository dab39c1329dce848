package org.foyer.hub.insight.internal.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.CustomerHistory;
import org.foyer.hub.insight.CustomerModelKind;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.ExpectedPurchases.Tenth;
import org.foyer.hub.insight.ExpectedPurchases.Trial;
import org.foyer.hub.insight.internal.customers.PurchaseRow.Past;

/** Fits the models of purchases at any time to buyers counted by their past, tries them on a later year and ranks by what is expected. */
public final class PurchaseOutlook {

    private static final String NAIVE = "as-many-as-before";

    /** BG/BB knows seasons only, and gamma-gamma tells values. */
    private static final List<CustomerModelKind> KINDS =
            List.of(CustomerModelKind.BG_NBD, CustomerModelKind.PARETO_NBD);

    private static final int TENTHS = 10;

    private final CustomerModelKind kind;
    private final Maximum.Found found;
    private final Map<Past, Double> expected = new TreeMap<>();

    private PurchaseOutlook(CustomerModelKind kind, List<PurchaseRow> rows) {
        Map<Past, Long> people = new TreeMap<>();
        rows.forEach(row -> people.merge(row.past(), row.people(), Long::sum));
        List<CustomerHistory> pasts = new ArrayList<>();
        people.forEach((past, count) -> pasts.add(past.of(count)));
        CustomerModel model = CustomerModel.of(kind);
        this.kind = kind;
        this.found = Maximum.of(model, pasts);
        people.forEach((past, count) ->
                expected.put(past, model.expected(found.parameters(), past.of(count), ExpectedPurchases.WEEKS)));
    }

    /** @param key of one of the models tried */
    public static PurchaseOutlook fitted(String key, List<PurchaseRow> rows) {
        return new PurchaseOutlook(CustomerModelKind.byKey(key).orElseThrow(), rows);
    }

    /** Whether there is enough to learn from. */
    public static boolean enough(List<PurchaseRow> rows) {
        long returned = rows.stream()
                .filter(row -> row.past().repeats() > 0)
                .mapToLong(PurchaseRow::people)
                .sum();
        return people(rows) >= ExpectedPurchases.BUYERS_MIN && returned >= ExpectedPurchases.RETURNED_MIN;
    }

    public static long people(List<PurchaseRow> rows) {
        return rows.stream().mapToLong(PurchaseRow::people).sum();
    }

    /** The naive rule on rows of which the year after is known. */
    public static Trial naive(List<PurchaseRow> rows) {
        return trial(NAIVE, rows, PurchaseRow::before);
    }

    /** Each model on rows of which the year after is known, fitted without it; the one with the smallest mean error first. */
    public static List<Trial> tried(List<PurchaseRow> rows) {
        return KINDS.stream()
                .map(kind -> new PurchaseOutlook(kind, rows))
                .map(fitted -> trial(fitted.kind.key(), rows, fitted::of))
                .filter(trial -> Double.isFinite(trial.expected()))
                .sorted(Comparator.comparingDouble(Trial::meanError))
                .toList();
    }

    private static Trial trial(String rule, List<PurchaseRow> rows, ToDoubleFunction<PurchaseRow> told) {
        double all = 0;
        double errors = 0;
        for (PurchaseRow row : rows) {
            all += row.people() * told.applyAsDouble(row);
            errors += row.people() * Math.abs(told.applyAsDouble(row) - row.later());
        }
        return new Trial(rule, all, errors / people(rows));
    }

    private double of(PurchaseRow row) {
        return expected.getOrDefault(row.past(), Double.NaN);
    }

    public Map<String, Double> parameters() {
        return Fitting.named(kind, found);
    }

    /** Purchases expected of a buyer, by past. */
    public Map<Past, Double> each() {
        return Map.copyOf(expected);
    }

    /** Of all buyers. */
    public double total(List<PurchaseRow> rows) {
        return rows.stream().mapToDouble(row -> row.people() * of(row)).sum();
    }

    /**
     * Tenths of the buyers by expected purchases, most first, never by whether they may still come; those with the same past
     * stay together, and those too few to be told are put together at the end, as number 0.
     */
    public List<Tenth> tenths(List<PurchaseRow> rows) {
        long[] buyers = new long[TENTHS];
        double[] sums = new double[TENTHS];
        long all = people(rows);
        long passed = 0;
        List<PurchaseRow> ranked = rows.stream()
                .sorted(Comparator.comparingDouble(this::of).reversed())
                .toList();
        for (int from = 0; from < ranked.size(); ) {
            double expectedOfEach = of(ranked.get(from));
            long alike = 0;
            int to = from;
            while (to < ranked.size() && of(ranked.get(to)) == expectedOfEach) {
                alike += ranked.get(to++).people();
            }
            int tenth = (int) Math.min(TENTHS - 1, TENTHS * (2 * passed + alike) / (2 * all));
            buyers[tenth] += alike;
            sums[tenth] += alike * expectedOfEach;
            passed += alike;
            from = to;
        }
        return told(buyers, sums);
    }

    private static List<Tenth> told(long[] buyers, double[] sums) {
        List<Boolean> withheld = SmallGroups.withheld(
                IntStream.range(0, TENTHS).mapToObj(at -> buyers[at]).toList());
        List<Tenth> told = new ArrayList<>();
        long few = 0;
        double sumOfFew = 0;
        for (int at = 0; at < TENTHS; at++) {
            if (withheld.get(at)) {
                few += buyers[at];
                sumOfFew += sums[at];
            } else if (buyers[at] > 0) {
                told.add(new Tenth(at + 1, buyers[at], sums[at]));
            }
        }
        if (few > 0) {
            told.add(new Tenth(0, few, sumOfFew));
        }
        return List.copyOf(told);
    }
}
