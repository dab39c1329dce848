package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One agenda during one run. Each thing goes there by a name of ours ("own"), by which it is found again, and sending the same thing
 * twice leaves one thing there.
 *
 * <p>All methods throw {@link EventRefused} when this one thing is not taken, and {@link org.foyer.kit.NotFetched} when nothing can be
 * sent now, or when nobody knows whether it arrived.
 */
interface AgendaDoor {

    /**
     * What is there.
     *
     * @param id its name there
     * @param link where people see it, if that is known
     */
    record Remote(String id, @Nullable String link) {}

    /** The event with a name of ours; empty when it is not there, or no longer. */
    Optional<Remote> find(String own) throws IOException;

    /**
     * Makes an event what it is here: creates it when it is not there, and takes its place else.
     *
     * @param place its name there; null for what is nowhere but online
     */
    Remote put(String own, ObjectNode body, @Nullable String place) throws IOException;

    /** Where pictures go as files; empty where the agenda fetches them itself. */
    default Optional<PictureDoor> pictures() {
        return Optional.empty();
    }

    /** Takes an event away; one that is not there is no failure. */
    void delete(String own) throws IOException;

    /**
     * The name there of a venue: found, or made where the agenda lets one make it.
     *
     * @param own name of ours
     */
    String place(String own, Prepared.Place place) throws IOException;
}
