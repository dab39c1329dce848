package org.foyer.hub.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who speaks. One way today: tokens signed with keys that were exchanged beforehand; the DCP protocol is not covered. */
public interface Identity {

    /** How this node is called by the others. */
    String self();

    /**
     * Who sent a request; empty when that is not proven. A proof counts once.
     *
     * @param authorization the header of that name, or null
     */
    Optional<Participant> sender(@Nullable String authorization);

    /** Why nobody is believed to have sent a request, for whoever did. */
    default String objection(@Nullable String authorization) {
        return "it is not proven who sends this";
    }

    /** What goes into the header {@code Authorization} of a request to a participant. */
    String proofFor(Participant audience);

    /** Somebody who is known and not revoked. */
    Optional<Participant> find(String id);
}
