package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.FinalSales;
import org.foyer.hub.insight.FinalSales.Expected;
import org.foyer.hub.insight.ForecastCheck;
import org.jspecify.annotations.Nullable;

/** Puts a forecast into words: its error beside it, or why no number is said. */
final class ForecastTold {

    private ForecastTold() {}

    /** Null for performances that need no forecast: played, cancelled or postponed. */
    static @Nullable ForecastView view(Language language, FinalSales sales, LocalDate asOf) {
        String told = told(language, sales);
        if (told == null) {
            return null;
        }
        return new ForecastView(
                told,
                sales.knownUntil().isBefore(asOf)
                        ? language.say(
                                "forecast_known_until", language.formats().day(sales.knownUntil()))
                        : null,
                sales.checks().isEmpty() ? null : table(language, sales.checks()));
    }

    private static @Nullable String told(Language language, FinalSales sales) {
        Expected expected = sales.expected();
        ForecastCheck check = sales.check();
        return switch (sales.verdict()) {
            case SHOWN ->
                expected == null || check == null ? null : expected(language, expected) + " " + error(language, check);
            case NOT_BETTER -> check == null ? null : notBetter(language, check);
            case TOO_FEW_SHOWS -> language.say("forecast_too_few_shows");
            case TOO_EARLY -> language.say("forecast_too_early");
            case PLAYED, CALLED_OFF -> null;
        };
    }

    private static String expected(Language language, Expected expected) {
        return language.count(
                "forecast_expected",
                expected.tickets(),
                language.formats().number(expected.low()),
                language.formats().number(expected.high()));
    }

    private static String error(Language language, ForecastCheck check) {
        return language.say(
                "forecast_error",
                when(language, check),
                language.formats().percent(check.meanError()),
                language.formats().number(check.productions()));
    }

    private static String notBetter(Language language, ForecastCheck check) {
        return language.say(
                "forecast_not_better",
                when(language, check),
                language.formats().percent(check.meanError()),
                language.formats().number(check.productions()),
                language.formats().percent(check.naiveError()),
                rule(language, check.naiveRule()));
    }

    private static String when(Language language, ForecastCheck check) {
        return language.say("days_before_short", check.daysBefore());
    }

    private static String rule(Language language, String key) {
        return language.say("forecast_rule_" + key.replace('-', '_'));
    }

    private static Chart.Table table(Language language, List<ForecastCheck> checks) {
        List<List<String>> rows = new ArrayList<>();
        for (ForecastCheck check : checks) {
            rows.add(List.of(
                    when(language, check),
                    rule(language, check.rule()),
                    language.formats().percent(check.meanError()),
                    language.formats().percent(check.medianError()),
                    rule(language, check.naiveRule()),
                    language.formats().percent(check.naiveError()),
                    language.formats().percent(check.coverage()),
                    language.formats().number(check.productions()),
                    language.say(check.better() ? "yes_shown" : "no_not_shown")));
        }
        return new Chart.Table(
                List.of(
                        language.say("days_before"),
                        language.say("forecast_rule"),
                        language.say("forecast_mean_error"),
                        language.say("forecast_median_error"),
                        language.say("forecast_naive"),
                        language.say("forecast_mean_error"),
                        language.say("forecast_coverage"),
                        language.say("forecast_productions"),
                        language.say("forecast_is_shown")),
                rows);
    }
}
