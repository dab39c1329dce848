package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.foyer.hub.insight.ExpectedMoney;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.ExpectedPurchases.Verdict;
import org.foyer.hub.site.internal.api.ExpectedRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected of buyers, as people read it. */
class ExpectedToldTest {

    private static ExpectedView view(Language language, ExpectedPurchases told) {
        return new ExpectedTold(language, told).view("/h/x", SampleExpected.UNTIL.plusDays(1));
    }

    @Test
    void theNumberIsToldWithItsErrorBesideIt() {
        ExpectedView view = view(Language.ENGLISH, SampleExpected.shown());
        assertThat(view.lead())
                .isEqualTo("4,000 known buyers are expected to make 1,500 purchases in the 12 months (52 weeks) after"
                        + " Monday 23 November 2026.");
        assertThat(view.error())
                .isEqualTo(
                        "From what was known on Monday 24 November 2025, BG/NBD said 1,290 purchases for the 52 weeks"
                                + " after; 1,310 came. “As many as in the 52 weeks before” said 1,700."
                                + " For a single buyer it was 0.52 purchases off on average, that rule 0.61.");
        assertThat(view.finding())
                .isEqualTo("The 400 buyers of whom most is expected stand for 60% of all expected purchases.");
        assertThat(view.edge()).startsWith("1,200 of these buyers were first seen");
        assertThat(view.tenths()).isNotNull();
        assertThat(view.tenths().rows())
                .extracting(Bars.Row::label, Bars.Row::text, Bars.Row::share, Bars.Row::width)
                .containsExactly(
                        row("Tenth 1: 400 buyers", "900 (2.25)", "60%", "100"),
                        row("Tenth 2: 395 buyers", "500 (1.27)", "33.3%", "56"),
                        row("Groups too small to tell, together: 9 buyers", "100 (11.16)", "6.7%", "11"));
        assertThat(view.money())
                .isEqualTo(
                        "These purchases are expected to bring €45,000. On the year held out it told €40,000; €39,000 was paid."
                                + " “As much as in the 52 weeks before” said €51,000. For a single buyer it was €16.12 off on average, that"
                                + " rule €18.05. The correlation of how often and how much is -0.04; far from 0 gamma-gamma does not hold.");
        assertThat(view.trials()).isNotNull();
        assertThat(view.trials().rows())
                .containsExactly(
                        List.of("BG/NBD", "1,290", "1,310", "1.5%", "0.52"),
                        List.of("Pareto/NBD", "1,320", "1,310", "0.8%", "0.53"),
                        List.of("As many as in the year before", "1,700", "1,310", "29.8%", "0.61"));
    }

    /** A sum is said only where both the whole and the single buyer were told better than by the naive rule. */
    @ParameterizedTest
    @CsvSource({"90, 5, true", "90, 7, false", "70, 5, false"})
    void moneyIsSaidOnlyWhereItWasNearer(double model, double error, boolean better) {
        assertThat(new ExpectedMoney.Tried(100, model, error, 80, 6).better()).isEqualTo(better);
    }

    private static Tuple row(String... cells) {
        return new Tuple((Object[]) cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void thePageIsWholeInBothLanguagesWhateverIsKnown(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        boolean french = code.equals("fr");
        for (Verdict verdict : Arrays.asList(Verdict.values()).subList(1, Verdict.values().length)) {
            ExpectedView view = view(language, SampleExpected.without(verdict));
            assertThat(TemplatesTest.render(language, "expected", view))
                    .contains(view.lead())
                    .doesNotContain("{t:", "null", "style=", "{0}", language.say("expected_tenths"));
            assertThat(view.error() == null).as("%s", verdict).isEqualTo(verdict != Verdict.NOT_BETTER);
        }
        assertThat(TemplatesTest.render(language, "expected", view(language, SampleExpected.shown())))
                .contains("<h1>" + (french ? "Achats attendus" : "Expected purchases") + "</h1>")
                .contains(
                        french
                                ? "4\u202f000 acheteurs connus devraient faire 1\u202f500 achats"
                                : "4,000 known buyers are expected")
                .contains("/audience/expected.csv?as-of=2026-11-24", "width=\"56%\"", "Pareto/NBD")
                .doesNotContain("{t:", "null", "style=", "{0}");
    }

    @Test
    void theTableToDownloadHoldsTenthsAndWhatWasTried() {
        assertThat(ExpectedRows.of(SampleExpected.shown()))
                .containsExactly(
                        List.of("verdict", "SHOWN", "4000", "1500.4000", "", ""),
                        List.of("tenth", "1", "400", "900.0000", "", ""),
                        List.of("tenth", "2", "395", "500.0000", "", ""),
                        List.of("tenth", "small-groups", "9", "100.4000", "", ""),
                        List.of("hold-out", "bgnbd", "3200", "1290.2000", "1310", "0.5240"),
                        List.of("hold-out", "pareto-nbd", "3200", "1320.0000", "1310", "0.5300"),
                        List.of("hold-out", "as-many-as-before", "3200", "1700.0000", "1310", "0.6100"),
                        List.of("money", "EUR", "4000", "4500000.0000", "", ""),
                        List.of("money-hold-out", "gamma-gamma", "", "4000000.0000", "3900000.0000", "1612.0000"),
                        List.of(
                                "money-hold-out",
                                "as-much-as-before",
                                "",
                                "5100000.0000",
                                "3900000.0000",
                                "1805.0000"));
        assertThat(ExpectedRows.of(SampleExpected.without(Verdict.TOO_FEW_BUYERS)))
                .containsExactly(List.of("verdict", "TOO_FEW_BUYERS", "40", "", "", ""));
    }
}
