package org.foyer.hub.simulation;

import org.jspecify.annotations.Nullable;

/**
 * One file of a simulated house.
 *
 * @param path below the network's folder, with forward slashes
 * @param season for instance "2024-25", or null when the file holds several
 * @param lines records without header: sale lines, performances, or positions of orders
 * @param dirty of these, the lines spoilt on purpose, which an intake should put into quarantine
 * @param tickets sales minus cancellations over the clean lines
 * @param amount sum of the clean sale lines in minor units
 */
public record SimulatedFile(
        String path, Kind kind, @Nullable String season, long lines, long dirty, long tickets, long amount) {

    /** What a file is for. */
    public enum Kind {
        /** Performances of the house. */
        PROGRAMME,
        /** Sale lines that already are movements. */
        MOVEMENTS,
        /** Orders in their present state. */
        PRESENT_STATE,
        /** The tool's own totals for each performance, to compare with. */
        TOTALS,
        /** Customers who ticked the box for the house's letter; a list of consents, not an import. */
        NEWSLETTER;

        /** Whether it is imported as programme or sales. */
        public boolean isImported() {
            return this != TOTALS && this != NEWSLETTER;
        }
    }
}
