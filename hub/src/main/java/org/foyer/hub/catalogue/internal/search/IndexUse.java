package org.foyer.hub.catalogue.internal.search;

/**
 * How much of the machine the index may use.
 *
 * @param columnBytes bytes of its columns in memory, at most; the rest is read from its files
 * @param partedFrom documents from which on several processors look through it at once: in fewer, to wake a helper costs more than it saves
 */
public record IndexUse(long columnBytes, int partedFrom) {

    /** Columns of some four million performances. */
    public static final IndexUse DEFAULT = new IndexUse(64L << 20, 50_000);
}
