package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who of one segment is in another. Numbers are told as those of {@link SegmentSize}.
 *
 * @param sizes of the segments, in the order asked
 * @param cells one for each segment with each other, in that order
 */
public record SegmentOverlap(LocalDate day, List<@Nullable Long> sizes, List<Cell> cells) {

    /** Segments that can be compared at once. */
    public static final int SEGMENTS_MAX = 12;

    /**
     * @param of place of the segment, from 0
     * @param also place of the other
     * @param people in both
     * @param share of those of the first, to the hundredth
     */
    public record Cell(
            int of,
            int also,
            @Nullable Long people,
            @Nullable Double share) {}
}
