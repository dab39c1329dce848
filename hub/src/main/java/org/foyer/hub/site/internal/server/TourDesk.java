package org.foyer.hub.site.internal.server;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.foyer.hub.exchange.DataSpace;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrants.Done;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Requests for single shows and tours, here and, where this node is in a data space, on others. */
@Singleton
public class TourDesk {

    /** What is not found; every other refusal is a conflict. */
    private static final Map<String, Integer> STATUS =
            Map.of("tour-show-unknown", 404, "node-unknown", 404, "grant-message", 400);

    private final RunningNode running;
    private final DataSpaceDesk dataSpace;
    private final String address;
    private @Nullable Post post;
    private @Nullable Tours tours;

    @Inject
    public TourDesk(
            RunningNode running,
            DataSpaceDesk dataSpace,
            @ConfigProperty(name = "foyer.address") Optional<String> address) {
        this.running = running;
        this.dataSpace = dataSpace;
        this.address = address.orElse("").replaceFirst("/$", "");
    }

    /** The same for all, so that one look knows of nodes that are late in another. @throws org.foyer.hub.store.WarehouseBroken when the warehouse cannot be read */
    public Tours tours() {
        Node node = running.get();
        return made(node);
    }

    private synchronized Tours made(Node node) {
        Tours made = tours == null ? over(node, address, this::peers) : tours;
        tours = made;
        return made;
    }

    /** How identifiers of this node begin; empty when it has no address of its own. */
    public String base() {
        return address;
    }

    private synchronized Optional<Tours.Peers> peers() {
        Optional<DataSpaceNode> open = dataSpace.get();
        if (post == null && open.isPresent()) {
            post = post(running.get());
        }
        Post way = post;
        return way == null ? Optional.empty() : open.map(space -> peers(running.get(), space, way));
    }

    /** The way out to other nodes. */
    public static Post post(Node node) {
        return DataSpace.post(
                node.settings().fetching(),
                Outside.real(node.settings().fetchAllowed(), node.settings().clock()));
    }

    public static Tours.Peers peers(Node node, DataSpaceNode space, Post post) {
        return Tours.among(
                space.identity(), space.participants(), post, node.folder().keys());
    }

    /**
     * For a node that was opened otherwise.
     *
     * @param base address of the node, without a final slash; empty when it has none
     */
    public static Tours over(Node node, String base, Supplier<Optional<Tours.Peers>> peers) {
        return over(node, base, peers, Tours.PATIENCE);
    }

    /** @param patience how long a look at a tour waits for all other nodes together */
    public static Tours over(Node node, String base, Supplier<Optional<Tours.Peers>> peers, Duration patience) {
        return Tours.over(
                node.touring(),
                node.showFigures(),
                node.catalogue().linkedData(),
                node.catalogue().shows(),
                node.houses(),
                base,
                peers,
                patience);
    }

    /** As people are told. */
    public static Refused refused(GrantRefused why) {
        return new Refused(
                STATUS.getOrDefault(why.code(), 409),
                why.code(),
                why.arguments().toArray(String[]::new));
    }

    /** What was done, in the words of problems when another node refuses. */
    public static Done done(Supplier<Done> work) {
        try {
            return work.get();
        } catch (GrantRefused refused) {
            return Done.refused(List.of(new Fault("show", refused.code(), refused.arguments())));
        }
    }

    /** @throws Refused 404 {@code grant-unknown} */
    public static ShowGrant found(Optional<ShowGrant> grant, String number) {
        return grant.orElseThrow(() -> new Refused(404, "grant-unknown", number));
    }

    @PreDestroy
    synchronized void close() {
        if (post != null) {
            post.close();
        }
    }
}
