package org.foyer.hub.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Net tickets by days before a performance, its own beside comparable ones.
 *
 * @param comparable how many performances stand behind the band: same house, same genre where known, already played
 * @param points from the first sale to the day of the performance
 */
public record BookingCurve(long performance, int comparable, List<Point> points) {

    /**
     * One day of the curve.
     *
     * @param daysBefore 0 on the day of the performance
     * @param tickets net tickets up to that day; null after the day as of which it is told
     * @param low lower quartile of the comparable ones, in tickets per 100 seats, and so on
     */
    public record Point(
            int daysBefore,
            @Nullable Long tickets,
            @Nullable Double perHundredSeats,
            @Nullable Double low,
            @Nullable Double median,
            @Nullable Double high) {}
}
