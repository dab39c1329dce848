package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Networks.Founding;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.NetworksDesk;
import org.jspecify.annotations.Nullable;

/** Networks of a house and what they decide, for its readers; its stewards act for it. */
@Path("/api/houses/{house}/networks")
@Produces(MediaType.APPLICATION_JSON)
public class NetworksResource {

    private final Access access;
    private final CurrentActor current;
    private final Networks networks;
    private final Figures figures;
    private final NetworksDesk abroad;

    @Inject
    public NetworksResource(
            Access access, CurrentActor current, Networks networks, Figures figures, NetworksDesk abroad) {
        this.access = access;
        this.current = current;
        this.networks = networks;
        this.figures = figures;
        this.abroad = abroad;
    }

    /**
     * Who is invited.
     *
     * @param house short name
     * @param college where the form has colleges
     * @param node participant whose node the house is of; null for this one
     */
    public record Invitation(
            @Nullable String house,
            @Nullable String college,
            @Nullable String node) {}

    /** @param choice {@code yes}, {@code no} or {@code abstain} */
    public record Voice(@Nullable String choice) {}

    /** @param why in the words of the house */
    public record Conflict(@Nullable String why) {}

    /** Networks that the house is in, and those that invited it. */
    @GET
    public List<Network> list(@PathParam("house") String slug) {
        return networks.of(access.house(slug, Role.READER).id());
    }

    /** Forms in which houses decide together. */
    @GET
    @Path("forms")
    public List<NetworkForm> forms(@PathParam("house") String slug) {
        access.house(slug, Role.READER);
        return networks.forms();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Done found(@PathParam("house") String slug, @Nullable Founding wish) {
        House house = access.house(slug, Role.STEWARD);
        return PoolingFaults.orRefuse(networks.found(house, sent(wish, "network"), current.get()));
    }

    @GET
    @Path("{network}")
    public Network network(@PathParam("house") String slug, @PathParam("network") String network) {
        return networks.network(access.house(slug, Role.READER).id(), network)
                .orElseThrow(() -> new Refused(404, "network-unknown", network));
    }

    /** Invites a house of this node, or of another. */
    @POST
    @Path("{network}/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Done invite(
            @PathParam("house") String slug, @PathParam("network") String network, @Nullable Invitation wish) {
        House house = access.house(slug, Role.STEWARD);
        Invitation sent = sent(wish, "invitation");
        return PoolingFaults.orRefuse(invite(house, network, sent));
    }

    /** The same for whoever checked the rights and tells the faults in their own way. */
    public Done invite(House house, String network, Invitation sent) {
        return sent.node() == null
                ? networks.invite(house, network, sent.house(), sent.college(), current.get())
                : abroad.invite(house, network, sent.node(), sent.house(), sent.college(), current.get());
    }

    /** Says yes to an invitation, which opens the vote about it. */
    @POST
    @Path("{network}/join")
    public Done join(@PathParam("house") String slug, @PathParam("network") String network) {
        House house = access.house(slug, Role.STEWARD);
        return PoolingFaults.orRefuse(networks.join(house, network, current.get()));
    }

    /** Leaves at once. */
    @POST
    @Path("{network}/leave")
    public Done leave(@PathParam("house") String slug, @PathParam("network") String network) {
        House house = access.house(slug, Role.STEWARD);
        return PoolingFaults.orRefuse(networks.leave(house, network, current.get()));
    }

    /** The newest first. */
    @GET
    @Path("{network}/proposals")
    public List<Proposal> proposals(@PathParam("house") String slug, @PathParam("network") String network) {
        return networks.proposals(access.house(slug, Role.READER).id(), network);
    }

    /** Opens a proposal; its {@code matter} says what it is about. */
    @POST
    @Path("{network}/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    public Done propose(
            @PathParam("house") String slug, @PathParam("network") String network, Networks.@Nullable Wish wish) {
        House house = access.house(slug, Role.STEWARD);
        return PoolingFaults.orRefuse(propose(house, network, sent(wish, "proposal")));
    }

    /** The same for whoever checked the rights and tells the faults in their own way. */
    public Done propose(House house, String network, Networks.Wish wish) {
        Optional<Fault> unknown = PoolingFaults.unknownDefinition(figures.dictionary(), wish);
        return unknown.isPresent()
                ? Done.refused(List.of(unknown.get()))
                : networks.propose(house, network, wish, current.get());
    }

    @GET
    @Path("{network}/proposals/{proposal}")
    public Proposal proposal(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal) {
        House house = access.house(slug, Role.READER);
        return find(house, network, proposal);
    }

    /** For whoever checked the rights. */
    public Proposal find(House house, String network, String proposal) {
        return networks.proposal(house.id(), network, number(proposal))
                .orElseThrow(() -> new Refused(404, "proposal-unknown", proposal));
    }

    /** Votes for the house; a second vote replaces the first, until the proposal ends. */
    @PUT
    @Path("{network}/proposals/{proposal}/vote")
    @Consumes(MediaType.APPLICATION_JSON)
    public Done vote(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal,
            @Nullable Voice voice) {
        House house = access.house(slug, Role.STEWARD);
        Choice choice = Choice.of(sent(voice, "choice").choice()).orElse(null);
        return PoolingFaults.orRefuse(networks.vote(house, network, number(proposal), choice, current.get()));
    }

    /** Declares a conflict of interest: the seat of the house is not counted. */
    @POST
    @Path("{network}/proposals/{proposal}/conflict")
    @Consumes(MediaType.APPLICATION_JSON)
    public Done conflict(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal,
            @Nullable Conflict conflict) {
        House house = access.house(slug, Role.STEWARD);
        String why = sent(conflict, "why").why();
        return PoolingFaults.orRefuse(networks.declareConflict(house, network, number(proposal), why, current.get()));
    }

    /** Takes a proposal back that the house opened. */
    @POST
    @Path("{network}/proposals/{proposal}/withdraw")
    public Done withdraw(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal) {
        House house = access.house(slug, Role.STEWARD);
        return PoolingFaults.orRefuse(networks.withdraw(house, network, number(proposal), current.get()));
    }

    /** Ends a proposal on which every counted seat has voted. */
    @POST
    @Path("{network}/proposals/{proposal}/close")
    public Done close(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal) {
        House house = access.house(slug, Role.STEWARD);
        return PoolingFaults.orRefuse(networks.close(house, network, number(proposal), current.get()));
    }

    /** −1, which nothing has, for what is no number. */
    public static long number(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
    }

    private static <T> T sent(@Nullable T body, String what) {
        if (body == null) {
            throw Parameters.unreadable(what, "");
        }
        return body;
    }
}
