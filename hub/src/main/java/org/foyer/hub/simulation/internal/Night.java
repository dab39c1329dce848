package org.foyer.hub.simulation.internal;

import org.foyer.hub.simulation.internal.HouseSketch.Hall;

/**
 * One performance. Minutes are counted from 1970 on the clock of the hall, so that no zone is needed to compare them.
 *
 * @param ref the tool's own id
 * @param start minute at which it begins
 * @param opens minute at which single sale begins
 * @param held seats withheld
 * @param target tickets that it will have sold in the end
 * @param soldOut whether more people want to come than can
 * @param cancelledAt minute at which the house called it off, or −1
 * @param scanned whether the scanners worked
 * @param daytime whether it is a weekday performance for schools
 */
record Night(
        String ref,
        int season,
        Show show,
        Hall hall,
        SeatPlan plan,
        long start,
        long opens,
        int held,
        int target,
        boolean soldOut,
        long cancelledAt,
        boolean scanned,
        boolean daytime) {

    static final long DAY = 1440;

    boolean cancelled() {
        return cancelledAt >= 0;
    }
}
