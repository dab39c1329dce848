package org.foyer.hub.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed in the programmes of the node, in the order in which it changed, so that another catalogue can be made from it and
 * kept. The idea is that of OpenActive's Realtime Paged Data Exchange 1.0: state, kind, id, modified, data, and the address of the
 * next page.
 */
public interface Changes {

    /** Changes on a page, at most. */
    int PAGE_MAX = 500;

    /**
     * Where a reader stands: everything up to it is known to them.
     *
     * @param run number of the run, or of the taking back of a run, that changed the last performance they read
     * @param performance id of that performance
     */
    record Position(long run, long performance) {

        public static final Position START = new Position(0, 0);
        private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})(?:-[0-9a-f]{1,16})?");

        /** Reads what {@link #toString} wrote, or the feed with its mark behind it; empty for anything else. */
        public static Optional<Position> parse(String text) {
            Matcher parts = TEXT.matcher(text);
            return parts.matches()
                    ? Optional.of(new Position(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return run + "-" + performance;
        }
    }

    /**
     * Whether a position is one of the data that this node has now. A node that was set up anew counts its changes from the
     * beginning, and a reader of the old ones must too.
     *
     * @param text as it stands in an address of the feed; without a mark it is believed
     */
    boolean isOfThis(String text);

    /**
     * Writes one page as JSON. A performance that changes again while somebody reads moves behind everything they have not read
     * yet, so nothing is missed; the last page is empty and its next page is itself.
     *
     * @param base address of the node, without a final slash
     * @param self address of the feed, before the position
     */
    void write(Position after, String base, String self, OutputStream out) throws IOException;
}
