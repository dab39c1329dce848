package org.foyer.hub.site.internal.server;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.NetworkRefused;
import org.foyer.hub.exchange.NetworksBetweenNodes;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.NetworksAbroad;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Networks over several nodes, where this node is in a data space; opened when it is first needed. */
@Singleton
public class NetworksDesk {

    private final RunningNode running;
    private final DataSpaceDesk dataSpace;
    private final String address;
    private @Nullable Post post;
    private @Nullable NetworksBetweenNodes opened;

    @Inject
    public NetworksDesk(
            RunningNode running,
            DataSpaceDesk dataSpace,
            @ConfigProperty(name = "foyer.address") Optional<String> address) {
        this.running = running;
        this.dataSpace = dataSpace;
        this.address = address.orElse("").replaceFirst("/$", "");
    }

    /** Empty for a node without an address of its own. */
    public synchronized Optional<NetworksBetweenNodes> get() {
        Optional<DataSpaceNode> space = dataSpace.get();
        if (opened == null && space.isPresent()) {
            Node node = running.get();
            Post way = TourDesk.post(node);
            NetworksBetweenNodes networks = over(node, space.get(), way, address);
            networks.begin();
            post = way;
            opened = networks;
        }
        return Optional.ofNullable(opened);
    }

    /**
     * For a node that was opened otherwise; it carries nothing by itself.
     *
     * @param base address of the node, without a final slash
     */
    public static NetworksBetweenNodes over(Node node, DataSpaceNode space, Post post, String base) {
        return NetworksBetweenNodes.over(
                space.identity(),
                space.participants(),
                post,
                node.folder().keys(),
                node.pooling(),
                node.houses(),
                base);
    }

    /** Does something for a house, and tells the other node as soon as it answers. */
    public List<Fault> act(Function<NetworksBetweenNodes, List<Fault>> act) {
        NetworksBetweenNodes networks = get().orElseThrow(() -> dataSpace.closed(409));
        List<Fault> faults = act.apply(networks);
        if (faults.isEmpty()) {
            networks.soon();
        }
        return faults;
    }

    /** Invites a house of another node. */
    public Done invite(
            House by,
            String network,
            @Nullable String node,
            @Nullable String house,
            @Nullable String college,
            Actor actor) {
        NetworksBetweenNodes networks = get().orElseThrow(() -> dataSpace.closed(409));
        Done done = networks.invite(by, network, node, house, college, actor);
        if (done.faults().isEmpty()) {
            networks.soon();
        }
        return done;
    }

    private NetworksAbroad abroad() {
        return running.get().pooling().abroad();
    }

    /** As their homes say now, where these answer within a second. */
    public List<NetworkAbroad> of(House house) {
        get().ifPresent(NetworksBetweenNodes::freshen);
        return abroad().of(house.id());
    }

    /**
     * As its home says now, where it answers within a second.
     *
     * @throws Refused 404 {@code network-unknown}
     */
    public NetworkAbroad find(House house, String uid) {
        get().ifPresent(NetworksBetweenNodes::freshen);
        return abroad().find(house.id(), uid).orElseThrow(() -> new Refused(404, "network-unknown", uid));
    }

    /** How people call a node; as it is called among nodes when this one does not know it. */
    public String name(String node) {
        return dataSpace
                .get()
                .flatMap(space -> space.identity().find(node))
                .map(Participant::name)
                .orElse(node);
    }

    /** Whether this is how this node is called among nodes. */
    public boolean isThis(String node) {
        return dataSpace
                .get()
                .filter(space -> space.identity().self().equals(node))
                .isPresent();
    }

    /** Nodes whose houses can be invited, by name. */
    public List<Participant> known() {
        return dataSpace.get().map(DataSpaceNode::known).orElse(List.of());
    }

    /** As another node is told. */
    public static Refused refused(NetworkRefused why) {
        return new Refused(why.code().equals("network-message") ? 400 : 409, why.code());
    }

    @PreDestroy
    synchronized void close() {
        if (opened != null) {
            opened.close();
        }
        if (post != null) {
            post.close();
        }
    }
}
