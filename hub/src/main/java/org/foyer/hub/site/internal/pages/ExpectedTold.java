package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.ExpectedMoney;
import org.foyer.hub.insight.ExpectedMoney.Tried;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.ExpectedPurchases.HoldOut;
import org.foyer.hub.insight.ExpectedPurchases.Tenth;
import org.foyer.hub.insight.ExpectedPurchases.Trial;
import org.foyer.hub.insight.ExpectedPurchases.Verdict;
import org.jspecify.annotations.Nullable;

/** Puts what is expected of buyers into words, its error beside it, or says why no number is said. */
final class ExpectedTold {

    private final Language language;
    private final Formats formats;
    private final ExpectedPurchases told;

    ExpectedTold(Language language, ExpectedPurchases told) {
        this.language = language;
        this.formats = language.formats();
        this.told = told;
    }

    /** @param base address of the house's pages */
    ExpectedView view(String base, LocalDate today) {
        HoldOut holdOut = told.holdOut();
        return new ExpectedView(
                base,
                told.asOf().toString(),
                today.toString(),
                told.asOf().isBefore(today) ? formats.longDay(told.asOf()) : null,
                lead(),
                holdOut == null ? null : error(holdOut),
                edge(),
                told.verdict() == Verdict.NO_BUYERS,
                told.tenths().isEmpty() ? null : finding(told.tenths().get(0)),
                told.tenths().isEmpty() ? null : bars(),
                holdOut == null ? null : trials(holdOut),
                told.money() == null ? null : money(told.money()),
                base + "/audience/expected.csv?as-of=" + told.asOf());
    }

    private String lead() {
        return switch (told.verdict()) {
            case SHOWN ->
                language.count("expected_lead", told.buyers(), whole(total()), formats.longDay(told.knownUntil()));
            case NOT_BETTER -> language.say("expected_not_better");
            case TOO_FEW_BUYERS ->
                language.say("expected_too_few", ExpectedPurchases.BUYERS_MIN, ExpectedPurchases.RETURNED_MIN);
            case HISTORY_TOO_SHORT ->
                language.say(
                        "expected_history",
                        told.since() == null ? "" : formats.longDay(told.since()),
                        formats.longDay(told.knownUntil()));
            case NO_BUYERS -> language.say("audience_nobody_do");
        };
    }

    private double total() {
        return told.expected() == null ? 0 : told.expected();
    }

    private String whole(double purchases) {
        return formats.number(Math.round(purchases));
    }

    /** What the first model said and what came, beside the naive rule; nothing but the rule where no model could be fitted. */
    private String error(HoldOut holdOut) {
        if (holdOut.models().isEmpty()) {
            return language.say("expected_no_fit");
        }
        Trial model = holdOut.models().get(0);
        Trial naive = holdOut.naive();
        return language.say(
                        "expected_error",
                        formats.longDay(holdOut.cut()),
                        rule(model),
                        whole(model.expected()),
                        formats.number(holdOut.seen()),
                        whole(naive.expected()))
                + " "
                + language.say(
                        "expected_error_each",
                        formats.hundredths(model.meanError()),
                        formats.hundredths(naive.meanError()));
    }

    private String money(ExpectedMoney money) {
        String currency = money.currency();
        Tried tried = money.tried();
        Double expected = money.expected();
        Double correlation = money.correlation();
        String said = expected == null
                ? language.say("expected_money_not_better")
                : language.say("expected_money_lead", formats.roundMoney(expected, currency));
        String error = language.say(
                "expected_money_error",
                formats.roundMoney(tried.model(), currency),
                formats.roundMoney(tried.seen(), currency),
                formats.roundMoney(tried.naive(), currency),
                formats.money(Math.round(tried.modelError()), currency),
                formats.money(Math.round(tried.naiveError()), currency));
        return said
                + " "
                + error
                + (correlation == null
                        ? ""
                        : " " + language.say("expected_money_correlation", formats.hundredths(correlation)));
    }

    private String rule(Trial trial) {
        return language.say("expected_rule_" + Labels.underscored(trial.rule()));
    }

    private @Nullable String edge() {
        Long early = told.early();
        return early == null || early == 0 || told.since() == null
                ? null
                : language.count("expected_edge", early, formats.longDay(told.since()));
    }

    private String finding(Tenth first) {
        return language.say(
                "expected_finding", formats.number(first.buyers()), formats.percent(first.expected() / total()));
    }

    private Bars bars() {
        double largest =
                told.tenths().stream().mapToDouble(Tenth::expected).max().orElse(0);
        List<Bars.Row> rows = new ArrayList<>();
        for (Tenth tenth : told.tenths()) {
            rows.add(new Bars.Row(
                    tenth.number() == 0
                            ? language.count("expected_few", tenth.buyers())
                            : language.count("expected_tenth", tenth.buyers(), tenth.number()),
                    whole(tenth.expected()) + " (" + formats.hundredths(tenth.expected() / tenth.buyers()) + ")",
                    formats.percent(tenth.expected() / total()),
                    Bars.width(tenth.expected(), largest),
                    tenth.number() == 0));
        }
        return new Bars(language.say("expected_tenths"), language.say("expected_purchases"), rows);
    }

    private Chart.Table trials(HoldOut holdOut) {
        List<List<String>> rows = new ArrayList<>();
        List<Trial> all = new ArrayList<>(holdOut.models());
        all.add(holdOut.naive());
        for (Trial trial : all) {
            double off = trial.expected() - holdOut.seen();
            rows.add(List.of(
                    rule(trial),
                    whole(trial.expected()),
                    formats.number(holdOut.seen()),
                    holdOut.seen() == 0 ? "–" : formats.percent(Math.abs(off) / holdOut.seen()),
                    formats.hundredths(trial.meanError())));
        }
        return new Chart.Table(
                List.of(
                        language.say("forecast_rule"),
                        language.say("expected_said"),
                        language.say("expected_came"),
                        language.say("expected_off"),
                        language.say("expected_each")),
                rows);
    }
}
