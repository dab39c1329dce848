package org.foyer.hub.site.internal.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.foyer.hub.site.Node;
import org.jspecify.annotations.Nullable;

/** Runs the web framework until it is told to stop. */
public class Server implements QuarkusApplication {

    private static final int FAILED = 3;
    private static final List<String> REHEARSED =
            List.of("/", "/login", "/api/indicators", "/api/session", "/api/openapi", "/q/health/ready", "/q/metrics");

    private static @Nullable Order order;

    private final RunningNode running;
    private final DataSpaceDesk dataSpace;
    private final NetworksDesk networks;

    @Inject
    public Server(RunningNode running, DataSpaceDesk dataSpace, NetworksDesk networks) {
        this.running = running;
        this.dataSpace = dataSpace;
        this.networks = networks;
    }

    /**
     * How to serve.
     *
     * @param uploads folder for uploads under way, on the disk of the data
     * @param port 0 for any free one
     * @param rehearse to answer a few requests and stop, so that a class archive can be made
     * @param ready hears the node and its address once it answers
     */
    public record Order(Path uploads, String host, int port, boolean rehearse, BiConsumer<Node, String> ready) {}

    /**
     * Serves until stopped.
     *
     * @param opening the node, which may still be opening
     * @param opening the node, which is awaited before anything is answered
     * @return exit code of the process
     * @throws RuntimeException what kept the node from opening
     */
    public static int run(CompletableFuture<Node> opening, Order given) {
        order = given;
        RunningNode.give(opening);
        System.setProperty("quarkus.http.host", given.host());
        System.setProperty("quarkus.http.port", Integer.toString(given.port()));
        System.setProperty(
                "quarkus.http.body.uploads-directory", given.uploads().toString());
        AtomicInteger exit = new AtomicInteger();
        Quarkus.run(Server.class, (code, failure) -> exit.set(failure == null ? code : FAILED));
        try {
            opening.getNow(null);
        } catch (CompletionException unopened) {
            throw unopened.getCause() instanceof RuntimeException cause ? cause : unopened;
        }
        return exit.get();
    }

    @Override
    public int run(String... arguments) throws IOException, InterruptedException {
        Order given = order;
        if (given == null) {
            throw new IllegalStateException("started without an order");
        }
        Node node;
        try {
            node = running.get();
        } catch (CompletionException unopened) {
            return FAILED; // told by whoever asked for it
        }
        Path data = node.folder().root();
        String address = address(given.host());
        NodeAddress.write(data, address);
        try {
            given.ready().accept(node, address);
            if (given.rehearse()) {
                rehearse(address);
            } else {
                serve(node, dataSpace, networks);
            }
        } finally {
            NodeAddress.remove(data);
        }
        return 0;
    }

    private static void serve(Node node, DataSpaceDesk dataSpace, NetworksDesk networks) {
        node.wake();
        dataSpace.get(); // what was under way goes on
        networks.get();
        try (NightlyTidy nights = NightlyTidy.begin(node)) {
            Quarkus.waitForExit();
        }
    }

    private static String address(String host) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        boolean everywhere = "0.0.0.0".equals(host) || "::".equals(host);
        return "http://" + (everywhere ? "127.0.0.1" : host) + ":" + port;
    }

    private static void rehearse(String address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : REHEARSED) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Accept", "text/html, application/json")
                    .build();
            client.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }
}
