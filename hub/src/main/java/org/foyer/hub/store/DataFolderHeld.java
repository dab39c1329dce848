package org.foyer.hub.store;

import java.nio.file.Path;

/** Another process of Foyer, most likely a running node, holds the data folder. */
public final class DataFolderHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataFolderHeld(Path folder) {
        super("held by another process: " + folder);
    }
}
