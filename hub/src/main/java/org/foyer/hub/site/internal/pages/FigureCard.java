package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * A figure on a page.
 *
 * @param value null when it is a distribution or not measured
 * @param says one sentence that says what it shows, or why it is not measured
 * @param mend what to do when it is not measured
 * @param gauge percent from 0 to 100 for a ratio, else null
 * @param definition address of what it means
 * @param csv address of its bars as a table, null without bars (a chart has its own)
 */
public record FigureCard(
        String id,
        String name,
        boolean measured,
        @Nullable String value,
        String says,
        @Nullable String mend,
        @Nullable String gauge,
        @Nullable Bars bars,
        @Nullable Chart chart,
        String definition,
        @Nullable String csv) {

    private static final List<String> CHARTS = List.of("seasonality-month", "seasonality-weekday", "booking-curve");
    private static final List<String> BARS = List.of(
            "purchase-horizon",
            "order-size",
            "channel-mix",
            "tariff-mix",
            "zone-mix",
            "place-in-run",
            "data-quality",
            "frequency",
            "recency",
            "next-visit",
            "segments",
            "lifetime-spending",
            "zone-filling",
            "price-steps");

    /**
     * @param base address of the house's pages
     * @param csv address of this figure as a table
     */
    static FigureCard of(
            Language language, Figure figure, Indicator meaning, String currency, String base, String csv) {
        String name = meaning.name().in(language.code());
        String definition = base + "/dictionary#" + figure.indicator();
        if (figure.notMeasured() != null) {
            return notMeasured(language, figure, figure.notMeasured(), name, definition);
        }
        String says = Findings.of(language, figure, currency);
        Double value = figure.value();
        boolean ratio = "ratio".equals(figure.unit()) && value != null;
        return new FigureCard(
                figure.indicator(),
                name,
                true,
                value == null ? null : Values.text(language, figure.indicator(), figure.unit(), value, currency),
                says,
                null,
                ratio && value != null ? Long.toString(Math.round(Math.max(0, Math.min(1, value)) * 100)) : null,
                BARS.contains(figure.indicator()) ? PartBars.of(language, figure, name, currency) : null,
                CHARTS.contains(figure.indicator()) ? PartChart.of(language, figure, name, says, csv) : null,
                definition,
                BARS.contains(figure.indicator()) ? csv : null);
    }

    /** The card with another sentence behind its own. */
    FigureCard saying(String more) {
        return new FigureCard(id, name, measured, value, says + " " + more, mend, gauge, bars, chart, definition, csv);
    }

    private static FigureCard notMeasured(
            Language language, Figure figure, String code, String name, String definition) {
        String key = "why_" + Labels.underscored(code);
        String columns = String.join(
                ", ",
                figure.missing().stream()
                        .map(column -> Labels.column(language, column))
                        .toList());
        String why = language.sayOr(language.say("why_other"), key, columns);
        String mend = language.sayOr(language.say("why_other_mend", columns), key + "_mend", columns);
        return new FigureCard(figure.indicator(), name, false, null, why, mend, null, null, null, definition, null);
    }
}
