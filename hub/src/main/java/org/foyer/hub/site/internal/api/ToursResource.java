package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.exchange.Tour;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.TourAudience;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.site.internal.server.TourDesk;
import org.jspecify.annotations.Nullable;

/** A company's show in each house that said yes, for its readers. */
@Path("/api/houses/{house}/tours")
@Produces(MediaType.APPLICATION_JSON)
public class ToursResource {

    private final Access access;
    private final CurrentActor current;
    private final TourDesk desk;
    private final RunningNode node;

    @Inject
    public ToursResource(Access access, CurrentActor current, TourDesk desk, RunningNode node) {
        this.node = node;
        this.access = access;
        this.current = current;
        this.desk = desk;
    }

    /** Names of the house's tours. */
    @GET
    public List<String> names(@PathParam("house") String slug) {
        return desk.tours().names(access.house(slug, Role.READER));
    }

    /**
     * One tour.
     *
     * @param asOf day as known on which; the latest that each house tells when left out
     */
    @GET
    @Path("stops")
    public Tour tour(
            @PathParam("house") String slug,
            @QueryParam("name") @Nullable String name,
            @QueryParam("as-of") @Nullable String asOf) {
        return find(access.house(slug, Role.READER), name, asOf);
    }

    /** The same as a table, one row for each house that was asked. */
    @GET
    @Path("stops.csv")
    @Produces("text/csv")
    public Response table(
            @PathParam("house") String slug,
            @QueryParam("name") @Nullable String name,
            @QueryParam("as-of") @Nullable String asOf) {
        House house = access.house(slug, Role.READER);
        return csv(house, "tour", TourTable.of(any(house, name, asOf)));
    }

    /** Curves of all stops. */
    @GET
    @Path("curves.csv")
    @Produces("text/csv")
    public Response curves(
            @PathParam("house") String slug,
            @QueryParam("name") @Nullable String name,
            @QueryParam("as-of") @Nullable String asOf) {
        House house = access.house(slug, Role.READER);
        return csv(house, "curves", TourTable.curves(any(house, name, asOf)));
    }

    /**
     * How many people bought the show, and how many of them in two houses or more: moved and rounded numbers that stay for a quarter of a
     * year. The first question of a quarter counts, which may take minutes.
     *
     * @param name the first tour when left out
     */
    @GET
    @Path("audience")
    public TourAudience audience(@PathParam("house") String slug, @QueryParam("name") @Nullable String name) {
        return audienceOf(access.house(slug, Role.READER), name);
    }

    /** The same for whoever checked the rights. @throws Refused 404 {@code tour-unknown} */
    public TourAudience audienceOf(House house, @Nullable String name) {
        List<String> names = desk.tours().names(house);
        String asked = name == null && !names.isEmpty() ? names.get(0) : String.valueOf(name);
        if (!names.contains(asked)) {
            throw new Refused(404, "tour-unknown", asked);
        }
        return TourAudiences.of(node.get(), current.get(), house, asked);
    }

    /** The first tour when none is named; one without stops for a house that has none. */
    private Tour any(House house, @Nullable String name, @Nullable String asOf) {
        List<String> names = desk.tours().names(house);
        if (name == null && names.isEmpty()) {
            return new Tour("", List.of(), new Tour.Sums(0, 0, 0, 0, 0, 0, null, List.of(), null));
        }
        return find(house, name == null ? names.get(0) : name, asOf);
    }

    private static Response csv(House house, String what, String table) {
        return Response.ok(table)
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"%s-%s.csv\"".formatted(house.slug(), what))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** For whoever checked the rights. @throws Refused 404 {@code tour-unknown} */
    public Tour find(House house, @Nullable String name, @Nullable String asOf) {
        LocalDate day = asOf == null || asOf.isBlank() ? null : Parameters.day("as-of", asOf, LocalDate.EPOCH);
        String asked = name == null ? "" : name;
        return desk.tours()
                .tour(house, asked, day, current.get())
                .orElseThrow(() -> new Refused(404, "tour-unknown", asked));
    }
}
