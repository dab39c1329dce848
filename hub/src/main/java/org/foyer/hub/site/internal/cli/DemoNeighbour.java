package org.foyer.hub.site.internal.cli;

import java.util.List;
import java.util.Locale;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulatedNetwork;

/**
 * The other nodes of the demonstration, each a process of its own with a data folder of its own.
 *
 * <p>Their houses are those after the twelve of the first node; people of the same simulation buy in all of them.
 */
enum DemoNeighbour {
    TERRASSES("Nœud des Terrasses (simulé)", List.of(12, 14, 15, 16)),
    PLAINES("Nœud des Plaines (simulé)", List.of(13, 17, 18, 19));

    private final String title;
    private final List<Integer> houses;

    DemoNeighbour(String title, List<Integer> houses) {
        this.title = title;
        this.houses = houses;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** Name of its folder. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<SimulatedHouse> of(SimulatedNetwork network) {
        return houses.stream().map(network.houses()::get).toList();
    }
}
