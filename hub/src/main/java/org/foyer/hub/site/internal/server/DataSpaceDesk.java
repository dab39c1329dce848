package org.foyer.hub.site.internal.server;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.NodeKeyMissing;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.linking.Overlap;
import org.foyer.hub.linking.Sketching;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/**
 * This node in a data space, opened when it is first needed. Without the setting {@code foyer.address} others could not answer, so
 * there is none.
 */
@Singleton
public class DataSpaceDesk {

    private static final Logger LOG = Logger.getLogger(DataSpaceDesk.class.getName());

    private final RunningNode running;
    private final Optional<String> address;
    private final int keptDays;
    private final boolean serves;
    private @Nullable DataSpaceNode opened;
    private @Nullable NodeKeyMissing gone;

    @Inject
    public DataSpaceDesk(
            RunningNode running,
            @ConfigProperty(name = "foyer.address") Optional<String> address,
            @ConfigProperty(name = "foyer.data-space.kept-days", defaultValue = "400") int keptDays,
            @ConfigProperty(name = "foyer.overlap.serves", defaultValue = "false") boolean serves) {
        this.running = running;
        this.serves = serves;
        this.keptDays = Math.max(1, keptDays);
        this.address = address.filter(text -> !text.isBlank());
    }

    /** Whoever has no address takes no part, and whoever lost its key none until it is put back. */
    public synchronized Optional<DataSpaceNode> get() {
        if (opened == null && address.isPresent()) {
            open(address.get());
        }
        return Optional.ofNullable(opened);
    }

    private void open(String at) {
        try {
            DataSpaceNode node = over(running.get(), at, Pace.DEFAULT.keeping(Duration.ofDays(keptDays)), serves);
            node.space().begin().run();
            node.reach().begin();
            opened = node;
            gone = null;
        } catch (NodeKeyMissing missing) {
            if (gone == null) {
                LOG.severe("The key of this node (" + missing.name()
                        + ") is not in keys/dataspace.key: it speaks with no other"
                        + " node until the key is put back from its copy. See docs/operate.md, Keys that are lost.");
            }
            gone = missing;
        }
    }

    /** Why there is no data space, in the words of the catalogue. @param status where it is only that nobody takes part */
    public synchronized Refused closed(int status) {
        return gone == null
                ? new Refused(status, "data-space-closed")
                : new Refused(503, NodeKeyMissing.CODE, gone.name());
    }

    /**
     * Opens it without sending anything. Nobody but houses of this node is counted for by it.
     *
     * @param address of the node
     */
    public static DataSpaceNode over(Node node, String address) {
        return over(node, address, Pace.DEFAULT, true);
    }

    private static DataSpaceNode over(Node node, String address, Pace pace, boolean serves) {
        return DataSpaceNode.over(
                node.register(),
                node.folder().keys(),
                node.houses(),
                () -> node.catalogue().dumps(),
                () -> node.catalogue().licences(),
                node::products,
                node.pooledGate(),
                node::pooledFigures,
                OverlapDesk.gate(node),
                new BlindedSides(() -> new Overlap(
                        node.warehouse(), node.register(), node.settings().clock(), node.gate()::takesPart)),
                ReachDesk.gate(node),
                new SketchingSides(() -> new Sketching(
                        node::warehouse, node.register(), node.settings().clock(), node.gate()::takesPart)),
                serves,
                node.audit(),
                node.settings().fetching(),
                node.settings().fetchAllowed(),
                address.replaceFirst("/$", ""),
                pace,
                node.settings().clock());
    }

    /** Answers to others only while a house shares something or somebody was named: else it is as if there were nothing here. */
    public Optional<DataSpaceNode> open() {
        return get().filter(node ->
                !node.participants().all().isEmpty() || !node.shares().all().isEmpty());
    }

    @PreDestroy
    synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
