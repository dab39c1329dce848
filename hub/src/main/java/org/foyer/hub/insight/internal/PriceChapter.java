package org.foyer.hub.insight.internal;

import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.Figure;

/** What tickets cost: figures 5 to 8, the plain sums behind them, and how many buyers are known. */
final class PriceChapter implements Chapter {

    @Override
    public Set<String> indicators() {
        return Set.of(
                "tickets",
                "revenue",
                "average-yield",
                "average-price",
                "free-share",
                "known-buyer-share",
                "below-list-share",
                "mean-discount");
    }

    @Override
    public List<Figure> figures(Tally tally, Dictionary dictionary) {
        long tickets = tally.sum("whole", "tickets");
        long free = tally.sum("whole", "free");
        long amount = tally.sum("whole", "amount");
        long paying = tickets - free;
        return List.of(
                dictionary
                        .draft("tickets")
                        .basis(tally.sum("whole", "performances"))
                        .value(tickets),
                dictionary.draft("revenue").basis(tickets).value(amount),
                dictionary.draft("average-yield").basis(paying).quotient(amount, paying, "no-paying-tickets"),
                dictionary.draft("average-price").basis(tickets).quotient(amount, tickets, "no-tickets"),
                dictionary.draft("free-share").basis(tickets).quotient(free, tickets, "no-tickets"),
                dictionary
                        .draft("known-buyer-share")
                        .basis(tickets)
                        .quotient(tally.sum("whole", "known-buyer"), tickets, "no-tickets"),
                discount("below-list-share", "below-list", "listed", tally, dictionary),
                discount("mean-discount", "discount", "discounted", tally, dictionary));
    }

    private static Figure discount(String id, String over, String under, Tally tally, Dictionary dictionary) {
        long listed = tally.sum("whole", under);
        return dictionary
                .draft(id)
                .basis(listed)
                .coverage(listed, tally.sum("whole", "tickets"))
                .quotient(tally.sum("whole", over), listed, "list-price-missing", "list_amount");
    }
}
