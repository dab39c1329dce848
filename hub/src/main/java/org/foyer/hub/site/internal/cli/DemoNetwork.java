package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.simulation.SimulatedNetwork;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.simulation.Simulator;
import org.foyer.hub.site.Node;
import org.foyer.hub.store.FolderTree;

/**
 * Fills a node with simulated houses and a real archive, through the doors that everyone uses. May be stopped and begun
 * again: what is there stays, and the same file twice changes nothing.
 */
final class DemoNetwork {

    static final String OPERATOR = "operator";
    static final String OBSERVER = "observer";

    private static final String TITLE = "Foyer";
    private static final String READER = "reader";
    private static final String EDITOR = "editor";

    /** Programmes of the New York Philharmonic, CC0, with the notice beside the data. */
    private static final List<String> ARCHIVE = List.of(
            "1842-43_TO_1910-11.json", "1963-64_TO_1973-74.json", "2004-05_TO_2010-11.json", "2024-25_TO_NOW.json");

    private final Node node;
    private final Console console;
    private final String address;
    private final long lines;

    /**
     * @param address of the node, without a final slash
     * @param lines about how many sale lines are simulated
     */
    DemoNetwork(Node node, Console console, String address, long lines) {
        this.node = node;
        this.console = console;
        this.address = address;
        this.lines = lines;
    }

    /** The logins of the demonstration: one steward for each house, a reader and an editor of the first, the operator, a funder. */
    static List<String> logins(Node node) {
        return node.accounts().all().stream().map(Accounts.Account::login).toList();
    }

    /** Simulates the network and imports its first houses, the archive beside. */
    void fill(String password) throws IOException {
        Path files = Files.createTempDirectory("foyer-demo-");
        try {
            SimulatedNetwork network = simulate(files);
            DemoHouses houses = new DemoHouses(node, files.resolve("network"), password);
            List<House> filled;
            try (ProgressBar bar = console.progress(TITLE)) {
                filled = houses.fill(
                        network.houses(),
                        new FilesDone(bar, network.houses()),
                        all -> List.of(() -> importArchive(houses), () -> meet(all)));
            }
            new DemoProgramme(node).fill(filled);
            new DemoTours(node).fill(filled);
            houses.member(READER, filled.get(0), Role.READER);
            houses.member(EDITOR, filled.get(0), Role.EDITOR);
            houses.operator(OPERATOR);
            houses.observer(OBSERVER, "Région (simulée)");
        } finally {
            FolderTree.delete(files);
        }
    }

    /** What houses ask and agree needs none of their files. */
    private Void meet(List<House> houses) {
        new DemoSharing(node, address).fill(houses);
        new DemoPooling(node, address).fill(houses);
        new DemoSurvey(node).fill(houses);
        return null;
    }

    private SimulatedNetwork simulate(Path files) {
        LocalDate today = LocalDate.now(node.settings().clock().withZone(ZoneId.of("Europe/Paris")));
        try (ProgressBar bar = console.progress("simulate")) {
            return Simulator.simulate(
                    SimulationPlan.demonstration(lines, today, files.resolve("network")), bar::written);
        }
    }

    private Void importArchive(DemoHouses houses) throws IOException {
        House house = houses.house(new House(
                DemoHouses.NOT_YET,
                "new-york-philharmonic",
                "New York Philharmonic",
                Discipline.MUSIC,
                2200,
                new PostalAddress("10 Lincoln Center Plaza", "10023", "New York", "NY", "US"),
                "https://nyphil.org",
                ZoneId.of("America/New_York"),
                Currency.getInstance("USD"),
                false));
        for (String name : ARCHIVE) {
            try (InputStream packed = DemoNetwork.class.getResourceAsStream("/data/nyphil/" + name + ".gz")) {
                if (packed == null) {
                    throw new IllegalStateException("missing in the jar: " + name);
                }
                houses.importInOneRun(
                        house, List.of(node.intake().receive(house.id(), name, new GZIPInputStream(packed))));
            }
        }
        houses.member(house.slug(), house, Role.STEWARD);
        return null;
    }
}
