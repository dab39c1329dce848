package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** How complete a house's programme is, and what would be gained by which mend, for whoever may read the house. */
@Path("/api/houses/{house}/quality")
public class QualityResource {

    private final Access access;
    private final RunningNode node;

    @Inject
    public QualityResource(Access access, RunningNode node) {
        this.access = access;
        this.node = node;
    }

    /** From today on unless asked otherwise; when nothing lies ahead, over the whole programme. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Quality.Report quality(
            @PathParam("house") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return QualityDesk.of(node.get()).of(access.house(slug, Role.READER), from, to);
    }

    /** Of one performance, whenever it is; none of one that is cancelled or set aside. */
    @GET
    @Path("performances/{performance}")
    @Produces(MediaType.APPLICATION_JSON)
    public Quality.OfDate performance(@PathParam("house") String slug, @PathParam("performance") long performance) {
        House house = access.house(slug, Role.READER);
        return node.get()
                .catalogue()
                .quality()
                .of(house.id(), performance)
                .orElseThrow(() -> new Refused(404, "no-such-performance"));
    }
}
