package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.ToursResource;
import org.foyer.hub.site.internal.security.Access;
import org.jspecify.annotations.Nullable;

/** A company's show in each house that said yes. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class TourPage {

    private static final String TOUR = "h/{house}/tour";

    private final Access access;
    private final ToursResource api;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public TourPage(Access access, ToursResource api, Frames frames, Screen screen) {
        this.access = access;
        this.api = api;
        this.frames = frames;
        this.screen = screen;
    }

    /** @param name the first tour when left out @param audience whether its buyers are counted, which may take minutes the first time */
    @GET
    @Path(TOUR)
    public Response show(
            @PathParam("house") String slug,
            @QueryParam("name") @Nullable String name,
            @QueryParam("as-of") @Nullable String asOf,
            @QueryParam("audience") boolean audience) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        List<String> names = api.names(slug);
        TourViews views = new TourViews(language, house);
        TourView view = names.isEmpty() && name == null
                ? views.none()
                : views.of(
                        api.find(house, name == null ? names.get(0) : name, asOf),
                        names,
                        audience ? api.audienceOf(house, name) : null);
        return screen.show("tour", frames.frame(language.say("nav_tour"), house), view);
    }

    @GET
    @Path(TOUR + "/stops.csv")
    @Produces("text/csv")
    public Response table(
            @PathParam("house") String slug,
            @QueryParam("name") @Nullable String name,
            @QueryParam("as-of") @Nullable String asOf) {
        return api.table(slug, name, asOf);
    }

    @GET
    @Path(TOUR + "/curves.csv")
    @Produces("text/csv")
    public Response curves(
            @PathParam("house") String slug,
            @QueryParam("name") @Nullable String name,
            @QueryParam("as-of") @Nullable String asOf) {
        return api.curves(slug, name, asOf);
    }
}
