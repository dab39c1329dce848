package org.foyer.hub.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a segment.
 *
 * @param values of which one must hold, in ascending order, each once; empty for a range
 * @param from least of a range, null when it has none
 * @param to largest of a range, included, null when it has none
 * @param months back in which a range is counted, null for ever
 */
public record SegmentCondition(
        SegmentKind kind,
        List<String> values,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable Integer months) {

    public SegmentCondition {
        values = values.stream().distinct().sorted().toList();
    }

    public static SegmentCondition of(SegmentKind kind, List<String> values) {
        return new SegmentCondition(kind, values, null, null, null);
    }
}
