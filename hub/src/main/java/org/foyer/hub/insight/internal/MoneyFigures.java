package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.ExpectedMoney;
import org.foyer.hub.insight.ExpectedMoney.Tried;
import org.foyer.hub.insight.internal.MoneyQuery.Means;
import org.foyer.hub.insight.internal.customers.PurchaseOutlook;
import org.foyer.hub.insight.internal.customers.PurchaseRow;
import org.foyer.hub.insight.internal.customers.PurchaseRow.Past;
import org.foyer.hub.insight.internal.customers.PurchaseWorth;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** What expected purchases may be worth: tried on the year before first, and told only where that went better than the naive rule. */
final class MoneyFigures {

    private final Warehouse warehouse;
    private final House house;

    MoneyFigures(Warehouse warehouse, House house) {
        this.warehouse = warehouse;
        this.house = house;
    }

    /**
     * @param model key of the model of purchases that is shown
     * @param then rows of the year held out, to which it is fitted again
     * @param now that model, fitted to everything
     * @return null when nobody paid or everybody the same, so that gamma-gamma cannot be fitted
     */
    @Nullable
    ExpectedMoney told(LocalDate until, String model, List<PurchaseRow> then, PurchaseOutlook now) {
        LocalDate cut = PurchaseQuery.cut(until);
        Means meansThen = means(until, cut);
        Means meansNow = means(until, until);
        PurchaseWorth worthThen = PurchaseWorth.fitted(meansThen.spent()).orElse(null);
        PurchaseWorth worthNow = PurchaseWorth.fitted(meansNow.spent()).orElse(null);
        if (worthThen == null || worthNow == null) {
            return null;
        }
        Tried tried = tried(until, cut, PurchaseOutlook.fitted(model, then).each(), worthThen.parameters());
        String currency = house.currency().getCurrencyCode();
        if (!tried.better()) {
            return new ExpectedMoney(currency, null, Map.of(), meansNow.correlation(), tried);
        }
        Map<String, Double> worth = worthNow.parameters();
        double expected = tried(until, until, now.each(), worth).model();
        return Double.isFinite(expected)
                ? new ExpectedMoney(currency, expected, worth, meansNow.correlation(), tried)
                : new ExpectedMoney(currency, null, Map.of(), meansNow.correlation(), tried);
    }

    private Means means(LocalDate until, LocalDate end) {
        return warehouse.read(connection -> MoneyQuery.means(connection, house.id(), until, end));
    }

    private Tried tried(LocalDate until, LocalDate end, Map<Past, Double> expected, Map<String, Double> worth) {
        return warehouse.read(connection -> MoneyQuery.tried(connection, house.id(), until, end, expected, worth));
    }
}
