package org.foyer.hub.store;

/** A store could not do what it must always be able to do: a bug, a full disk or a broken file. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int KIND_CHARS_MAX = 60;

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** What kind of failure the engine named, without its text, which may hold values of a row. */
    public String kind() {
        String said = getCause() == null ? null : getCause().getMessage();
        int end = said == null ? -1 : said.indexOf(':');
        return said == null || end < 0 || end > KIND_CHARS_MAX ? "unknown" : said.substring(0, end);
    }
}
