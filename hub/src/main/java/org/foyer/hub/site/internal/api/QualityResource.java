package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** How complete a house's programme is, and what would be gained by which mend, for whoever may read the house. */
@Path("/api/houses/{house}/quality")
public class QualityResource {

    private final Access access;
    private final Quality quality;
    private final Programme programme;
    private final RunningNode node;

    @Inject
    public QualityResource(Access access, Quality quality, Programme programme, RunningNode node) {
        this.access = access;
        this.quality = quality;
        this.programme = programme;
        this.node = node;
    }

    /** From today on unless asked otherwise; when nothing lies ahead, over the whole programme. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Quality.Report quality(
            @PathParam("house") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return of(access.house(slug, Role.READER), from, to);
    }

    /** The same for whoever checked the rights. */
    public Quality.Report of(House house, @Nullable String from, @Nullable String to) {
        ProgrammeDays days = ProgrammeDays.of(
                programme, house, from, to, node.get().settings().clock());
        return quality.of(house.id(), days.from(), days.to());
    }
}
