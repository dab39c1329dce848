package org.foyer.hub.insight.internal.forecast;

/**
 * Sales of a week from those around the same week in the years before, brought to the level of the last weeks.
 *
 * @param around weeks on either side that count for the same week, the nearer the more
 * @param level weeks that tell the present level
 * @param damping power of the change of level: 1 takes it whole, 0 not at all
 * @param years how many years back are looked at, the nearest counting most
 */
record WeekRule(int around, int level, double damping, int years) {

    static final int YEAR = 52;

    /** The naive rule "same week last year times level". */
    static final WeekRule SAME_WEEK = new WeekRule(0, 8, 1, 1);

    /** Those among which the weeks already past choose. */
    static final WeekRule[] RULES = rules();

    private static WeekRule[] rules() {
        WeekRule[] rules = new WeekRule[36];
        int made = 0;
        for (int around : new int[] {0, 1, 2}) {
            for (int level : new int[] {8, 16, 32}) {
                for (double damping : new double[] {0.5, 1}) {
                    for (int years : new int[] {1, 3}) {
                        rules[made++] = new WeekRule(around, level, damping, years);
                    }
                }
            }
        }
        return rules;
    }

    /**
     * @param known how many weeks from the first are known; at least a year and eight weeks
     * @param week the place of the week to tell, {@code known} or later, less than a year on
     */
    double told(double[] tickets, int known, int week) {
        double sum = 0;
        double weights = 0;
        for (int year = 1; year <= years; year++) {
            int same = week - year * YEAR;
            if (same < 0) {
                break;
            }
            double change = change(tickets, known, year);
            if (!Double.isNaN(change)) {
                double weight = 1.0 / year;
                sum += weight * near(tickets, known, same) * change;
                weights += weight;
            }
        }
        return weights == 0 ? tickets[week - YEAR] : sum / weights;
    }

    /** Mean around a week of the past, by a triangle of weights. */
    private double near(double[] tickets, int known, int week) {
        double sum = 0;
        double weights = 0;
        for (int off = -around; off <= around; off++) {
            int place = week + off;
            if (place >= 0 && place < known) {
                double weight = around + 1 - Math.abs(off);
                sum += weight * tickets[place];
                weights += weight;
            }
        }
        return sum / weights;
    }

    /** Last weeks over the same weeks so many years before; NaN when those are not known or without sales. */
    private double change(double[] tickets, int known, int year) {
        double now = 0;
        double before = 0;
        int weeks = Math.min(level, known - year * YEAR);
        for (int back = 1; back <= weeks; back++) {
            now += tickets[known - back];
            before += tickets[known - back - year * YEAR];
        }
        return weeks < 1 || before <= 0 ? Double.NaN : Math.pow(now / before, damping);
    }
}
