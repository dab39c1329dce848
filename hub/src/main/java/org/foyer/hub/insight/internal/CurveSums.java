package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.BookingCurve.Point;
import org.jspecify.annotations.Nullable;

/**
 * Adds up booking curves and the quartiles of the comparable ones.
 *
 * <p>Movements are counted on their own day, so that no later cancellation changes an earlier point. A quartile of fewer
 * than four curves is none.
 */
final class CurveSums {

    private static final int DAYS_MAX = 730;
    private static final int DAYS_WITHOUT_SALES = 90;
    private static final int PEERS_MIN = 4;

    /**
     * A performance.
     *
     * @param day and night: epoch days of the evening it belongs to and of the date it starts on
     * @param seats on sale, 0 when not known
     */
    record Member(long id, long day, long night, int seats) {

        /** Days before the performance; what moves after midnight of its own night moves on its day. */
        int before(long moved) {
            return moved > day && moved == night ? 0 : (int) Math.min(DAYS_MAX, day - moved);
        }
    }

    /** Net tickets of a peer by days before. */
    private record Peer(int seats, long[] byDay) {}

    private final Member own;
    private final long[] ownByDay = new long[DAYS_MAX + 1];
    private final List<Peer> peers = new ArrayList<>();
    private int longest = -1;

    CurveSums(Member own) {
        this.own = own;
    }

    int peers() {
        return peers.size();
    }

    /** @param moved net tickets by epoch day; a peer without any is none */
    void add(Member member, Map<Long, Long> moved) {
        boolean isOwn = member.id() == own.id();
        long[] byDay = isOwn ? ownByDay : new long[DAYS_MAX + 1];
        moved.forEach((day, tickets) -> {
            int before = member.before(day);
            if (before >= 0) {
                byDay[before] += tickets;
                longest = isOwn ? Math.max(longest, before) : longest;
            }
        });
        if (!isOwn && !moved.isEmpty()) {
            peers.add(new Peer(member.seats(), byDay));
        }
    }

    /** From the first sale to the day of the performance. */
    BookingCurve curve(LocalDate asOf) {
        int from = longest < 0 ? DAYS_WITHOUT_SALES : longest;
        long[] sums = new long[peers.size()];
        for (int place = 0; place < sums.length; place++) {
            sums[place] = Arrays.stream(peers.get(place).byDay(), from + 1, DAYS_MAX + 1)
                    .sum();
        }
        long sold = 0;
        List<Point> points = new ArrayList<>();
        for (int before = from; before >= 0; before--) {
            sold += ownByDay[before];
            double[] rates = new double[sums.length];
            for (int place = 0; place < sums.length; place++) {
                sums[place] += peers.get(place).byDay()[before];
                rates[place] = 100.0 * sums[place] / peers.get(place).seats();
            }
            points.add(point(before, own.day() - before > asOf.toEpochDay() ? null : sold, rates));
        }
        return new BookingCurve(own.id(), peers.size(), List.copyOf(points));
    }

    private Point point(int before, @Nullable Long tickets, double[] rates) {
        Double rate = tickets == null || own.seats() <= 0 ? null : Double.valueOf(100.0 * tickets / own.seats());
        if (rates.length < PEERS_MIN) {
            return new Point(before, tickets, rate, null, null, null);
        }
        Arrays.sort(rates);
        return new Point(before, tickets, rate, quantile(rates, 0.25), quantile(rates, 0.5), quantile(rates, 0.75));
    }

    /** Between the two nearest values in proportion, as the engine's {@code quantile_cont}. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
