package org.foyer.hub.insight.internal.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.foyer.hub.insight.FileForecast.Week;
import org.foyer.hub.insight.FileForecast.WeekCheck;
import org.foyer.hub.insight.FileForecast.Weeks;

/**
 * Asks anew at each week of the past with what was known by then (rolling origin): which rule was best so far, what it said,
 * and whether the week fell in the interval made from the errors so far. So nothing is judged by what it was chosen from.
 */
final class WeekForecasting {

    /** A year, and eight weeks that tell its level. */
    private static final int FIRST = WeekRule.YEAR + 8;

    private static final int ORIGINS_MIN = 26;
    private static final int ORIGINS_MAX = 156;
    private static final int ERRORS_MIN = 20;
    private static final double OUTSIDE = 0.1;
    private static final double STANDARD_ERRORS = 2;

    private final double[] tickets;
    private final int ahead;
    private final double[] ruleErrors = new double[WeekRule.RULES.length];
    private final Errors errors = new Errors();
    private final List<double[]> gains = new ArrayList<>();
    /** What was told at each asking, from the first week asked from. */
    private final List<double[]> told = new ArrayList<>();

    private final int start;
    private int learnt;
    private double sold;
    private double ownSum;
    private double sameWeekSum;
    private double lastSum;
    private int judged;
    private int inside;

    private WeekForecasting(double[] tickets, int start, int ahead) {
        this.tickets = tickets;
        this.start = start;
        this.ahead = ahead;
    }

    /** Errors in parts of what was told, kept sorted. */
    private static final class Errors {
        private double[] sorted = new double[256];
        private int size;

        void add(double error) {
            if (size == sorted.length) {
                sorted = Arrays.copyOf(sorted, size * 2);
            }
            int place = Arrays.binarySearch(sorted, 0, size, error);
            int at = place < 0 ? -place - 1 : place;
            System.arraycopy(sorted, at, sorted, at + 1, size - at);
            sorted[at] = error;
            size++;
        }

        double quantile(double share) {
            return Quantiles.of(Arrays.copyOf(sorted, size), share);
        }
    }

    static Weeks of(LocalDate first, double[] tickets, int ahead) {
        int start = Math.max(FIRST, tickets.length - ORIGINS_MAX);
        if (tickets.length - start < ORIGINS_MIN + ahead - 1) {
            return new Weeks(tickets.length, null, List.of());
        }
        WeekForecasting forecasting = new WeekForecasting(tickets, start, ahead);
        int origins = 0;
        for (int known = start; known + ahead <= tickets.length; known++) {
            forecasting.ask(known);
            origins++;
        }
        WeekCheck check = forecasting.check(origins);
        return new Weeks(tickets.length, check, check.better() ? forecasting.weeks(first) : List.of());
    }

    private void ask(int known) {
        learn(known);
        WeekRule rule = best();
        double[] asked = new double[ahead];
        double last = tickets[known - 1];
        double[] gain = new double[2];
        for (int week = known; week < known + ahead; week++) {
            double one = rule.told(tickets, known, week);
            asked[week - known] = one;
            double own = Math.abs(one - tickets[week]);
            double same = Math.abs(WeekRule.SAME_WEEK.told(tickets, known, week) - tickets[week]);
            double stays = Math.abs(last - tickets[week]);
            gain[0] += same - own;
            gain[1] += stays - own;
            ownSum += own;
            sameWeekSum += same;
            lastSum += stays;
            sold += tickets[week];
            cover(one, tickets[week]);
        }
        told.add(asked);
        gains.add(gain);
    }

    private void cover(double one, double seen) {
        if (errors.size >= ERRORS_MIN) {
            judged++;
            inside += seen >= low(one) - 1e-9 && seen <= high(one) + 1e-9 ? 1 : 0;
        }
    }

    /** Adds the errors of the askings all of whose weeks are known by now. */
    private void learn(int known) {
        for (; learnt < told.size() && start + learnt + ahead <= known; learnt++) {
            int origin = start + learnt;
            for (int week = origin; week < origin + ahead; week++) {
                double one = told.get(learnt)[week - origin];
                errors.add((tickets[week] - one) / scale(one));
                for (int rule = 0; rule < ruleErrors.length; rule++) {
                    ruleErrors[rule] += Math.abs(WeekRule.RULES[rule].told(tickets, origin, week) - tickets[week]);
                }
            }
        }
    }

    private WeekRule best() {
        int best = 0;
        for (int rule = 1; rule < ruleErrors.length; rule++) {
            best = ruleErrors[rule] < ruleErrors[best] ? rule : best;
        }
        return WeekRule.RULES[best];
    }

    /** Weeks of nearly no sales are wrong by tickets rather than by shares. */
    private double scale(double one) {
        double sum = 0;
        for (int week = 0; week < FIRST; week++) {
            sum += tickets[week];
        }
        return Math.max(one, Math.max(1, sum / FIRST / 10));
    }

    private double low(double one) {
        return Math.max(0, Math.min(one, one + errors.quantile(OUTSIDE) * scale(one)));
    }

    private double high(double one) {
        return Math.max(one, one + errors.quantile(1 - OUTSIDE) * scale(one));
    }

    private WeekCheck check(int origins) {
        double all = Math.max(1, sold);
        return new WeekCheck(
                ahead,
                origins,
                ownSum / all,
                sameWeekSum / all,
                lastSum / all,
                judged == 0 ? 0 : (double) inside / judged,
                judged > 0 && beyondChance(0) && beyondChance(1));
    }

    /** Askings whose weeks overlap go together: blocks of as many askings as there are weeks ahead, four at least. */
    private boolean beyondChance(int naive) {
        int block = Math.max(4, ahead);
        int blocks = (gains.size() + block - 1) / block;
        double[] sums = new double[blocks];
        double sum = 0;
        for (int at = 0; at < gains.size(); at++) {
            sums[at / block] += gains.get(at)[naive];
            sum += gains.get(at)[naive];
        }
        double squares = 0;
        for (int at = 0; at < blocks; at++) {
            int count = Math.min(block, gains.size() - at * block);
            double off = sums[at] - sum * count / gains.size();
            squares += off * off;
        }
        return blocks > 1 && sum > STANDARD_ERRORS * Math.sqrt(squares * blocks / (blocks - 1));
    }

    private List<Week> weeks(LocalDate first) {
        learn(tickets.length);
        WeekRule rule = best();
        List<Week> weeks = new ArrayList<>();
        for (int week = tickets.length; week < tickets.length + ahead; week++) {
            double one = rule.told(tickets, tickets.length, week);
            weeks.add(
                    new Week(first.plusDays(7L * week), Math.round(one), Math.round(low(one)), Math.round(high(one))));
        }
        return weeks;
    }
}
