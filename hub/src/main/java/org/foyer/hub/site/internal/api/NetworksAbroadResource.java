package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.NetworksDesk;
import org.jspecify.annotations.Nullable;

/** Networks of other nodes that invited a house: its readers see them, its stewards act for it. */
@Path("/api/houses/{house}/networks-abroad")
@Produces(MediaType.APPLICATION_JSON)
public class NetworksAbroadResource {

    private final Access access;
    private final CurrentActor current;
    private final NetworksDesk desk;
    private final Figures figures;

    @Inject
    public NetworksAbroadResource(Access access, CurrentActor current, NetworksDesk desk, Figures figures) {
        this.access = access;
        this.current = current;
        this.desk = desk;
        this.figures = figures;
    }

    /** @param accepts whether the house comes in */
    public record Answer(@Nullable Boolean accepts) {}

    /** The newest first, as their homes last told. */
    @GET
    public List<NetworkAbroad> list(@PathParam("house") String slug) {
        return desk.of(access.house(slug, Role.READER));
    }

    @GET
    @Path("{network}")
    public NetworkAbroad network(@PathParam("house") String slug, @PathParam("network") String network) {
        return desk.find(access.house(slug, Role.READER), network);
    }

    /** Says yes or no to the invitation. */
    @POST
    @Path("{network}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public NetworkAbroad answer(
            @PathParam("house") String slug, @PathParam("network") String network, @Nullable Answer answer) {
        House house = access.house(slug, Role.STEWARD);
        Boolean accepts = answer == null ? null : answer.accepts();
        if (accepts == null) {
            throw Parameters.unreadable("accepts", "");
        }
        PoolingFaults.refuse(desk.act(networks -> networks.answer(house, network, accepts, current.get())));
        return desk.find(house, network);
    }

    /** Leaves at once, whether the home answers or not. */
    @POST
    @Path("{network}/leave")
    public NetworkAbroad leave(@PathParam("house") String slug, @PathParam("network") String network) {
        House house = access.house(slug, Role.STEWARD);
        PoolingFaults.refuse(desk.act(networks -> networks.leave(house, network, current.get())));
        return desk.find(house, network);
    }

    /** Votes for the house, signed with its key; a second vote replaces the first, until the proposal ends. */
    @PUT
    @Path("{network}/proposals/{proposal}/vote")
    @Consumes(MediaType.APPLICATION_JSON)
    public NetworkAbroad vote(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal,
            NetworksResource.@Nullable Voice voice) {
        House house = access.house(slug, Role.STEWARD);
        long number = NetworksResource.number(proposal);
        Choice choice = Choice.of(voice == null ? null : voice.choice()).orElse(null);
        PoolingFaults.refuse(desk.act(networks -> networks.vote(house, network, number, choice, current.get())));
        return desk.find(house, network);
    }

    /** Declares a conflict of interest: the seat of the house is not counted. */
    @POST
    @Path("{network}/proposals/{proposal}/conflict")
    @Consumes(MediaType.APPLICATION_JSON)
    public NetworkAbroad conflict(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal,
            NetworksResource.@Nullable Conflict conflict) {
        House house = access.house(slug, Role.STEWARD);
        long number = NetworksResource.number(proposal);
        String why = conflict == null ? null : conflict.why();
        PoolingFaults.refuse(
                desk.act(networks -> networks.declareConflict(house, network, number, why, current.get())));
        return desk.find(house, network);
    }

    /** Takes a proposal back that the house opened. */
    @POST
    @Path("{network}/proposals/{proposal}/withdraw")
    public NetworkAbroad takeBack(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("proposal") String proposal) {
        House house = access.house(slug, Role.STEWARD);
        long number = NetworksResource.number(proposal);
        PoolingFaults.refuse(desk.act(networks -> networks.takeBack(house, network, number, current.get())));
        return desk.find(house, network);
    }

    /** Proposes something, signed with the key of the house; its home opens it, or says why not. */
    @POST
    @Path("{network}/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    public NetworkAbroad propose(
            @PathParam("house") String slug, @PathParam("network") String network, Networks.@Nullable Wish wish) {
        House house = access.house(slug, Role.STEWARD);
        if (wish == null) {
            throw Parameters.unreadable("proposal", "");
        }
        PoolingFaults.refuse(proposed(house, network, wish));
        return desk.find(house, network);
    }

    /** The same for whoever checked the rights and tells the faults in their own way. */
    public List<Fault> proposed(House house, String network, Networks.Wish wish) {
        return PoolingFaults.unknownDefinition(figures.dictionary(), wish)
                .map(List::of)
                .orElseGet(() -> desk.act(networks -> networks.propose(house, network, wish, current.get())));
    }

    /** The policy that machines enforce, as it is signed. */
    @GET
    @Path("{network}/agreements/{policy}/policy")
    @Produces("application/ld+json")
    public Response policy(
            @PathParam("house") String slug, @PathParam("network") String network, @PathParam("policy") String policy) {
        Agreement found = desk.find(access.house(slug, Role.READER), network)
                .agreement(policy)
                .orElseThrow(() -> new Refused(404, "agreement-unknown", policy));
        return Response.ok(found.versions().get(0).policy())
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Signs a version for the house, with its key. */
    @PUT
    @Path("{network}/agreements/{policy}/signature")
    @Consumes(MediaType.APPLICATION_JSON)
    public NetworkAbroad sign(
            @PathParam("house") String slug,
            @PathParam("network") String network,
            @PathParam("policy") String policy,
            AgreementsResource.@Nullable Signature signature) {
        House house = access.house(slug, Role.STEWARD);
        String hash = signature == null ? null : signature.hash();
        PoolingFaults.refuse(desk.act(networks -> networks.sign(house, network, policy, hash, current.get())));
        return desk.find(house, network);
    }

    /** Withdraws the house, with effect at once. */
    @DELETE
    @Path("{network}/agreements/{policy}/signature")
    public NetworkAbroad withdraw(
            @PathParam("house") String slug, @PathParam("network") String network, @PathParam("policy") String policy) {
        House house = access.house(slug, Role.STEWARD);
        PoolingFaults.refuse(desk.act(networks -> networks.withdraw(house, network, policy, current.get())));
        return desk.find(house, network);
    }
}
