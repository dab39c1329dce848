package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.ExpectedMoney;
import org.foyer.hub.insight.ExpectedMoney.Tried;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.ExpectedPurchases.HoldOut;
import org.foyer.hub.insight.ExpectedPurchases.Tenth;
import org.foyer.hub.insight.ExpectedPurchases.Trial;
import org.foyer.hub.insight.ExpectedPurchases.Verdict;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** What may be expected of buyers: a number with its error, and each reason why none is said. */
final class SampleExpected {

    static final LocalDate UNTIL = LocalDate.of(2026, 11, 23);

    private SampleExpected() {}

    static ExpectedPurchases shown() {
        return told(
                Verdict.SHOWN,
                4_000,
                1_200L,
                1_500.4,
                List.of(new Tenth(1, 400, 900), new Tenth(2, 395, 500), new Tenth(0, 9, 100.4)));
    }

    static ExpectedPurchases without(Verdict verdict) {
        return told(verdict, 40, null, null, List.of());
    }

    private static ExpectedPurchases told(
            Verdict verdict, long buyers, @Nullable Long early, @Nullable Double expected, List<Tenth> tenths) {
        boolean tried = verdict == Verdict.SHOWN || verdict == Verdict.NOT_BETTER;
        return new ExpectedPurchases(
                new HouseId(1),
                UNTIL.plusDays(1),
                verdict == Verdict.NO_BUYERS ? null : LocalDate.of(2022, 9, 1),
                UNTIL,
                buyers,
                early,
                verdict,
                expected == null ? null : "bgnbd",
                expected == null ? Map.of() : Map.of("r", 0.24),
                expected,
                tenths,
                tried
                        ? new HoldOut(
                                UNTIL.minusDays(364),
                                3_200,
                                1_310,
                                new Trial("as-many-as-before", 1_700, 0.61),
                                List.of(new Trial("bgnbd", 1_290.2, 0.524), new Trial("pareto-nbd", 1_320, 0.53)))
                        : null,
                expected == null
                        ? null
                        : new ExpectedMoney(
                                "EUR",
                                4_500_000.0,
                                Map.of("p", 6.25),
                                -0.043,
                                new Tried(3_900_000, 4_000_000, 1_612, 5_100_000, 1_805)));
    }
}
