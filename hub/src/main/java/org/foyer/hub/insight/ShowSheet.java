package org.foyer.hub.insight;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.foyer.hub.governance.ShowGate;
import org.foyer.hub.model.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What a house tells a company of one show, as known on a day. Whatever the house did not grant is null or empty. Amounts are minor units.
 *
 * @param show identifier of the run
 * @param where of the venue, or the middle of its commune
 * @param from the first day that is told: curves begin with what had been sold by then
 * @param first day on which the show plays
 * @param seats on sale over all dates whose capacity is known and that were not cancelled
 * @param tickets net, over all dates
 * @param occupancy tickets of dates with seats over these seats
 * @param curve net tickets of all dates together, by days before the first date; it ends with the last date at the latest, and what is
 *     put right after a date counts on the day of that date
 * @param people through the rules for people; null when not granted, with the reason in {@code peopleWithheld} when it was
 */
public record ShowSheet(
        String show,
        String title,
        @Nullable String venue,
        @Nullable String town,
        @Nullable GeoPoint where,
        String currency,
        boolean simulated,
        LocalDate from,
        LocalDate asOf,
        LocalDate first,
        LocalDate last,
        List<Date> dates,
        @Nullable Long seats,
        @Nullable Long tickets,
        @Nullable Double occupancy,
        @Nullable Long amount,
        List<Point> curve,
        @Nullable Lead lead,
        ShowGate.@Nullable People people,
        @Nullable String peopleWithheld) {

    /** One date. */
    public record Date(
            LocalDate day,
            @Nullable LocalDateTime startsLocal,
            String state,
            @Nullable Long seats,
            @Nullable Long tickets,
            @Nullable Long amount) {}

    /** @param daysBefore the first date; negative once the show plays */
    public record Point(int daysBefore, long tickets) {}

    /** Days between purchase and performance: quarters of the tickets. @param tickets that are behind it */
    public record Lead(int lowerQuartile, int median, int upperQuartile, long tickets) {}
}
