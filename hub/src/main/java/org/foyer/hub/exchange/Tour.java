package org.foyer.hub.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.insight.ShowSheet;
import org.jspecify.annotations.Nullable;

/**
 * A company's show in the houses that it asked. Sums hold what single stops told and nothing else, so that nothing can be taken from them
 * that is not there already.
 *
 * @param name how the company calls its show
 * @param stops in the order of their first dates; those that told nothing last
 */
public record Tour(String name, List<Stop> stops, Sums sums) {

    /**
     * The show in one house.
     *
     * @param sheet what the house told; null when it told nothing
     * @param withheld code of why it did not; null when it did
     * @param away when the node of the house last answered, if it did not answer now; else null
     */
    public record Stop(
            ShowGrant grant,
            @Nullable ShowSheet sheet,
            @Nullable String withheld,
            @Nullable Away away) {}

    /** @param answeredAt of the last answer; null when there was none ever */
    public record Away(@Nullable Instant answeredAt) {}

    /**
     * Each over the stops that told it.
     *
     * @param stops that told anything
     * @param asked all stops
     * @param ticketStops that told tickets, and so on
     * @param occupancy over stops that told seats
     * @param amounts one for each currency
     * @param oldest day as known on which the oldest of them is told
     */
    public record Sums(
            int stops,
            int asked,
            int ticketStops,
            long tickets,
            int seatStops,
            long seats,
            @Nullable Double occupancy,
            List<Amount> amounts,
            @Nullable LocalDate oldest) {}

    /** @param minor units of the currency */
    public record Amount(String currency, long minor, int stops) {}
}
