package org.foyer.hub.store;

/** A store could not do what it must always be able to do: a bug, a full disk or a broken file. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
