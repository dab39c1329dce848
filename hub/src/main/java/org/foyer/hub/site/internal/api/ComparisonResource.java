package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.foyer.hub.exchange.PooledComparisons;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.Comparisons;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.PeerGroup;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.NodesDesk;
import org.foyer.hub.site.internal.server.ReachDesk;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** A house beside its peers, for its readers; what it takes part in, for its stewards. */
@Path("/api/houses/{house}")
@Produces(MediaType.APPLICATION_JSON)
public class ComparisonResource {

    private final Access access;
    private final CurrentActor current;
    private final Comparisons comparisons;
    private final Figures figures;
    private final Gate gate;
    private final RunningNode node;
    private final NodesDesk nodes;
    private final ReachDesk reach;

    @Inject
    public ComparisonResource(
            Access access,
            CurrentActor current,
            Comparisons comparisons,
            Figures figures,
            Gate gate,
            RunningNode node,
            NodesDesk nodes,
            ReachDesk reach) {
        this.access = access;
        this.current = current;
        this.comparisons = comparisons;
        this.figures = figures;
        this.gate = gate;
        this.node = node;
        this.nodes = nodes;
        this.reach = reach;
    }

    /** Whether a house takes part in a purpose. */
    public record Participation(String purpose, boolean takesPart) {}

    /** The peer groups this house may choose from. */
    @GET
    @Path("comparison/groups")
    public List<PeerGroup> groups(@PathParam("house") String slug) {
        return comparisons.groups(access.house(slug, Role.READER).id());
    }

    /**
     * The comparison.
     *
     * @param group {@code all}, {@code discipline}, {@code size} or {@code region}; all when left out
     */
    @GET
    @Path("comparison")
    public Comparison compare(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("group") @Nullable String group) {
        House house = access.house(slug, Role.READER);
        Season asked =
                Parameters.season(season, house, figures, node.get().settings().clock());
        PeerGroup peers = PeerGroups.named(group, comparisons.groups(house.id()))
                .orElseThrow(() -> Parameters.unreadable("group", group == null ? "" : group));
        return comparisons.compare(current.get(), house.id(), asked, peers);
    }

    /** The last answer of other nodes, of whatever month, with when it was asked for; asks nobody. */
    @GET
    @Path("comparison/nodes/kept")
    public PooledComparisons.Kept kept(@PathParam("house") String slug, @QueryParam("season") @Nullable String season) {
        House house = access.house(slug, Role.READER);
        Season asked =
                Parameters.season(season, house, figures, node.get().settings().clock());
        return nodes.kept(house, asked).orElseThrow(() -> new Refused(404, "pooled-not-asked"));
    }

    /**
     * The house beside those of other nodes; as known at the end of the month before. What is known of the month is told at once, else it
     * takes some seconds.
     */
    @GET
    @Path("comparison/nodes")
    public Comparison nodes(@PathParam("house") String slug, @QueryParam("season") @Nullable String season) {
        House house = access.house(slug, Role.READER);
        Season asked =
                Parameters.season(season, house, figures, node.get().settings().clock());
        return nodes.compare(current.get(), house, asked);
    }

    /** What the house takes part in. */
    @GET
    @Path("participation")
    public List<Participation> participation(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        return LeavingResource.PURPOSES.stream()
                .map(purpose -> new Participation(purpose, gate.takesPart(house.id(), purpose)))
                .toList();
    }

    /** Joins. */
    @PUT
    @Path("participation/{purpose}")
    public void join(@PathParam("house") String slug, @PathParam("purpose") String purpose) {
        House house = access.house(slug, Role.STEWARD);
        gate.join(house.id(), known(purpose), current.get());
    }

    /** Leaves. */
    @DELETE
    @Path("participation/{purpose}")
    public void leave(@PathParam("house") String slug, @PathParam("purpose") String purpose) {
        House house = access.house(slug, Role.STEWARD);
        gate.leave(house.id(), known(purpose), current.get());
        reach.left(purpose);
    }

    private static String known(String purpose) {
        if (!LeavingResource.PURPOSES.contains(purpose)) {
            throw new Refused(404, "purpose-unknown", purpose);
        }
        return purpose;
    }
}
