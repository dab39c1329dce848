package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.intake.Page;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** The programme of a house as open data: anyone may read it. */
@Path("/api/houses/{house}/programme")
public class ProgrammeResource {

    private final Access access;
    private final Programme programme;
    private final RunningNode node;
    private final PublicAddress address;

    @Inject
    public ProgrammeResource(Access access, Programme programme, RunningNode node, PublicAddress address) {
        this.access = access;
        this.programme = programme;
        this.node = node;
        this.address = address;
    }

    /** Performances in order of day; from today on unless asked otherwise. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<ProgrammeEntry> entries(
            @PathParam("house") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue(Parameters.LIMIT) int limit) {
        House house = access.publicHouse(slug);
        Parameters.checkPage(offset, limit);
        ProgrammeDays days = ProgrammeDays.of(
                programme, house, from, to, node.get().settings().clock());
        return new Page<>(
                programme.entries(house.id(), days.from(), days.to(), offset, limit),
                offset,
                programme.count(house.id(), days.from(), days.to()));
    }

    /**
     * The next performances of the house, or those of the days asked for, as another site shows them. When nothing lies ahead and no
     * day is asked for, the last ones.
     */
    @GET
    @Path("shown")
    @Produces(MediaType.APPLICATION_JSON)
    public Response shown(
            @PathParam("house") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @DefaultValue("10") int limit) {
        House house = access.publicHouse(slug);
        Parameters.checkPage(0, limit);
        ProgrammeDays days = ProgrammeDays.of(
                programme, house, from, to, node.get().settings().clock());
        long total = programme.count(house.id(), days.from(), days.to());
        boolean over = from == null
                && days.from()
                        .isBefore(Parameters.today(house, node.get().settings().clock()));
        int skipped = over ? (int) Math.max(0, total - limit) : 0;
        ShownProgramme shown = ShownProgramme.of(
                house,
                over,
                programme.entries(house.id(), days.from(), days.to(), skipped, limit),
                total,
                address.get());
        return Response.ok(shown)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
