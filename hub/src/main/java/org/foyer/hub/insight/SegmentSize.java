package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many people a segment has, and had. Each number is a multiple of five, at most four away from the truth; null for fewer
 * than five people, nobody included.
 *
 * @param day as of which it is told
 * @param people of the segment
 * @param buyers all people of the house who hold or held tickets
 * @param share of these, from 0 to 1, from the told numbers to the hundredth
 * @param history the same at the ends of months, oldest first, and last on the day; each as known then
 */
public record SegmentSize(
        SegmentDefinition query,
        LocalDate day,
        @Nullable Long people,
        @Nullable Long buyers,
        @Nullable Double share,
        List<Point> history) {

    /** Ends of months before the day that are told. */
    public static final int MONTHS = 12;

    /** How many on a day. */
    public record Point(LocalDate day, @Nullable Long people) {}
}
