package org.foyer.hub.exchange;

import java.util.List;
import java.util.Optional;

/** What this node offers, and to whom. */
public interface Offering {

    /** Data sets in one catalogue. */
    int DATASETS_MAX = 1_000;

    /** What a participant may see, by name; at most {@link #DATASETS_MAX}. */
    List<SharedDataset> to(Participant participant);

    Optional<SharedDataset> find(Participant participant, String id);
}
