package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.insight.Attention;
import org.foyer.hub.insight.internal.RecentSales.Recent;
import org.jspecify.annotations.Nullable;

/**
 * Performances of the next 60 days that book clearly later than comparable ones did: a fifth under the lower quartile of
 * tickets per 100 seats that at least four played performances of the same genre had as many days before, and by five
 * tickets at least. Comparable performances are those of the last two years.
 */
final class BehindCurve {

    private static final int COMPARABLE_MIN = 4;
    private static final int BEHIND_MAX = 20;
    private static final double CLEARLY = 0.8;
    private static final int TICKETS_MIN = 5;

    private record Asked(@Nullable String genre, int before) {}

    private final LocalDate today;
    private final List<Recent> played;
    private final Map<Asked, Optional<Double>> quartiles = new HashMap<>();

    private BehindCurve(LocalDate today, List<Recent> played) {
        this.today = today;
        this.played = played;
    }

    /** Soonest first. */
    static List<Attention> attention(List<Recent> recent, LocalDate today) {
        List<Recent> sellable =
                recent.stream().filter(one -> one.onSale() && one.seats() > 0).toList();
        BehindCurve curve = new BehindCurve(
                today,
                sellable.stream().filter(one -> !one.day().isAfter(today)).toList());
        return sellable.stream()
                .filter(one -> one.day().isAfter(today))
                .sorted(Comparator.comparing(Recent::day).thenComparing(Recent::id))
                .flatMap(one -> curve.behind(one).stream())
                .limit(BEHIND_MAX)
                .toList();
    }

    private Optional<Attention> behind(Recent ahead) {
        int before = (int) ChronoUnit.DAYS.between(today, ahead.day());
        return quartiles
                .computeIfAbsent(new Asked(ahead.genre(), before), this::quartile)
                .filter(theirs -> ahead.tickets() * 100.0 < ahead.seats() * theirs * CLEARLY)
                .filter(theirs -> ahead.seats() * theirs / 100 - ahead.tickets() >= TICKETS_MIN)
                .map(theirs -> new Attention(
                        "attention-behind-curve",
                        ahead.id(),
                        List.of(
                                ahead.title(),
                                ahead.day().toString(),
                                Long.toString(ahead.percent()),
                                Long.toString(Math.round(theirs)))));
    }

    private Optional<Double> quartile(Asked asked) {
        double[] rates = played.stream()
                .filter(one -> asked.genre == null || asked.genre.equals(one.genre()))
                .mapToDouble(one -> 100.0 * one.sold().get(asked.before) / one.seats())
                .sorted()
                .toArray();
        return rates.length < COMPARABLE_MIN ? Optional.empty() : Optional.of(CurveSums.quantile(rates, 0.25));
    }
}
