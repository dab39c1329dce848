package org.foyer.hub.site.internal.cli;

import java.util.List;
import org.foyer.hub.model.House;
import org.foyer.hub.simulation.SimulatedHouse;

/** How many of the network's files are imported. */
final class FilesDone {

    private final ProgressBar bar;
    private final long total;
    private long done;
    private String latest = "";

    FilesDone(ProgressBar bar, List<SimulatedHouse> houses) {
        this.bar = bar;
        this.total = houses.stream()
                .mapToLong(house -> DemoHouses.imported(house).size())
                .sum();
    }

    synchronized void begins(House house) {
        latest = house.name();
        bar.at(latest, done, total);
    }

    synchronized void more(int files) {
        done += files;
        bar.at(latest, done, total);
    }
}
