package org.foyer.hub.site.internal.cli;

import java.io.PrintStream;
import org.foyer.hub.intake.Progress;

/** Progress as a bar drawn in place on a terminal, as one line for each step elsewhere. */
public final class ProgressBar implements Progress, AutoCloseable {

    private static final int CELLS = 24;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream err;
    private final boolean terminal;
    private final String title;
    private String step = "";
    private long drawnAt;
    private boolean drawn;

    ProgressBar(PrintStream err, boolean terminal, String title) {
        this.err = err;
        this.terminal = terminal;
        this.title = title;
    }

    /** Hears how many lines the simulator has written. */
    void written(long lines, long expected) {
        at("write", lines, expected);
    }

    @Override
    public synchronized void at(String newStep, long done, long total) {
        boolean next = !newStep.equals(step);
        step = newStep;
        if (!terminal) {
            if (next) {
                err.println(title + ": " + newStep);
            }
            return;
        }
        long now = System.nanoTime();
        if (next || now - drawnAt > REDRAW_NANOS || done >= total) {
            drawnAt = now;
            drawn = true;
            err.print("\r\u001b[K" + line(done, total));
            err.flush();
        }
    }

    private String line(long done, long total) {
        if (total <= 0) {
            return "%s  %s  %,d".formatted(title, step, done);
        }
        int share = (int) Math.max(0, Math.min(100, done * 100 / total));
        int full = share * CELLS / 100;
        return "%s  %s%s %3d %%  %s".formatted(title, "█".repeat(full), "░".repeat(CELLS - full), share, step);
    }

    /** Leaves the terminal's line free. */
    @Override
    public synchronized void close() {
        if (drawn) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
