package org.foyer.hub.store;

import java.nio.file.Path;

/** The warehouse file cannot be read. Nothing is lost: it can be rebuilt from the archive and the register. */
public final class WarehouseBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WarehouseBroken(Path file, Throwable cause) {
        super("cannot read the warehouse " + file + ": rebuild it with the command rebuild", cause);
    }
}
