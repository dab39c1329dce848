package org.foyer.hub.simulation;

import java.util.List;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.PostalAddress;

/**
 * One simulated house, as {@code network.json} tells it.
 *
 * @param tool whose shape its files have: {@code french-csv}, {@code english-csv}, {@code latin-tab}, {@code xlsx} or
 *     {@code pretix}
 * @param zone time-zone identifier
 * @param currency ISO 4217
 * @param files in the order in which they should be imported
 * @param tickets sales minus cancellations over all files, each movement counted once, dirty lines left out
 * @param amount in minor units, counted alike
 */
public record SimulatedHouse(
        String slug,
        String name,
        Discipline discipline,
        int seats,
        PostalAddress address,
        String zone,
        String currency,
        String tool,
        List<SimulatedFile> files,
        long tickets,
        long amount) {

    public SimulatedHouse {
        files = List.copyOf(files);
    }

    /** Lines of sales and orders, those that overlapping exports repeat included. */
    public long lines() {
        return files.stream()
                .filter(file ->
                        file.kind() == SimulatedFile.Kind.MOVEMENTS || file.kind() == SimulatedFile.Kind.PRESENT_STATE)
                .mapToLong(SimulatedFile::lines)
                .sum();
    }
}
