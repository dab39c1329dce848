package org.foyer.hub.insight.internal.forecast;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Where the final sales lie in 8 of 10 cases, from how wrong the rule was on each production without it. The coverage is
 * measured on each production with the errors of the others only. Ranks are those of conformal prediction (Vovk, Gammerman
 * and Shafer, "Algorithmic learning in a random world", 2005); errors are taken in tickets or in shares, whichever has the
 * lower interval score (Gneiting and Raftery 2007, section 6.2).
 */
final class Interval {

    private static final double OUTSIDE = 0.2;
    private static final int NONE = -1;
    private static final double LEAST = 1e-9;

    private final Standing standing;
    private final boolean relative;
    private final double[] errors;
    private final int[] byError;
    private double covered;
    private double score;

    private Interval(Standing standing, double[] told, boolean relative) {
        this.standing = standing;
        this.relative = relative;
        this.errors = new double[standing.size];
        for (int at = 0; at < standing.size; at++) {
            errors[at] = relative ? standing.end[at] / Math.max(told[at], LEAST) : standing.end[at] - told[at];
        }
        this.byError = IntStream.range(0, standing.size)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> errors[at]))
                .mapToInt(Integer::intValue)
                .toArray();
        measure(told);
    }

    /** @param told what the rule says of each performance without its production, in units */
    static Interval of(Standing standing, double[] told) {
        Interval tickets = new Interval(standing, told, false);
        Interval shares = new Interval(standing, told, true);
        return shares.score < tickets.score ? shares : tickets;
    }

    private void measure(double[] told) {
        int inside = 0;
        double sum = 0;
        for (int production = 0; production < standing.productions; production++) {
            Range range = range(production);
            double room = standing.standingRoom(production);
            for (int at : standing.members[production]) {
                double low = around(told[at], range.low(), standing.most[at] * room);
                double high = around(told[at], range.high(), standing.most[at] * room);
                double end = standing.end[at];
                inside += end >= low - LEAST && end <= high + LEAST ? 1 : 0;
                sum += high - low + 2 / OUTSIDE * (Math.max(0, low - end) + Math.max(0, end - high));
            }
        }
        covered = (double) inside / Math.max(1, standing.size);
        score = sum / Math.max(1, standing.size);
    }

    /** Errors between which 8 of 10 lie. */
    private record Range(double low, double high) {}

    private Range range(int without) {
        int known = standing.size - (without < 0 ? 0 : standing.members[without].length);
        int outside = (int) Math.floor((known + 1) * OUTSIDE / 2);
        return new Range(errorAt(outside, without, true), errorAt(outside, without, false));
    }

    /** The error of a rank from one end, from 1 on, a production left out. */
    private double errorAt(int rank, int without, boolean fromLow) {
        int left = Math.max(1, rank);
        for (int place = 0; place < byError.length; place++) {
            int at = byError[fromLow ? place : byError.length - 1 - place];
            left -= standing.production[at] == without ? 0 : 1;
            if (left == 0) {
                return errors[at];
            }
        }
        return relative ? 1 : 0;
    }

    private double around(double told, double error, double most) {
        return Math.max(0, Math.min(most, relative ? told * error : told + error));
    }

    /** Share of the final sales inside, each production judged by the errors of the others. */
    double coverage() {
        return covered;
    }

    /** Lower and upper end around what the rule says, in units. */
    double[] ends(double told, double most) {
        Range range = range(NONE);
        double highest = most * standing.standingRoom(NONE);
        return new double[] {
            Math.min(told, around(told, range.low(), highest)), Math.max(told, around(told, range.high(), highest))
        };
    }
}
