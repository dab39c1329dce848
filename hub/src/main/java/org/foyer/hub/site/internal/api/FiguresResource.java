package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
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
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** The figures of a house, for its readers. */
@Path("/api/houses/{house}")
@Produces(MediaType.APPLICATION_JSON)
public class FiguresResource {

    private final Access access;
    private final Figures figures;
    private final RunningNode node;
    private final Fresh fresh;

    @Inject
    public FiguresResource(Access access, Figures figures, RunningNode node, Fresh fresh) {
        this.access = access;
        this.figures = figures;
        this.node = node;
        this.fresh = fresh;
    }

    /** Seasons with performances, newest first. */
    @GET
    @Path("seasons")
    public Response seasons(@PathParam("house") String slug, @Context Request request) {
        House house = access.house(slug, Role.READER);
        return fresh.answer(request, today(house), () -> figures.seasons(house.id()));
    }

    /** All figures of a season as known on a day. */
    @GET
    @Path("figures")
    public Response season(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf,
            @Context Request request) {
        House house = access.house(slug, Role.READER);
        Season asked = Parameters.season(season, house, figures, clock());
        LocalDate day = Parameters.day("as-of", asOf, today(house));
        return fresh.answer(request, today(house), () -> figures.season(house.id(), asked, day));
    }

    /** The performances of a season in order of day. */
    @GET
    @Path("performances")
    public Response performances(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue(Parameters.LIMIT) int limit,
            @Context Request request) {
        House house = access.house(slug, Role.READER);
        Parameters.checkPage(offset, limit);
        Season asked = Parameters.season(season, house, figures, clock());
        LocalDate day = Parameters.day("as-of", asOf, today(house));
        return fresh.answer(request, today(house), () -> figures.performances(house.id(), asked, day, offset, limit));
    }

    /** What one performance sold. */
    @GET
    @Path("performances/{performance}")
    public Response performance(
            @PathParam("house") String slug,
            @PathParam("performance") long performance,
            @QueryParam("as-of") @Nullable String asOf,
            @Context Request request) {
        House house = access.house(slug, Role.READER);
        LocalDate day = Parameters.day("as-of", asOf, today(house));
        return fresh.answer(
                request,
                today(house),
                () -> figures.performanceLine(house.id(), performance, day).orElseThrow(FiguresResource::unknown));
    }

    /** All figures of one performance. */
    @GET
    @Path("performances/{performance}/figures")
    public Response performanceFigures(
            @PathParam("house") String slug,
            @PathParam("performance") long performance,
            @QueryParam("as-of") @Nullable String asOf,
            @Context Request request) {
        House house = access.house(slug, Role.READER);
        LocalDate day = Parameters.day("as-of", asOf, today(house));
        return fresh.answer(
                request,
                today(house),
                () -> figures.performance(house.id(), performance, day).orElseThrow(FiguresResource::unknown));
    }

    /** Its booking curve beside comparable performances. */
    @GET
    @Path("performances/{performance}/curve")
    public Response curve(
            @PathParam("house") String slug,
            @PathParam("performance") long performance,
            @QueryParam("as-of") @Nullable String asOf,
            @Context Request request) {
        House house = access.house(slug, Role.READER);
        LocalDate day = Parameters.day("as-of", asOf, today(house));
        return fresh.answer(
                request,
                today(house),
                () -> figures.bookingCurve(house.id(), performance, day).orElseThrow(FiguresResource::unknown));
    }

    /** Sales by week of a season. */
    @GET
    @Path("weeks")
    public Response weeks(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("as-of") @Nullable String asOf,
            @Context Request request) {
        House house = access.house(slug, Role.READER);
        Season asked = Parameters.season(season, house, figures, clock());
        LocalDate day = Parameters.day("as-of", asOf, today(house));
        return fresh.answer(request, today(house), () -> figures.weeks(house.id(), asked, day));
    }

    /** What needs a person's eye, most urgent first. */
    @GET
    @Path("attention")
    public Response attention(@PathParam("house") String slug, @Context Request request) {
        House house = access.house(slug, Role.READER);
        return fresh.answer(request, today(house), () -> figures.attention(house.id(), today(house)));
    }

    private Clock clock() {
        return node.get().settings().clock();
    }

    private LocalDate today(House house) {
        return Parameters.today(house, clock());
    }

    private static Refused unknown() {
        return new Refused(404, "no-such-performance");
    }
}
