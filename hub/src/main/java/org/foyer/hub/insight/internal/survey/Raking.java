package org.foyer.hub.insight.internal.survey;

import java.util.Arrays;
import java.util.List;

/**
 * Weights with which the shares of answers meet known shares on several margins, by iterative proportional fitting (Deming and Stephan, "On a least
 * squares adjustment of a sampled frequency table when the expected marginal totals are known", Annals of Mathematical Statistics 11, 1940).
 *
 * <p>Who did not answer a margin keeps the weight that the other margins give. After each round weights are brought to a mean of 1 and
 * held between {@code 1 / }{@value #RATIO_MAX} and {@value #RATIO_MAX}, since a few heavy answers make every figure uncertain; then the margins
 * may not be met whole, and {@link Weights#off} says by how much.
 */
final class Raking {

    /** Rounds at most; it usually needs fewer than twenty. */
    static final int ROUNDS_MAX = 200;

    /** No weight is more than this many times the mean, nor less than its inverse. */
    static final double RATIO_MAX = 5;

    /** A share as near as this to its target has met it. */
    static final double NEAR = 1e-6;

    /**
     * One margin.
     *
     * @param cellOf cell of each answer, −1 for whoever did not say
     * @param targets share of each cell, together 1; each cell has an answer
     */
    record Margin(int[] cellOf, double[] targets) {}

    /**
     * @param weights mean 1
     * @param off largest difference between a share and its target
     * @param capped how many weights stand at a limit
     */
    record Weights(double[] weights, int rounds, double off, long capped) {

        /** As if there were no margin. */
        static Weights equal(int answers) {
            double[] ones = new double[answers];
            Arrays.fill(ones, 1);
            return new Weights(ones, 0, 0, 0);
        }
    }

    private final double[] weights;
    private final List<Margin> margins;

    private Raking(int answers, List<Margin> margins) {
        this.weights = Weights.equal(answers).weights();
        this.margins = margins;
    }

    static Weights of(int answers, List<Margin> margins) {
        return answers == 0 || margins.isEmpty() ? Weights.equal(answers) : new Raking(answers, margins).rake();
    }

    private Weights rake() {
        int rounds = 0;
        double off = off();
        while (rounds < ROUNDS_MAX && off > NEAR) {
            margins.forEach(this::fit);
            hold();
            rounds++;
            off = off();
        }
        long capped = Arrays.stream(weights)
                .filter(weight -> weight >= RATIO_MAX || weight <= 1 / RATIO_MAX)
                .count();
        return new Weights(weights, rounds, off, capped);
    }

    private void fit(Margin margin) {
        double[] sums = sums(margin);
        double whole = Arrays.stream(sums).sum();
        for (int i = 0; i < weights.length; i++) {
            int cell = margin.cellOf()[i];
            if (cell >= 0) {
                weights[i] *= margin.targets()[cell] * whole / sums[cell];
            }
        }
    }

    private void hold() {
        double mean = Arrays.stream(weights).sum() / weights.length;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.min(RATIO_MAX, Math.max(1 / RATIO_MAX, weights[i] / mean));
        }
    }

    private double off() {
        double most = 0;
        for (Margin margin : margins) {
            double[] sums = sums(margin);
            double whole = Arrays.stream(sums).sum();
            for (int cell = 0; cell < sums.length; cell++) {
                most = Math.max(most, Math.abs(sums[cell] / whole - margin.targets()[cell]));
            }
        }
        return most;
    }

    private double[] sums(Margin margin) {
        double[] sums = new double[margin.targets().length];
        for (int i = 0; i < weights.length; i++) {
            if (margin.cellOf()[i] >= 0) {
                sums[margin.cellOf()[i]] += weights[i];
            }
        }
        return sums;
    }
}
