package org.foyer.hub.site.internal.pages;

import java.util.stream.DoubleStream;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.site.internal.pages.CompareView.Strip;
import org.jspecify.annotations.Nullable;

/** Places the quartiles of peers and one's own value on a line, with some air at both ends. */
final class StripScale {

    private static final double AIR = 0.35;
    private static final double EDGE_PERCENT = 3;

    private StripScale() {}

    static @Nullable Strip of(Language language, Comparison.Line line, String currency) {
        Double low = line.lowerQuartile();
        Double median = line.median();
        Double high = line.upperQuartile();
        if (low == null || median == null || high == null) {
            return null;
        }
        double own = line.own() == null ? median : line.own();
        double from = DoubleStream.of(low, high, own).min().orElse(low);
        double to = DoubleStream.of(low, high, own).max().orElse(high);
        double air = to > from ? (to - from) * AIR : Math.max(Math.abs(to) * AIR, 1e-9);
        double left = from - air;
        double right = to + air;
        return new Strip(
                at(low, left, right),
                percent(place(high, left, right) - place(low, left, right)),
                at(median, left, right),
                line.own() == null ? null : at(line.own(), left, right),
                Values.text(language, line.indicator(), line.unit(), low, currency),
                Values.text(language, line.indicator(), line.unit(), median, currency),
                Values.text(language, line.indicator(), line.unit(), high, currency));
    }

    private static String at(double value, double left, double right) {
        return percent(place(value, left, right));
    }

    private static double place(double value, double left, double right) {
        return EDGE_PERCENT + (value - left) / (right - left) * (100 - 2 * EDGE_PERCENT);
    }

    private static String percent(double place) {
        return String.format(java.util.Locale.ROOT, "%.1f", place);
    }
}
