package org.foyer.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The disk, or the quota on it, takes no more bytes. What was being written is not kept; what was kept before is. */
public final class DiskFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable code under which the catalogue of each language has its sentence and its mend. */
    public static final String CODE = "disk-full";

    /** How the operating system, SQLite and PostgreSQL say it; DuckDB passes on the operating system's words. */
    private static final List<String> SIGNS =
            List.of("No space left on device", "Disk quota exceeded", "File too large", "SQLITE_FULL");

    private static final int CAUSES_MAX = 20;

    DiskFull(Throwable cause) {
        super("no room left on the disk", cause);
    }

    /** What to throw for a file that could not be written: this, or what says anything else. */
    public static RuntimeException or(IOException failure) {
        return isBehind(failure) ? new DiskFull(failure) : new UncheckedIOException(failure);
    }

    /** Whether a failure, or one behind it, says that the disk is full. */
    static boolean isBehind(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            String said = String.valueOf(cause.getMessage());
            if (SIGNS.stream().anyMatch(said::contains)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
