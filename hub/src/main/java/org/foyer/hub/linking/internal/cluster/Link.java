package org.foyer.hub.linking.internal.cluster;

/** What is known between two groups of rows: for each factor the pairs of rows that say something, and what they say together. */
final class Link {

    /**
     * How the pairs between two groups are averaged: 0 is the mean of their bits, 1 the mean of their odds. A record whose e-mail is
     * one of three that the person uses shall not be held off by the other two, so odds count; the root tempers it, so that one
     * misplaced record does not draw two persons together.
     */
    static final double POWER = 0.5;

    /** Stands for one that is not weighed yet. */
    static final Link UNKNOWN = new Link(0);

    final double[] sums;
    final int[] known;
    double weight;

    Link(int factors) {
        sums = new double[factors];
        known = new int[factors];
    }

    /** Adds one pair of rows. @param parts bits by factor, 0 where nothing is known */
    void add(double[] parts) {
        for (int factor = 0; factor < sums.length; factor++) {
            if (parts[factor] != 0) {
                sums[factor] += POWER == 0 ? parts[factor] : Math.pow(2, POWER * parts[factor]);
                known[factor]++;
            }
        }
    }

    void add(Link other) {
        for (int factor = 0; factor < sums.length; factor++) {
            sums[factor] += other.sums[factor];
            known[factor] += other.known[factor];
        }
    }

    /** The mean of each factor in bits, 0 where nothing is known. */
    double[] means() {
        double[] means = new double[sums.length];
        for (int factor = 0; factor < sums.length; factor++) {
            if (known[factor] > 0) {
                double mean = sums[factor] / known[factor];
                means[factor] = POWER == 0 ? mean : Math.log(mean) / Math.log(2) / POWER;
            }
        }
        return means;
    }
}
