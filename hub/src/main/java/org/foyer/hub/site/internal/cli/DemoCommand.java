package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.OwnThread;
import org.foyer.hub.site.internal.server.Server;
import org.foyer.hub.store.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills a data folder with the demonstration network and serves it, on this machine only. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a data folder with a simulated network of houses, through the real import, and serves it.",
            "Two smaller nodes with houses of their own start beside it, so that nodes can be seen working together.",
            "A folder that already holds the demonstration is only served. It always listens on this machine alone."
        })
final class DemoCommand implements Callable<Integer> {

    /** The accounts of the demonstration have a password that is printed, so nobody else may reach it. */
    private static final String LOOPBACK = "127.0.0.1";

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--port", defaultValue = "8080", description = "Port (default: 8080; 0 for any free one).")
    int port;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "980000",
            description = "About how many sale lines are simulated (default: ${DEFAULT-VALUE}).")
    long lines = SimulationPlan.DEMONSTRATION_LINES;

    @Option(names = "--fill-only", description = "Fills the folder and does not serve it.")
    boolean fillOnly;

    @Option(names = "--alone", description = "Starts this node alone, without the two others beside it.")
    boolean alone;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DemoPorts ports = DemoPorts.from(port, DemoNeighbours.NODES);
        DataFolder folder = DataFolder.hold(data.folder);
        Node node = Node.open(folder, data.settings().allowing(ports.allowed()));
        DemoMark mark = DemoMark.in(data.folder);
        if (!mark.exists() && !node.houses().all().isEmpty()) {
            node.close();
            throw new Refused(409, "folder-in-use", data.folder.toString());
        }
        if (fillOnly) {
            try (node) {
                fill(node, mark, ports.address(0));
                return ExitCode.OK;
            }
        }
        // how the others find this node, unless somebody said it
        if (System.getenv("FOYER_ADDRESS") == null) {
            System.setProperty("foyer.address", ports.address(0));
        }
        // the framework starts while the folder is filled; whoever asks meanwhile waits
        CompletableFuture<Node> filled =
                CompletableFuture.supplyAsync(() -> fill(node, mark, ports.address(0)), new OwnThread("filling"));
        return Server.run(
                filled,
                new Server.Order(
                        node.settings().uploads(),
                        LOOPBACK,
                        ports.port(0),
                        false,
                        (open, address) -> welcome(open, address, mark, ports)));
    }

    private Node fill(Node node, DemoMark mark, String address) {
        if (mark.done()) {
            return node;
        }
        try {
            mark.begin();
            new DemoNetwork(node, console, address, lines).fill(mark.password());
            mark.end();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome(Node node, String address, DemoMark mark, DemoPorts ports) {
        console.tell("serving", List.of(address));
        console.tell("demo-accounts", List.of(String.join(", ", DemoNetwork.logins(node)), mark.password()));
        // else whoever opens the observatory first waits for its tables
        CompletableFuture.runAsync(node.observatory()::publishDue, new OwnThread("observatory"));
        if (!alone) {
            new DemoNeighbours(console, data.folder, ports, lines).begin(node, mark.password());
        }
    }
}
