package org.foyer.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulatedNetwork;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.simulation.SimulationProgress;
import org.foyer.hub.simulation.Simulator;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.store.ArchivedFile;

/** A node in the benchmark's folder, filled through the real intake. */
final class BenchNode {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final long SEED = 4711;

    private BenchNode() {}

    static Node open(Path folder) {
        return Node.open(NodeSettings.of(folder, System::getenv));
    }

    /** The node of the given size, made on first use. */
    static Node filled(Path work) throws IOException {
        Path done = work.resolve("node-" + Sizes.NODE_LINES + ".done");
        Node node = open(work.resolve("node-" + Sizes.NODE_LINES));
        if (!Files.exists(done)) {
            Path files = work.resolve("node-files");
            SimulatedNetwork network = simulate(Sizes.NODE_HOUSES, Sizes.NODE_LINES, SEED, files);
            for (SimulatedHouse house : network.houses()) {
                load(node, addHouse(node, house, house.slug()).id(), files, house.files());
            }
            delete(files);
            Files.createFile(done);
        }
        return node;
    }

    static SimulatedNetwork simulate(int houses, long lines, long seed, Path out) throws IOException {
        delete(out);
        Simulator.simulate(new SimulationPlan(houses, lines, seed, TODAY, 4, out), SimulationProgress.NONE);
        return SimulatedNetwork.read(out);
    }

    static House addHouse(Node node, SimulatedHouse house, String slug) {
        return node.houses()
                .add(new House(
                        new HouseId(1),
                        slug,
                        house.name(),
                        house.discipline(),
                        house.seats(),
                        house.address(),
                        null,
                        ZoneId.of(house.zone()),
                        Currency.getInstance(house.currency()),
                        true));
    }

    /** Imports files one by one, as a house does. */
    static List<RunReport> load(Node node, HouseId house, Path folder, List<SimulatedFile> files) throws IOException {
        List<RunReport> reports = new ArrayList<>();
        for (SimulatedFile file : files) {
            if (file.kind() == SimulatedFile.Kind.TOTALS || file.kind() == SimulatedFile.Kind.REFERENCE) {
                continue;
            }
            reports.add(load(node, house, folder.resolve(file.path())));
        }
        return reports;
    }

    static RunReport load(Node node, HouseId house, Path file) throws IOException {
        ArchivedFile archived;
        try (InputStream in = Files.newInputStream(file)) {
            archived = node.intake().receive(file.getFileName().toString(), in);
        }
        RunReport report = node.intake()
                .run(
                        new RunOrder(house, List.of(archived), Matching.NONE, false, null, "benchmark", null),
                        Progress.NONE);
        if (report.read() != report.taken() + report.unchanged() + report.quarantined() || report.run() == null) {
            throw new IllegalStateException("not every row is accounted for: " + file.getFileName());
        }
        return report;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
