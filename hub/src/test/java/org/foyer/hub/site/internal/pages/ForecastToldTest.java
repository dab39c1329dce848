package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.BookingCurve.Point;
import org.foyer.hub.insight.FinalSales.Verdict;
import org.foyer.hub.insight.ForecastRule;
import org.junit.jupiter.api.Test;

/** What pages say of a forecast, and of none. */
class ForecastToldTest {

    private static ForecastView view(Language language, org.foyer.hub.insight.FinalSales sales) {
        return Objects.requireNonNull(ForecastTold.view(language, sales, SampleFigures.TODAY));
    }

    @Test
    void aNumberStandsBesideItsErrorAndItsAge() {
        ForecastView english = view(Language.ENGLISH, SampleForecasts.SHOWN);
        assertThat(english.told())
                .isEqualTo("By the night, about 412 tickets (between 380 and 440 in 8 of 10 cases)."
                        + " At D−14, this rule was wrong by 9% on average on 41 past productions.");
        assertThat(english.knownUntil()).isEqualTo("Made from sales known until 23 Nov 2026.");
        assertThat(Objects.requireNonNull(english.checks()).rows()).hasSize(2);
        assertThat(view(Language.FRENCH, SampleForecasts.SHOWN).told())
                .startsWith("Au soir de la représentation, environ 412 billets (entre 380 et 440 dans 8 cas sur 10).");
    }

    @Test
    void whatIsNotBetterThanGuessingGetsASentenceAndNoNumber() {
        ForecastView told = view(Language.ENGLISH, SampleForecasts.without(Verdict.NOT_BETTER));
        assertThat(told.told())
                .startsWith("No number is said. At D−60, the best rule was wrong by 20% on average")
                .contains("not clearly better than 21%");
        assertThat(told.knownUntil()).isNull();
        assertThat(view(Language.FRENCH, SampleForecasts.without(Verdict.TOO_FEW_SHOWS))
                        .told())
                .startsWith("Aucun nombre n’est avancé");
    }

    @Test
    void aPlayedPerformanceNeedsNone() {
        assertThat(ForecastTold.view(Language.FRENCH, SampleForecasts.without(Verdict.PLAYED), SampleFigures.TODAY))
                .isNull();
    }

    @Test
    void everyRuleHasAName() {
        for (ForecastRule rule : ForecastRule.values()) {
            for (Language language : Language.ALL) {
                assertThat(language.knows("forecast_rule_" + rule.key().replace('-', '_')))
                        .isTrue();
            }
        }
    }

    /** Half sold at 14 days of 200 seats: the dash begins at the last known point and ends at the forecast, by the seat. */
    @Test
    void theDashLeadsFromTheLastKnownPointToTheForecast() {
        BookingCurve curve = new BookingCurve(
                2,
                9,
                List.of(
                        new Point(28, 122L, 61.0, null, null, null),
                        new Point(14, 244L, 122.0, null, null, null),
                        new Point(7, null, null, null, null, null),
                        new Point(0, null, null, null, null, null)));
        List<Chart.Series> lines = ForecastLines.of(Language.ENGLISH, curve, SampleForecasts.SHOWN, true);
        assertThat(lines).extracting(Chart.Series::name).containsExactly("Forecast", "Low, 8 in 10", "High, 8 in 10");
        assertThat(lines).extracting(Chart.Series::dash).containsExactly("dashed", "dotted", "dotted");
        assertThat(lines.get(0).values()).hasSize(4).element(0).isNull();
        assertThat(lines.get(0).values().get(1)).isEqualTo(122.0);
        assertThat(lines.get(0).values().get(2)).isEqualTo(164.0);
        assertThat(lines.get(0).values().get(3)).isEqualTo(206.0);
        assertThat(lines.get(2).values().get(3)).isEqualTo(220.0);
        Chart chart = CurveChart.of(Language.ENGLISH, curve, SampleForecasts.SHOWN, "curve.csv");
        assertThat(chart.drawing().series()).hasSize(4);
        assertThat(chart.drawing().readings().get(3))
                .endsWith("Forecast: 412 tickets, between 380 and 440 in 8 of 10 cases.");
        assertThat(chart.drawing().readings().get(2)).doesNotContain("Forecast");
    }
}
