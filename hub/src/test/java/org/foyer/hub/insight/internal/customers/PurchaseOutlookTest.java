package org.foyer.hub.insight.internal.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.ExpectedPurchases.HoldOut;
import org.foyer.hub.insight.ExpectedPurchases.Tenth;
import org.foyer.hub.insight.ExpectedPurchases.Trial;
import org.foyer.hub.insight.internal.customers.PurchaseRow.Past;
import org.junit.jupiter.api.Test;

/** Who is expected to buy, ranked and told in groups. */
class PurchaseOutlookTest {

    private static PurchaseRow row(int repeats, int last, int weeks, int before, int later, long people) {
        return new PurchaseRow(new Past(repeats, last, weeks), before, later, people);
    }

    /** Most came once; some came often and of late, some often and long ago. */
    private static final List<PurchaseRow> ROWS = List.of(
            row(0, 0, 100, 0, 0, 60),
            row(0, 0, 40, 1, 0, 40),
            row(2, 60, 100, 1, 1, 30),
            row(6, 98, 100, 3, 3, 20),
            row(7, 20, 100, 0, 0, 20));

    @Test
    void theNaiveRuleSaysAsManyAsTheYearBefore() {
        Trial naive = PurchaseOutlook.naive(ROWS);
        assertThat(naive.rule()).isEqualTo("as-many-as-before");
        assertThat(naive.expected()).isEqualTo(40 + 30 + 60);
        assertThat(naive.meanError()).as("forty were one off").isCloseTo(40 / 170.0, within(1e-12));
    }

    @Test
    void bothModelsAreTriedAndTheNearerComesFirst() {
        List<Trial> tried = PurchaseOutlook.tried(ROWS);
        assertThat(tried).extracting(Trial::rule).containsExactlyInAnyOrder("bgnbd", "pareto-nbd");
        assertThat(tried.get(0).meanError()).isLessThan(tried.get(1).meanError());
    }

    /** By P(alive) those who came once would stand first: under BG/NBD it is 1 for all of them. */
    @Test
    void buyersAreRankedByExpectedPurchasesAndNotByWhetherTheyMayCome() {
        PurchaseOutlook outlook = PurchaseOutlook.fitted("bgnbd", ROWS);
        List<Tenth> tenths = outlook.tenths(ROWS);
        assertThat(tenths.get(0).buyers()).as("who came often and of late").isEqualTo(20);
        assertThat(tenths.stream().mapToLong(Tenth::buyers).sum()).isEqualTo(170);
        assertThat(tenths.stream().mapToDouble(Tenth::expected).sum()).isCloseTo(outlook.total(ROWS), within(1e-9));
        assertThat(tenths)
                .extracting(tenth -> -tenth.expected() / tenth.buyers())
                .isSorted();
        assertThat(outlook.parameters()).containsOnlyKeys("r", "alpha", "a", "b");
    }

    /** Three who came most are fewer than five: they are put together with the next smallest. */
    @Test
    void tenthsOfFewerThanFiveAreNotTold() {
        List<PurchaseRow> rows = new ArrayList<>(ROWS);
        rows.add(row(30, 99, 100, 15, 15, 3));
        rows.set(3, row(6, 98, 100, 3, 3, 40)); // whose middle lies beyond the first tenth
        PurchaseOutlook outlook = PurchaseOutlook.fitted("bgnbd", rows);
        List<Tenth> tenths = outlook.tenths(rows);
        assertThat(tenths).noneMatch(tenth -> tenth.number() == 1);
        Tenth few = tenths.get(tenths.size() - 1);
        assertThat(few.number()).isZero();
        assertThat(few.buyers()).isGreaterThanOrEqualTo(5);
        assertThat(tenths.stream().mapToDouble(Tenth::expected).sum()).isCloseTo(outlook.total(rows), within(1e-9));
    }

    @Test
    void aHundredBuyersAndTwentyWhoCameBackAreEnough() {
        assertThat(PurchaseOutlook.enough(List.of(row(0, 0, 50, 0, 0, 80), row(1, 20, 50, 1, 0, 20))))
                .isTrue();
        assertThat(PurchaseOutlook.enough(List.of(row(0, 0, 50, 0, 0, 79), row(1, 20, 50, 1, 0, 20))))
                .isFalse();
        assertThat(PurchaseOutlook.enough(List.of(row(0, 0, 50, 0, 0, 81), row(1, 20, 50, 1, 0, 19))))
                .isFalse();
    }

    /** Nearer in all and farther buyer by buyer is not better, nor the other way round. */
    @Test
    void betterIsNearerBothInAllAndBuyerByBuyer() {
        assertThat(holdOut(101, 0.5).better()).isTrue();
        assertThat(holdOut(101, 0.7).better()).isFalse();
        assertThat(holdOut(130, 0.5).better()).isFalse();
        assertThat(new HoldOut(LocalDate.EPOCH, 200, 100, new Trial("naive", 120, 0.6), List.of()).better())
                .isFalse();
    }

    private static HoldOut holdOut(double expected, double error) {
        return new HoldOut(
                LocalDate.EPOCH, 200, 100, new Trial("naive", 120, 0.6), List.of(new Trial("bgnbd", expected, error)));
    }
}
