package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.insight.FinalSales;
import org.foyer.hub.insight.FinalSales.Expected;
import org.foyer.hub.insight.FinalSales.Verdict;
import org.foyer.hub.insight.ForecastCheck;

/** Made-up forecasts of a performance, to look at. */
final class SampleForecasts {

    static final ForecastCheck GOOD =
            new ForecastCheck(14, 41, 103, "regression", 0.09, 0.07, "mean-level", 0.21, 0.81, true, List.of());
    static final ForecastCheck POOR =
            new ForecastCheck(60, 41, 103, "additive", 0.2, 0.15, "mean-level", 0.21, 0.79, false, List.of());

    static final FinalSales SHOWN = new FinalSales(
            2,
            SampleFigures.TODAY.minusDays(1),
            14,
            244,
            Verdict.SHOWN,
            new Expected(412, 380, 440),
            GOOD,
            List.of(POOR, GOOD));

    private SampleForecasts() {}

    static FinalSales without(Verdict verdict) {
        return new FinalSales(2, SampleFigures.TODAY, 60, 12, verdict, null, POOR, List.of(POOR));
    }
}
