package org.foyer.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Repeated measurements of one thing. */
record Sample(double... values) {

    Sample {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing measured");
        }
        values = values.clone();
        Arrays.sort(values);
    }

    static Sample of(List<Double> values) {
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double min() {
        return values[0];
    }

    double median() {
        return quantile(0.5);
    }

    double max() {
        return values[values.length - 1];
    }

    /** @param share from 0 to 1; the smallest value that at least this share does not exceed */
    double quantile(double share) {
        return values[Math.max(0, (int) Math.ceil(share * values.length) - 1)];
    }

    @Override
    public String toString() {
        return shown(min()) + " / " + shown(median()) + " / " + shown(max());
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }
}
