package org.foyer.hub.site.internal.cli;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.insight.FileForecast;
import org.foyer.hub.insight.FileForecast.Bookings;
import org.foyer.hub.insight.FileForecast.OnSale;
import org.foyer.hub.insight.FileForecast.Week;
import org.foyer.hub.insight.FileForecast.WeekCheck;
import org.foyer.hub.insight.FileForecast.Weeks;
import org.foyer.hub.insight.FinalSales;
import org.foyer.hub.insight.FinalSales.Expected;
import org.foyer.hub.insight.ForecastCheck;
import org.foyer.hub.site.internal.server.Sentences;

/** A forecast in sentences. */
final class ForecastText {

    private final Sentences sentences;
    private final Locale language;
    private final List<String> lines = new ArrayList<>();

    ForecastText(Locale language) {
        this.language = "fr".equals(language.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        this.sentences = Sentences.in(language);
    }

    List<String> of(FileForecast forecast) {
        Bookings bookings = forecast.bookings();
        if (bookings != null) {
            line("forecast-played", number(bookings.played()), number(bookings.productions()));
            bookings.checks().forEach(this::check);
            if (bookings.checks().isEmpty()) {
                line("forecast-too-few-shows");
            }
            bookings.onSale().forEach(this::onSale);
        }
        Weeks weeks = forecast.weeks();
        if (weeks != null) {
            weeks(weeks);
        }
        return List.copyOf(lines);
    }

    private void check(ForecastCheck check) {
        line(
                check.better() ? "forecast-check" : "forecast-check-not-better",
                number(check.daysBefore()),
                percent(check.meanError()),
                percent(check.medianError()),
                rule(check.rule()),
                percent(check.naiveError()),
                rule(check.naiveRule()),
                percent(check.coverage()));
    }

    private void onSale(OnSale one) {
        Expected expected = one.expected();
        if (expected == null) {
            String code = one.verdict() == FinalSales.Verdict.PLAYED
                    ? "forecast-played-already"
                    : "forecast-"
                            + one.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
            lines.add(one.performance() + ": " + sentences.sentence(code, List.of(number(one.daysBefore()))));
            return;
        }
        line(
                "forecast-performance",
                one.performance(),
                number(one.daysBefore()),
                number(one.sold()),
                number(expected.tickets()),
                number(expected.low()),
                number(expected.high()));
    }

    private void weeks(Weeks weeks) {
        line("forecast-weeks-known", number(weeks.known()));
        WeekCheck check = weeks.check();
        if (check == null) {
            line("forecast-weeks-too-few");
            return;
        }
        line(
                check.better() ? "forecast-weeks-check" : "forecast-weeks-not-better",
                number(check.ahead()),
                number(check.origins()),
                percent(check.error()),
                percent(check.sameWeekError()),
                percent(check.lastValueError()),
                percent(check.coverage()));
        for (Week week : weeks.ahead()) {
            line(
                    "forecast-week",
                    week.monday().toString(),
                    number(week.tickets()),
                    number(week.low()),
                    number(week.high()));
        }
    }

    private String rule(String key) {
        return sentences.sentence("forecast-rule-" + key, List.of());
    }

    private void line(String code, String... arguments) {
        lines.add(sentences.sentence(code, List.of(arguments)));
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(language).format(value);
    }

    private String percent(double value) {
        NumberFormat format = NumberFormat.getPercentInstance(language);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }
}
