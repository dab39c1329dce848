package org.foyer.hub.exchange;

import java.nio.file.Path;
import java.util.Optional;

/** Hands out what a transfer is about. */
public interface Handover {

    /** A file. @param type media type */
    record Handed(Path file, String type, long bytes) {}

    /**
     * The data of a running transfer, once for each call, which the audit of the house keeps.
     *
     * @param pid of the transfer, as its data address names it
     * @param authorization the header of that name, with the secret of the data address
     * @return nothing when the secret opens nothing (any more), or what it is about is offered no longer
     */
    Optional<Handed> hand(String pid, @org.jspecify.annotations.Nullable String authorization);
}
