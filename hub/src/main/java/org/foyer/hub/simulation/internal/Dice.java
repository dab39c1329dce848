package org.foyer.hub.simulation.internal;

/**
 * Random numbers that follow from a seed and a key alone, so that a house or a night can be made in any order and on any
 * thread (SplitMix64 of Steele, Lea and Flood 2014).
 */
final class Dice {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** A stream of its own for this key. */
    static Dice of(long seed, long first, long second) {
        return new Dice(mix(seed + STEP * mix(first + STEP * mix(second + 1))));
    }

    static long mix(long value) {
        long z = value + STEP;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number in [0, 1) that follows from a hash. */
    static double unit(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    double unit() {
        return unit(next());
    }

    /** A number from 0 to {@code bound} − 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Near a normal law with mean 0 and deviation 1: the sum of three uniforms, which needs no transcendental. */
    double bell() {
        return (unit() + unit() + unit() - 1.5) * 2;
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    <T> T pick(java.util.List<T> list) {
        return list.get(below(list.size()));
    }

    /** The place in which a draw falls when the shares are laid end to end; shares need not sum to one. */
    int pick(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double at = unit() * sum;
        for (int i = 0; i < shares.length - 1; i++) {
            at -= shares[i];
            if (at < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }

    void shuffle(int[] values, int length) {
        for (int i = length - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
