package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Page;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;

/** The houses of this node. */
@Path("/api/houses")
@Produces(MediaType.APPLICATION_JSON)
public class HousesResource {

    private final Access access;
    private final Houses houses;
    private final Audit audit;

    @Inject
    public HousesResource(Access access, Houses houses, Audit audit) {
        this.access = access;
        this.houses = houses;
        this.audit = audit;
    }

    /** The houses one belongs to; for the operator all of them. */
    @GET
    public Page<House> visible(
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue(Parameters.LIMIT) int limit) {
        Parameters.checkPage(offset, limit);
        List<House> all = access.visible();
        return new Page<>(all.stream().skip(offset).limit(limit).toList(), offset, all.size());
    }

    /** One house. */
    @GET
    @Path("{house}")
    public House one(@PathParam("house") String slug) {
        return access.house(slug, Role.READER);
    }

    /** Adds a house; for the operator. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(NewHouse wish) {
        Actor operator = access.operator();
        House house = wish.house();
        if (houses.bySlug(house.slug()).isPresent()) {
            throw new Refused(409, "house-exists", house.slug());
        }
        House added = houses.add(house);
        audit.write(operator, added.id(), "house-added", null, added.slug());
        return Response.created(URI.create("/api/houses/" + added.slug()))
                .entity(added)
                .build();
    }
}
