package org.foyer.hub.insight.internal;

import static org.foyer.hub.insight.internal.Draft.part;

import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.Figure;

/** How full: figures 1 to 4, over performances that are not cancelled, have sales and have the column needed. */
final class SeatChapter implements Chapter {

    @Override
    public Set<String> indicators() {
        return Set.of("occupancy", "sold-utilisation", "revenue-per-seat", "financial-utilisation");
    }

    @Override
    public List<Figure> figures(Tally tally, Dictionary dictionary) {
        long seats = tally.sum("seated", "seats");
        long tickets = tally.sum("seated", "tickets");
        long free = tally.sum("seated", "free");
        long reserved = tally.sum("seated", "reserved");
        return List.of(
                perSeat("occupancy", tally, dictionary)
                        .parts(List.of(part("paying", tickets - free, seats), part("total", tickets, seats)))
                        .quotient(tickets, seats, "capacity-missing", "capacity"),
                perSeat("sold-utilisation", tally, dictionary)
                        .quotient(tickets + reserved, seats, "capacity-missing", "capacity"),
                perSeat("revenue-per-seat", tally, dictionary)
                        .quotient(tally.sum("seated", "amount"), seats, "capacity-missing", "capacity"),
                financial(tally, dictionary));
    }

    private static Draft perSeat(String id, Tally tally, Dictionary dictionary) {
        return dictionary
                .draft(id)
                .basis(tally.sum("seated", "seats"))
                .coverage(tally.sum("seated", "performances"), tally.sum("on-stage", "performances"));
    }

    private static Figure financial(Tally tally, Dictionary dictionary) {
        long valued = tally.sum("valued", "performances");
        return dictionary
                .draft("financial-utilisation")
                .basis(valued)
                .coverage(valued, tally.sum("on-stage", "performances"))
                .quotient(
                        tally.sum("valued", "amount"),
                        tally.sum("valued", "potential"),
                        "potential-missing",
                        "potential");
    }
}
