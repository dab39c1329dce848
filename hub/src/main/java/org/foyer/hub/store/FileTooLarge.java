package org.foyer.hub.store;

/** A file is longer than the node accepts. */
public final class FileTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long bytesMax;

    public FileTooLarge(long bytesMax) {
        super("longer than " + bytesMax + " bytes");
        this.bytesMax = bytesMax;
    }

    public long bytesMax() {
        return bytesMax;
    }
}
