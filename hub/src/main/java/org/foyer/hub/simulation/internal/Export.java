package org.foyer.hub.simulation.internal;

import java.io.Closeable;
import java.io.IOException;
import org.foyer.hub.model.Season;
import org.foyer.hub.simulation.SimulatedFile;

/** One export of a house being written, with its counts. */
final class Export implements Closeable {

    /** Share of the lines that can be spoilt. */
    private static final double SPOILT = 0.0011;

    private final SalesFile file;
    private final ExportWindow window;
    private final String path;
    private final int season;
    private final Dice dirt;
    private long dirty;
    private long tickets;
    private long amount;

    Export(SalesFile file, ExportWindow window, String path, int season, Dice dirt) {
        this.file = file;
        this.window = window;
        this.path = path;
        this.season = season;
        this.dirt = dirt;
    }

    boolean holds(long minute, Night night) {
        return window.holds(minute, night);
    }

    /**
     * Writes a movement and answers whether its line is clean.
     *
     * @param mayBeSpoilt whether no other export holds it and no other movement needs it
     */
    boolean write(Night night, Movements m, int at, long minute, Contact buyer, boolean mayBeSpoilt)
            throws IOException {
        boolean spoil = mayBeSpoilt && file.spoils() > 0 && dirt.chance(SPOILT);
        file.line(night, m, at, minute, buyer, window.scanKnown(night), spoil ? dirt.below(file.spoils()) : -1);
        if (spoil) {
            dirty++;
        } else {
            tickets += Movements.tickets(m.operation[at]);
            amount += m.amount[at];
        }
        return !spoil;
    }

    void endNight() throws IOException {
        file.endNight();
    }

    SimulatedFile written() {
        String label = new Season(season).label();
        if (file instanceof PretixFile orders) {
            return new SimulatedFile(
                    path,
                    SimulatedFile.Kind.PRESENT_STATE,
                    label,
                    orders.lines(),
                    0,
                    orders.tickets(),
                    orders.amount());
        }
        return new SimulatedFile(path, SimulatedFile.Kind.MOVEMENTS, label, file.lines(), dirty, tickets, amount);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
