package org.foyer.hub.site.internal.server;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.jspecify.annotations.Nullable;

/**
 * The node that this server answers for.
 *
 * <p>The command {@code serve} begins to open it while the framework starts, since unpacking the warehouse's engine
 * takes as long as the framework itself. Without the command (tests) it is opened here, in the folder of the setting
 * {@code foyer.data}.
 */
@Singleton
public class RunningNode {

    private static @Nullable CompletableFuture<Node> given;

    private final CompletableFuture<Node> opening;

    public RunningNode() {
        opening = given == null ? CompletableFuture.completedFuture(openConfigured()) : given;
    }

    /** Gives the node before the framework starts. */
    public static void give(CompletableFuture<Node> node) {
        given = node;
    }

    private static Node openConfigured() {
        String data = ConfigProvider.getConfig().getValue("foyer.data", String.class);
        return Node.open(NodeSettings.of(Path.of(data), System::getenv));
    }

    /** Waits until it is open. */
    public Node get() {
        return opening.join();
    }

    @PreDestroy
    void close() {
        opening.thenAccept(Node::close);
    }
}
