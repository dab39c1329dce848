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
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulatedNetwork;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.simulation.SimulationProgress;
import org.foyer.hub.simulation.Simulator;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.store.ArchivedFile;

/**
 * A node in the benchmark's folder. Some of its houses are filled through the real intake, the others are copies of
 * these made inside the engine, since 50 million lines through files would take an hour and bring nothing else.
 */
final class BenchNode {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** Houses that come through the intake. */
    static final int TEMPLATES = Math.min(10, Sizes.NODE_HOUSES);

    private static final long SEED = 4711;

    private BenchNode() {}

    static Node open(Path folder) {
        return Node.open(NodeSettings.of(folder, System::getenv));
    }

    /** A copy of the node of the given size, so that each benchmark finds it as it was made. */
    static Path copyOfFilled(Path work) throws IOException {
        Path filled = filled(work);
        Path copy = work.resolve("node-copy");
        delete(copy);
        try (Stream<Path> found = Files.walk(filled)) {
            for (Path path : found.toList()) {
                Files.copy(path, copy.resolve(filled.relativize(path)));
            }
        }
        return copy;
    }

    /** The folder of the node of the given size, which is made on first use and kept. */
    static Path filled(Path work) throws IOException {
        Path folder = work.resolve("node-" + Sizes.NODE_LINES + "-" + Sizes.NODE_HOUSES);
        Path done = work.resolve(folder.getFileName() + ".done");
        if (!Files.exists(done)) {
            delete(folder);
            try (Node node = open(folder)) {
                fill(node, work.resolve("node-files"));
            }
            Files.createFile(done);
        }
        return folder;
    }

    /** A house that came through the intake. */
    private record Template(House house, SimulatedHouse simulated) {}

    private static void fill(Node node, Path files) throws IOException {
        long lines = Sizes.NODE_LINES * TEMPLATES / Sizes.NODE_HOUSES;
        List<Template> templates = new ArrayList<>();
        for (SimulatedHouse simulated : simulate(TEMPLATES, lines, SEED, files).houses()) {
            House house = addHouse(node, simulated, simulated.slug());
            load(node, house.id(), files, simulated.files());
            templates.add(new Template(house, simulated));
        }
        delete(files);
        for (int copy = TEMPLATES; copy < Sizes.NODE_HOUSES; copy++) {
            Template template = templates.get(copy % TEMPLATES);
            House house = addHouse(node, template.simulated, template.simulated.slug() + "-" + copy);
            HouseCopy.copy(node.warehouse(), template.house.id(), house.id());
        }
        for (House house : node.houses().all()) {
            node.gate().join(house.id(), Gate.COMPARISON, Actor.commandLine());
        }
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

    /** A house of no particular kind. */
    static House house(String slug) {
        return new House(
                new HouseId(1),
                slug,
                "Bench",
                Discipline.THEATRE,
                400,
                new PostalAddress("1 rue du Théâtre", "69001", "Lyon", "Auvergne-Rhône-Alpes", "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                true);
    }

    /** Imports files one by one, as a house does. */
    static List<RunReport> load(Node node, HouseId house, Path folder, List<SimulatedFile> files) throws IOException {
        List<RunReport> reports = new ArrayList<>();
        for (SimulatedFile file : files) {
            if (!file.kind().isImported()) {
                continue;
            }
            reports.add(load(node, house, folder.resolve(file.path())));
        }
        return reports;
    }

    static RunReport load(Node node, HouseId house, Path file) throws IOException {
        ArchivedFile archived;
        try (InputStream in = Files.newInputStream(file)) {
            archived = node.intake().receive(house, file.getFileName().toString(), in);
        }
        RunReport report = node.intake()
                .run(
                        new RunOrder(house, List.of(archived), Matching.NONE, false, null, "benchmark", null),
                        Progress.NONE);
        if (report.read() != report.taken() + report.unchanged() + report.quarantined() || report.run() == null) {
            throw new IllegalStateException(
                    "not every row is accounted for: " + file.getFileName() + " " + report.problems());
        }
        return report;
    }

    static void requirePerformances(Node node, House house, int wanted) {
        long held = node.catalogue().programme().count(house.id(), LocalDate.of(1900, 1, 1), LocalDate.of(2199, 1, 1));
        if (held != wanted) {
            throw new IllegalStateException("the node holds " + held + " performances, not " + wanted);
        }
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
