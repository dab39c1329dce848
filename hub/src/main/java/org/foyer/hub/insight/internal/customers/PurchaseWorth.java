package org.foyer.hub.insight.internal.customers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.insight.CustomerHistory;
import org.foyer.hub.insight.CustomerModelKind;

/**
 * Fits gamma-gamma to what buyers paid. All purchases of a buyer count, the first too: each is a draw of the same distribution, and most
 * buyers of a house have no other.
 */
public final class PurchaseWorth {

    private final Maximum.Found found;

    private PurchaseWorth(Maximum.Found found) {
        this.found = found;
    }

    /**
     * Buyers alike.
     *
     * @param purchases of each, at least 1
     * @param mean what a purchase was worth to them, over 0
     */
    public record Spent(int purchases, double mean, long people) {}

    /** Empty where no parameters are the likeliest: nobody paid, or everybody the same. */
    public static Optional<PurchaseWorth> fitted(List<Spent> spent) {
        List<CustomerHistory> pasts = spent.stream()
                .map(one -> new CustomerHistory(one.purchases(), 0, 0, one.mean(), one.people()))
                .toList();
        return Optional.of(pasts)
                .filter(any -> !any.isEmpty())
                .map(any -> Maximum.of(CustomerModel.of(CustomerModelKind.GAMMA_GAMMA), any))
                .filter(found -> !found.atTheEdge())
                .map(PurchaseWorth::new);
    }

    public Map<String, Double> parameters() {
        return Fitting.named(CustomerModelKind.GAMMA_GAMMA, found);
    }
}
