package org.foyer.hub.site.internal.cli;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.NetworksBetweenNodes;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulatedNetwork;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.NetworksDesk;
import org.foyer.hub.site.internal.server.OwnThread;
import org.foyer.hub.site.internal.server.Server;
import org.foyer.hub.site.internal.server.TourDesk;
import org.foyer.hub.store.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * One of the other nodes of the demonstration, started by the first. On its input it is told the password, where the simulated files
 * are, and the others; on its output it tells its name and key. It ends with its input, so that none outlives the first node.
 */
@Command(name = "demo-neighbour", hidden = true, description = "Another node of the demonstration.")
final class DemoNeighbourCommand implements Callable<Integer> {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int PARTS = 4;

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--port", required = true)
    int port;

    @Parameters
    DemoNeighbour which = DemoNeighbour.TERRASSES;

    DemoNeighbourCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String password = console.line();
        String files = console.line();
        if (password == null || files == null) {
            return ExitCode.REFUSED;
        }
        Node node = Node.open(DataFolder.hold(data.folder), data.settings());
        CompletableFuture<Node> filled =
                CompletableFuture.supplyAsync(() -> fill(node, password, Path.of(files)), new OwnThread("filling"));
        return Server.run(
                filled,
                new Server.Order(
                        node.settings().uploads(), LOOPBACK, port, false, (open, address) -> meet(open, address)));
    }

    private Node fill(Node node, String password, Path files) {
        DemoMark mark = DemoMark.of(data.folder, password);
        if (mark.done()) {
            return node;
        }
        try {
            mark.begin();
            List<SimulatedHouse> mine = which.of(SimulatedNetwork.read(files));
            DemoHouses houses = new DemoHouses(node, files, password);
            try (ProgressBar bar = console.progress(which.title())) {
                houses.fill(mine, new FilesDone(bar, mine), all -> List.of());
            }
            houses.operator(DemoNetwork.OPERATOR);
            mark.end();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells who it is and listens for who the others are, until there is nobody who tells. */
    private void meet(Node node, String address) {
        DataSpaceNode space = DataSpaceDesk.over(node, address);
        List<House> houses =
                node.houses().all().stream().filter(House::simulated).toList();
        new DemoSharing(node, address).fill(houses);
        console.data(String.join(
                "\t",
                space.self(),
                space.publicKey(),
                houses.stream().map(House::slug).collect(Collectors.joining(","))));
        Thread agreeing = new Thread(() -> agree(node, space, address, houses), "demonstration-agreements");
        agreeing.setDaemon(true);
        agreeing.start();
        Thread listening = new Thread(() -> listen(space), "demonstration");
        listening.setDaemon(true);
        listening.start();
    }

    /** Its houses say yes and sign, as soon as the first node asks them to. */
    private static void agree(Node node, DataSpaceNode space, String address, List<House> houses) {
        try (Post post = TourDesk.post(node);
                NetworksBetweenNodes networks = NetworksDesk.over(node, space, post, address)) {
            DemoLinks links = new DemoLinks(node, networks, address);
            for (int round = 0; round < DemoLinks.FOLLOWS_MAX && !links.follows(houses); round++) {
                Thread.sleep(DemoLinks.ROUND);
            }
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(DataSpaceNode space) {
        try (space) {
            String line = next();
            while (line != null) {
                String[] parts = line.split("\t", PARTS);
                space.participants().add(parts[0], parts[1], parts[2], parts[3], Actor.commandLine());
                line = next();
            }
        } finally {
            Quarkus.asyncExit();
        }
    }

    private @Nullable String next() {
        try {
            return console.line();
        } catch (IOException gone) {
            return null;
        }
    }
}
