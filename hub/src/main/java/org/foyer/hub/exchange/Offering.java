package org.foyer.hub.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What this node offers, and to whom. */
public interface Offering {

    /** Data sets in one catalogue. */
    int DATASETS_MAX = 1_000;

    /** What a participant may see, by name; at most {@link #DATASETS_MAX}. */
    List<SharedDataset> to(Participant participant);

    Optional<SharedDataset> find(Participant participant, String id);

    /**
     * What a transfer hands over; that the terms let it through was seen before.
     *
     * @param running whether it may still be handed over
     * @return nothing when it is offered no longer
     */
    default Optional<Handover.Handed> data(Conversation transfer, BooleanSupplier running) {
        return Optional.empty();
    }
}
