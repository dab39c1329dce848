package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.ExpectedPurchases.HoldOut;
import org.foyer.hub.insight.ExpectedPurchases.Verdict;
import org.foyer.hub.insight.internal.PurchaseQuery.Purchases;
import org.foyer.hub.insight.internal.customers.PurchaseOutlook;
import org.foyer.hub.insight.internal.customers.PurchaseRow;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** What a house may expect of its buyers: tried on the year before first, and told only where that went better than the naive rule. */
final class PurchaseFigures {

    private final Warehouse warehouse;

    PurchaseFigures(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * @param now as known on the last day
     * @param then as known a year before, with what came
     */
    private record Both(LocalDate until, Purchases now, Purchases then) {}

    ExpectedPurchases read(House told, LocalDate asOf) {
        HouseId house = told.id();
        Both both = warehouse.read(connection -> {
            LocalDate until = ForecastQuery.knownUntil(connection, house, asOf).orElse(asOf);
            return new Both(
                    until,
                    PurchaseQuery.read(connection, house, until, until, PurchaseQuery.ROWS_MAX),
                    PurchaseQuery.read(connection, house, until, PurchaseQuery.cut(until), PurchaseQuery.ROWS_MAX));
        });
        return told(told, asOf, both);
    }

    private ExpectedPurchases told(House in, LocalDate asOf, Both both) {
        HouseId house = in.id();
        LocalDate since = both.now.since();
        LocalDate cut = PurchaseQuery.cut(both.until);
        if (since == null) {
            return without(house, asOf, both, Verdict.NO_BUYERS, null);
        }
        if (since.isAfter(PurchaseQuery.cut(cut))) {
            return without(house, asOf, both, Verdict.HISTORY_TOO_SHORT, null);
        }
        List<PurchaseRow> then = both.then.rows();
        if (!PurchaseOutlook.enough(then)) {
            return without(house, asOf, both, Verdict.TOO_FEW_BUYERS, null);
        }
        HoldOut holdOut = new HoldOut(
                cut,
                PurchaseOutlook.people(then),
                then.stream().mapToLong(row -> row.people() * row.later()).sum(),
                PurchaseOutlook.naive(then),
                PurchaseOutlook.tried(then));
        return holdOut.better()
                ? shown(in, asOf, both, holdOut)
                : without(house, asOf, both, Verdict.NOT_BETTER, holdOut);
    }

    private ExpectedPurchases shown(House house, LocalDate asOf, Both both, HoldOut holdOut) {
        List<PurchaseRow> rows = both.now.rows();
        String model = holdOut.models().get(0).rule();
        PurchaseOutlook outlook = PurchaseOutlook.fitted(model, rows);
        return new ExpectedPurchases(
                house.id(),
                asOf,
                both.now.since(),
                both.until,
                PurchaseOutlook.people(rows),
                early(both.now),
                Verdict.SHOWN,
                model,
                outlook.parameters(),
                outlook.total(rows),
                outlook.tenths(rows),
                holdOut,
                new MoneyFigures(warehouse, house).told(both.until, model, both.then.rows(), outlook));
    }

    private static ExpectedPurchases without(
            HouseId house, LocalDate asOf, Both both, Verdict verdict, @Nullable HoldOut holdOut) {
        return new ExpectedPurchases(
                house,
                asOf,
                both.now.since(),
                both.until,
                PurchaseOutlook.people(both.now.rows()),
                early(both.now),
                verdict,
                null,
                Map.of(),
                null,
                List.of(),
                holdOut,
                null);
    }

    private static @Nullable Long early(Purchases now) {
        long others = PurchaseOutlook.people(now.rows()) - now.early();
        return SmallGroups.mayBeTold(now.early()) && SmallGroups.mayBeTold(others) ? now.early() : null;
    }
}
