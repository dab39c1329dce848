package org.foyer.hub.exchange.internal.pooled;

/**
 * Where figures are counted: sums of counts can be made without anybody seeing a figure, and quartiles can be read from them. Ratios
 * lie in steps of two points up to 1.5, other figures in steps of 7.5 % from 1 to a thousand million; what is beyond counts in
 * the last.
 */
enum Bins {
    RATIO(76) {
        @Override
        int of(double value) {
            return (int) Math.round(value / RATIO_STEP);
        }

        @Override
        double middle(int bin) {
            return bin * RATIO_STEP;
        }
    },
    AMOUNT(1 + 9 * 32 + 1) {
        @Override
        int of(double value) {
            return value < 1 ? 0 : 1 + (int) Math.round(Math.log10(value) * PER_DECADE);
        }

        @Override
        double middle(int bin) {
            return bin == 0 ? 0.5 : Math.pow(10, (bin - 1.0) / PER_DECADE);
        }
    };

    private static final double RATIO_STEP = 0.02;
    private static final int PER_DECADE = 32;

    private final int count;

    Bins(int count) {
        this.count = count;
    }

    static Bins of(String unit) {
        return unit.equals("ratio") ? RATIO : AMOUNT;
    }

    int count() {
        return count;
    }

    /** From 0 to {@link #count} − 1; negative values lie in the first. */
    int binOf(double value) {
        return Math.max(0, Math.min(count - 1, of(Math.max(0, value))));
    }

    abstract int of(double value);

    /** What a figure in that bin is taken to be. */
    abstract double middle(int bin);
}
