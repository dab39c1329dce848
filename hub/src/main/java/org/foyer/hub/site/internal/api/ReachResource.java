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
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.ReachDesk;
import org.jspecify.annotations.Nullable;

/** Buyers whom a house shares with many others on many nodes, counted by three nodes that it names. */
@Path("/api/houses/{house}/overlap/network")
@Produces(MediaType.APPLICATION_JSON)
public class ReachResource {

    private final Access access;
    private final CurrentActor current;
    private final ReachDesk desk;

    @Inject
    public ReachResource(Access access, CurrentActor current, ReachDesk desk) {
        this.access = access;
        this.current = current;
        this.desk = desk;
    }

    /** The three nodes, as the data space calls them. */
    public record Wish(
            @Nullable String first,
            @Nullable String second,
            @Nullable String pool) {
        ReachNetwork network() {
            return new ReachNetwork(or(first), or(second), or(pool));
        }

        private static String or(@Nullable String node) {
            return node == null ? "" : node.strip();
        }
    }

    /** Which nodes count for the house, the newest count, and what is under way; asks nobody. */
    @GET
    public ReachDesk.Standing standing(@PathParam("house") String slug) {
        return desk.standing(access.house(slug, Role.READER));
    }

    /** Names the two holders of keys and the pool; all houses of a network name the same. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ReachDesk.Standing name(@PathParam("house") String slug, @Nullable Wish wish) {
        House house = access.house(slug, Role.STEWARD);
        desk.name(current.get(), house, (wish == null ? new Wish(null, null, null) : wish).network());
        return desk.standing(house);
    }

    /** Counts no longer; the pool throws the sketch away. */
    @DELETE
    public ReachDesk.Standing stop(@PathParam("house") String slug) {
        House house = access.house(slug, Role.STEWARD);
        desk.stop(current.get(), house);
        return desk.standing(house);
    }

    /** Begins to give the sketch of the house, once in a quarter of a year, and to ask for the newest count. */
    @POST
    @Path("questions")
    public Response ask(@PathParam("house") String slug) {
        House house = access.house(slug, Role.STEWARD);
        desk.begin(current.get(), house);
        return Response.status(202).entity(desk.standing(house)).build();
    }
}
