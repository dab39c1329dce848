package org.foyer.hub.site.internal.server;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.Pace;
import org.foyer.hub.linking.Overlap;
import org.foyer.hub.linking.Sketching;
import org.foyer.hub.site.Node;
import org.jspecify.annotations.Nullable;

/**
 * This node in a data space, opened when it is first needed. Without the setting {@code foyer.address} others could not answer, so
 * there is none.
 */
@Singleton
public class DataSpaceDesk {

    private final RunningNode running;
    private final Optional<String> address;
    private final int keptDays;
    private final boolean serves;
    private @Nullable DataSpaceNode opened;

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

    /** Whoever has no address takes no part. */
    public synchronized Optional<DataSpaceNode> get() {
        if (opened == null && address.isPresent()) {
            opened = over(running.get(), address.get(), Pace.DEFAULT.keeping(Duration.ofDays(keptDays)), serves);
            opened.space().begin().run();
            opened.reach().begin();
        }
        return Optional.ofNullable(opened);
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
