package org.foyer.hub.insight.internal.forecast;

import java.util.stream.IntStream;

/**
 * The naive rule "same week last year times level": the mean of what was played within a week of 364 days before, times the
 * mean of the year up to the day of asking over the mean of the year before it.
 */
final class SameWeek {

    private static final int YEAR = 364;
    private static final int AROUND = 7;
    private static final int[] NOBODY = {};

    private final Standing standing;
    private final long[] nights;
    private final double[] sums;

    SameWeek(Standing standing) {
        this.standing = standing;
        int[] byNight = IntStream.range(0, standing.size)
                .filter(at -> standing.night[at] != PlayedShows.NIGHT_UNKNOWN)
                .boxed()
                .sorted((one, other) -> Long.compare(standing.night[one], standing.night[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.nights = IntStream.of(byNight).mapToLong(at -> standing.night[at]).toArray();
        this.sums = new double[nights.length + 1];
        for (int place = 0; place < byNight.length; place++) {
            sums[place + 1] = sums[place] + standing.end[byNight[place]];
        }
    }

    /** In units; NaN where the dates do not permit it. */
    double told(long night, int without) {
        if (night == PlayedShows.NIGHT_UNKNOWN) {
            return Double.NaN;
        }
        long today = night - standing.days;
        double week = mean(night - YEAR - AROUND, night - YEAR + AROUND + 1L, without);
        return week * mean(today - YEAR, today, without) / mean(today - 2 * YEAR, today - YEAR, without);
    }

    /** Of the nights from one day up to another; NaN when there is none. */
    private double mean(long from, long until, int without) {
        int first = place(from);
        int next = place(until);
        double sum = sums[next] - sums[first];
        int count = next - first;
        for (int at : without < 0 ? NOBODY : standing.members[without]) {
            if (standing.night[at] >= from && standing.night[at] < until) {
                sum -= standing.end[at];
                count--;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** How many nights lie before a day. */
    private int place(long day) {
        int low = 0;
        int high = nights.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nights[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
