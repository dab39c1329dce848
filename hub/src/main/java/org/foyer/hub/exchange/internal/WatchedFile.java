package org.foyer.hub.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Data on its way, which ends in the midst as soon as it may not be handed over any more: whoever reads slowly gains nothing by it.
 */
final class WatchedFile extends FilterInputStream {

    /** How long it goes on at most after somebody said no. */
    static final Duration LOOKS_EVERY = Duration.ofMillis(250);

    /** Bytes of one read, at most: no one read may take the whole. */
    private static final int PART_BYTES = 64 << 10;

    private final BooleanSupplier running;
    private long looked = System.nanoTime();

    WatchedFile(InputStream in, BooleanSupplier running) {
        super(in);
        this.running = running;
    }

    private void look() throws IOException {
        long now = System.nanoTime();
        if (now - looked >= LOOKS_EVERY.toNanos()) {
            looked = now;
            if (!running.getAsBoolean()) {
                throw new IOException("the transfer was stopped");
            }
        }
    }

    @Override
    public int read() throws IOException {
        look();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        look();
        return super.read(bytes, from, Math.min(length, PART_BYTES));
    }

    /** Nobody goes back or leaps. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
