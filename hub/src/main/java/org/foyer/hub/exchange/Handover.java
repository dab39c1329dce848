package org.foyer.hub.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.foyer.hub.exchange.internal.Workings;
import org.jspecify.annotations.Nullable;

/** Hands out what a transfer is about. */
public interface Handover {

    /**
     * A file.
     *
     * @param type media type
     * @param running whether it may still be handed over
     */
    record Handed(Path file, String type, long bytes, BooleanSupplier running) {

        /** Its bytes; they break off in the midst when the transfer is suspended or ended, or its agreement revoked. */
        public InputStream open() throws IOException {
            return Workings.watched(file, running);
        }
    }

    /**
     * The data of a running transfer, once for each call, which the audit of the house keeps.
     *
     * @param pid of the transfer, as its data address names it
     * @param authorization the header of that name, with the secret of the data address
     * @return nothing when the secret opens nothing (any more), the terms do not let it through, or what it is about is offered no longer
     */
    Optional<Handed> hand(String pid, @Nullable String authorization);
}
