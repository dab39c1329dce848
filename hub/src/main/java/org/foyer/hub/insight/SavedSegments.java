package org.foyer.hub.insight;

import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** The segments that the houses keep. Each change writes a line into the audit, with the query and without the name. */
public interface SavedSegments {

    /** Segments of one house, without those shipped. */
    int SEGMENTS_MAX = 100;

    int NAME_CHARACTERS_MAX = 80;

    /**
     * What came of it.
     *
     * @param faults all at once; empty when it is kept
     * @param kept null when there are faults
     */
    record Outcome(List<SegmentFault> faults, @Nullable SavedSegment kept) {}

    /** Those shipped first, then the house's own by name. */
    List<SavedSegment> all(HouseId house);

    Optional<SavedSegment> find(HouseId house, String slug);

    Outcome add(HouseId house, String name, String query, Actor actor);

    /** Renames a segment or gives it another query; empty when the house has no such segment of its own. */
    Optional<Outcome> change(HouseId house, String slug, String name, String query, Actor actor);

    /** @return whether the house had such a segment of its own */
    boolean delete(HouseId house, String slug, Actor actor);
}
