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
import java.time.LocalDate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Forecasts;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Forecasts of final sales and how they went on what is past, for the readers of a house. */
@Path("/api/houses/{house}")
@Produces(MediaType.APPLICATION_JSON)
public class ForecastResource {

    private final Access access;
    private final Forecasts forecasts;
    private final RunningNode node;
    private final Fresh fresh;

    @Inject
    public ForecastResource(Access access, Forecasts forecasts, RunningNode node, Fresh fresh) {
        this.access = access;
        this.forecasts = forecasts;
        this.node = node;
        this.fresh = fresh;
    }

    /** What a performance is expected to have sold in the end, or why that is not said. */
    @GET
    @Path("performances/{performance}/forecast")
    public Response forecast(
            @PathParam("house") String slug,
            @PathParam("performance") long performance,
            @QueryParam("as-of") @Nullable String asOf,
            @Context Request request) {
        House house = access.house(slug, Role.READER);
        LocalDate today = today(house);
        LocalDate day = Parameters.day("as-of", asOf, today);
        return fresh.answer(
                request,
                today,
                () -> forecasts
                        .finalSales(house.id(), performance, day)
                        .orElseThrow(() -> new Refused(404, "no-such-performance")));
    }

    /** How far final sales could be told 60, 30, 14 and 7 days before, from what was played. */
    @GET
    @Path("forecast-checks")
    public Response checks(
            @PathParam("house") String slug, @QueryParam("as-of") @Nullable String asOf, @Context Request request) {
        House house = access.house(slug, Role.READER);
        LocalDate today = today(house);
        LocalDate day = Parameters.day("as-of", asOf, today);
        return fresh.answer(request, today, () -> forecasts.checks(house.id(), day));
    }

    private LocalDate today(House house) {
        return Parameters.today(house, node.get().settings().clock());
    }
}
