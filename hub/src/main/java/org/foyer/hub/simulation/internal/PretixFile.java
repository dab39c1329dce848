package org.foyer.hub.simulation.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Orders in their present state, in the shape of pretix's order list with cancelled positions (documentation of 2025-10).
 * It takes the movements of a night up to the day of the export and tells what became of each order; one line is one
 * position.
 */
final class PretixFile implements SalesFile {

    private static final String HEAD = "{\"count\":";
    private static final int COUNT_WIDTH = 12;
    private static final String ENDINGS = ",\"next\":null,\"previous\":null,\"results\":[\n";

    private final Path file;
    private final PretixOrder writer;
    private final Bytes out;
    private final long since;
    private final Map<Integer, PretixOrder.State> orders = new TreeMap<>();
    private boolean nightSeen;
    private long count;
    private long lines;
    private long tickets;
    private long amount;

    /** @param since orders that have not changed since this minute are left out */
    PretixFile(Path file, UtcText utc, long since) throws IOException {
        this.file = file;
        this.since = since;
        this.out = new Bytes(file, StandardCharsets.UTF_8);
        this.writer = new PretixOrder(out, utc);
        out.text(HEAD).text(" ".repeat(COUNT_WIDTH)).text(ENDINGS);
    }

    @Override
    public void line(Night night, Movements m, int at, long minute, Contact buyer, boolean scanKnown, int spoil) {
        nightSeen = scanKnown && night.start() >= since;
        orders.computeIfAbsent(m.order[at], number -> new PretixOrder.State(night, number, buyer))
                .see(m, at, minute, scanKnown);
    }

    @Override
    public void endNight() throws IOException {
        for (PretixOrder.State order : orders.values()) {
            if (nightSeen || order.changed() >= since) {
                if (count > 0) {
                    out.text(",\n");
                }
                writer.write(order);
                out.end();
                count++;
                lines += order.tickets().size();
                for (PretixOrder.Ticket ticket : order.tickets()) {
                    if (ticket.valid()) {
                        tickets++;
                        amount += ticket.price();
                    }
                }
            }
        }
        orders.clear();
    }

    @Override
    public int spoils() {
        return 0;
    }

    @Override
    public long lines() {
        return lines;
    }

    /** Tickets paid and not cancelled in the orders written. */
    long tickets() {
        return tickets;
    }

    /** What was paid for them, in minor units. */
    long amount() {
        return amount;
    }

    @Override
    public void close() throws IOException {
        out.text("\n]}\n");
        out.close();
        try (RandomAccessFile again = new RandomAccessFile(file.toFile(), "rw")) {
            again.seek(HEAD.length());
            again.write(Long.toString(count).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
