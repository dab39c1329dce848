package org.foyer.hub.site.internal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.OwnThread;
import org.foyer.hub.site.internal.server.Server;
import org.foyer.hub.store.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the node. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the node: pages, API and feeds, until it is stopped.")
final class ServeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (default: this machine).")
    String host = "127.0.0.1";

    @Option(names = "--port", defaultValue = "8080", description = "Port (default: 8080; 0 for any free one).")
    int port;

    @Option(names = "--rehearse", hidden = true, description = "Starts, answers a few requests and stops.")
    boolean rehearse;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        NodeSettings settings = data.settings();
        if (DemoMark.keepsAwayFrom(data.folder, host)) {
            throw new Refused(403, "demo-elsewhere");
        }
        DataFolder folder = DataFolder.hold(settings.data());
        CompletableFuture<Node> opening =
                CompletableFuture.supplyAsync(() -> Node.open(folder, settings), new OwnThread("opening-node"));
        return Server.run(
                opening,
                new Server.Order(settings.uploads(), host, port, rehearse, (node, address) -> welcome(node, address)));
    }

    private void welcome(Node node, String address) {
        console.tell("serving", List.of(address));
        if (node.broken().isPresent()) {
            console.tell("warehouse-broken", List.of());
        }
        FirstAccount.link(node, address).ifPresent(link -> console.tell("first-account", List.of(link)));
    }
}
