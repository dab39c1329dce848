package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.catalogue.Parts;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.PartsResource;
import org.foyer.hub.site.internal.api.SheetSeen;
import org.foyer.hub.site.internal.api.StartsResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Shows that several houses tell, each its part; editors take words of others over with one press. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class PartsPage {

    private final Access access;
    private final CurrentActor current;
    private final Parts parts;
    private final PartsResource api;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public PartsPage(
            Access access, CurrentActor current, Parts parts, PartsResource api, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.parts = parts;
        this.api = api;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/parts")
    public Response shared(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        SharedView view = shared(language, house, parts.shared(house.id(), Parts.SHOWS_MAX));
        return screen.show("shared", frames.frame(language.say("parts_title"), house), view);
    }

    static SharedView shared(Language language, House house, List<Parts.Shared> shows) {
        String base = "/h/" + house.slug();
        return new SharedView(
                base,
                shows.isEmpty() ? language.say("parts_none") : language.count("parts_shows", shows.size()),
                shows.stream()
                        .map(show -> new SharedView.Show(
                                base + "/parts/" + show.production(),
                                show.title(),
                                language.say(
                                        "parts_beside",
                                        language.count("parts_houses", show.houses()),
                                        language.formats().longDay(show.last()))))
                        .toList());
    }

    @GET
    @Path("h/{house}/parts/{production}")
    public Response parts(
            @PathParam("house") String slug,
            @PathParam("production") String production,
            @QueryParam("done") @DefaultValue("") String done) {
        House house = access.house(slug, Role.READER);
        String said = "taken".equals(done) ? frames.language().say("parts_done") : null;
        return show(200, house, production, said, List.of());
    }

    /** Takes words of another house over. */
    @POST
    @Path("h/{house}/parts/{production}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(
            @PathParam("house") String slug,
            @PathParam("production") String production,
            @FormParam("from") @DefaultValue("0") long from,
            @FormParam("performance") @DefaultValue("0") long performance,
            @FormParam("property") @DefaultValue("") String property,
            @FormParam("value") @DefaultValue("") String value,
            @FormParam("seen") @DefaultValue("") String seen) {
        House house = access.house(slug, Role.EDITOR);
        Language language = frames.language();
        try {
            ShowSheet.Published published = api.take(
                    house,
                    production,
                    new PartsResource.Taking(from, performance, property, value),
                    seen.isEmpty() ? null : SheetSeen.read(seen));
            return published.problems().isEmpty()
                    ? Response.status(303)
                            .header("Location", "/h/" + house.slug() + "/parts/" + production + "?done=taken")
                            .build()
                    : show(
                            StartsResource.conflicts(published.problems()) ? 409 : 422,
                            house,
                            production,
                            null,
                            published.problems().stream()
                                    .map(problem -> HistoryPage.told(language, problem))
                                    .toList());
        } catch (Refused refused) {
            if (refused.status() != 409) {
                throw refused;
            }
            return show(
                    409,
                    house,
                    production,
                    null,
                    List.of(HistoryPage.told(language, refused.code(), refused.arguments())));
        }
    }

    private Response show(
            int status, House house, String production, @Nullable String done, List<SheetView.Problem> problems) {
        PartsResource.Told told = api.of(house, production);
        boolean editor = current.get().may(house.id(), Role.EDITOR);
        SidesView view =
                new SidesViews(frames.language(), house, editor, told.parts()).view(told.seen(), done, problems);
        return screen.show(status, "sides", frames.frame(view.title(), house), view);
    }
}
