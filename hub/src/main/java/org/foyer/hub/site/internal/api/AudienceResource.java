package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** The audience of a house, in groups that are large enough to be told. */
@Path("/api/houses/{house}/audience")
@Produces(MediaType.APPLICATION_JSON)
public class AudienceResource {

    private final Access access;
    private final Audience audience;
    private final Figures figures;
    private final RunningNode node;
    private final Fresh fresh;

    @Inject
    public AudienceResource(Access access, Audience audience, Figures figures, RunningNode node, Fresh fresh) {
        this.access = access;
        this.audience = audience;
        this.figures = figures;
        this.node = node;
        this.fresh = fresh;
    }

    /** Who came in a season, who came back and from where, as known on a day. */
    @GET
    public Response season(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf,
            @QueryParam("basis") @Nullable String basis,
            @Context Request request) {
        House house = access.house(slug, Role.READER);
        Clock clock = node.get().settings().clock();
        LocalDate today = Parameters.today(house, clock);
        Season asked = Parameters.season(season, house, figures, clock);
        LocalDate day = Parameters.day("as-of", asOf, today);
        AudienceBasis by = Parameters.basis(basis);
        node.get().backgroundLinking().soonIfChanged(house.id());
        return fresh.answer(request, today, () -> audience.season(house.id(), asked, day, by));
    }

    /** How many purchases the house may expect of its buyers in the year after a day, with the error of that told beside it. */
    @GET
    @Path("expected")
    public Response expected(
            @PathParam("house") String slug, @QueryParam("as-of") @Nullable String asOf, @Context Request request) {
        House house = access.house(slug, Role.READER);
        LocalDate today = Parameters.today(house, node.get().settings().clock());
        LocalDate day = Parameters.day("as-of", asOf, today);
        node.get().backgroundLinking().soonIfChanged(house.id());
        return fresh.answer(request, today, () -> audience.expected(house.id(), day));
    }
}
