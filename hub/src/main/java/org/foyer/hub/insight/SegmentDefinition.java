package org.foyer.hub.insight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.internal.SegmentReading;
import org.foyer.hub.insight.internal.SegmentWriting;

/**
 * Which buyers of a house are meant: those for whom all conditions hold, all buyers without any. One definition is one query
 * string, for instance {@code rf=new,convertee&genre=Danse&visits=2..&within=18}.
 *
 * @param conditions at most one of each kind, in the order of the kinds
 */
public record SegmentDefinition(List<SegmentCondition> conditions) {

    /** Conditions of one definition. */
    public static final int CONDITIONS_MAX = 8;

    /** Values of one condition. */
    public static final int VALUES_MAX = 20;

    /** Length of a query. */
    public static final int CHARACTERS_MAX = 2_000;

    public static final SegmentDefinition EVERYBODY = new SegmentDefinition(List.of());

    public SegmentDefinition {
        conditions = conditions.stream()
                .sorted(Comparator.comparing(SegmentCondition::kind))
                .toList();
    }

    /**
     * What was read of a query.
     *
     * @param definition of what could be read
     * @param faults all at once; empty when everything could be read
     */
    public record Read(SegmentDefinition definition, List<SegmentFault> faults) {}

    /** Reads a query string, percent-encoded as in an address. */
    public static Read read(String query) {
        return SegmentReading.read(query);
    }

    public Optional<SegmentCondition> condition(SegmentKind kind) {
        return conditions.stream().filter(condition -> condition.kind() == kind).findFirst();
    }

    /** The query string, always the same for the same conditions. */
    @Override
    @JsonValue
    public String toString() {
        return SegmentWriting.query(this);
    }
}
