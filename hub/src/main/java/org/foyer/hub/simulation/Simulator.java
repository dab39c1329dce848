package org.foyer.hub.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.foyer.hub.simulation.internal.NetworkFiles;

/**
 * Makes files of imagined houses in the shapes of real ticketing tools. The method, its published ranges and its limits
 * are told in {@code docs/simulator.md}.
 */
public final class Simulator {

    /** Name and version, kept in what it writes; a new version may make other files from the same seed. */
    public static final String GENERATOR = "foyer-simulator 1";

    private static final String README = """
            # Données simulées / simulated data

            Tout ce dossier est simulé : les maisons, les spectacles, les acheteurs et les ventes n'existent pas. Toute
            ressemblance est fortuite. Les communes et leurs populations sont réelles (INSEE, IGN, La Poste).

            Everything in this folder is simulated: houses, shows, buyers and sales do not exist. Any likeness is chance.
            Communes and their populations are real (INSEE, IGN, La Poste).

            - Generator: %s
            - Seed: %d
            - Exported on the morning of: %s

            `network.json` tells the houses and their files in the order of import. Some lines are spoilt on purpose; it
            counts them. One performance in the totals file differs on purpose. `truth/persons.csv` tells which buyer is
            which person and household: it is there to judge a linking method, and must never be imported.
            """;

    private Simulator() {}

    /**
     * Writes the files of a network. The same plan gives the same bytes, whatever the number of cores.
     *
     * @return what was written, as {@code network.json} tells it
     * @throws UncheckedIOException when the folder is not empty or cannot be written
     */
    public static SimulatedNetwork simulate(SimulationPlan plan, SimulationProgress progress) {
        try {
            Path out = plan.out();
            Files.createDirectories(out);
            try (Stream<Path> there = Files.list(out)) {
                if (there.findAny().isPresent()) {
                    throw new DirectoryNotEmptyException(out.toString());
                }
            }
            List<SimulatedHouse> houses = new NetworkFiles(plan, progress).write();
            SimulatedNetwork network = new SimulatedNetwork(
                    true, GENERATOR, plan.seed(), plan.today().toString(), plan.seasons(), houses);
            network.write(out);
            Files.writeString(out.resolve("README.md"), README.formatted(GENERATOR, plan.seed(), plan.today()));
            return network;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
