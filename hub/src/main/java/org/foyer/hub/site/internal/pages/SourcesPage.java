package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.PulledSources;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.SourcesResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.kit.Problem;

/** Tools of the house whose data is pulled over the network. The rules are the API's own. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SourcesPage {

    private final Access access;
    private final PulledSources sources;
    private final SourcesResource resource;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public SourcesPage(Access access, PulledSources sources, SourcesResource resource, Frames frames, Screen screen) {
        this.access = access;
        this.sources = sources;
        this.resource = resource;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/sources")
    public Response list(@PathParam("house") String slug) {
        House house = access.house(slug, Role.EDITOR);
        return show(200, house, new MultivaluedHashMap<>(), List.of());
    }

    @POST
    @Path("h/{house}/sources")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@PathParam("house") String slug, MultivaluedMap<String, String> form) {
        House house = access.house(slug, Role.EDITOR);
        PulledSources.Outcome outcome = resource.add(house, SourceForms.wish(form));
        return outcome.kept() == null ? show(422, house, form, outcome.problems()) : back(house);
    }

    @POST
    @Path("h/{house}/sources/{source}/pull")
    public Response pull(@PathParam("house") String slug, @PathParam("source") String source) {
        House house = access.house(slug, Role.EDITOR);
        resource.pull(slug, source);
        return back(house);
    }

    @POST
    @Path("h/{house}/sources/{source}/take")
    public Response take(@PathParam("house") String slug, @PathParam("source") String source) {
        House house = access.house(slug, Role.EDITOR);
        resource.take(slug, source);
        return back(house);
    }

    @POST
    @Path("h/{house}/sources/{source}/remove")
    public Response remove(@PathParam("house") String slug, @PathParam("source") String source) {
        House house = access.house(slug, Role.EDITOR);
        resource.remove(slug, source);
        return back(house);
    }

    private Response show(int status, House house, MultivaluedMap<String, String> form, List<Problem> problems) {
        Language language = frames.language();
        return screen.show(
                status,
                "sources",
                frames.frame(language.say("nav_sources"), house),
                SourceForms.view(language, house, sources.kinds(), sources.all(house.id()), form, problems));
    }

    private static Response back(House house) {
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/sources")
                .build();
    }
}
