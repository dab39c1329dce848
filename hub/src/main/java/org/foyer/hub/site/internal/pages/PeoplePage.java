package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.governance.DataProtection;
import org.foyer.hub.governance.ProtectionSheet;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.Surroundings;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.PeopleResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Requests of people: look for one, and proofs of erasures. The rules are the API's own. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {

    private final Access access;
    private final PeopleResource people;
    private final DataProtection protection;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public PeoplePage(Access access, PeopleResource people, DataProtection protection, Frames frames, Screen screen) {
        this.protection = protection;
        this.access = access;
        this.people = people;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/people")
    public Response people(@PathParam("house") String slug) {
        return show(200, slug, PeopleView.Search.EMPTY, null);
    }

    @POST
    @Path("h/{house}/people")
    public Response search(
            @PathParam("house") String slug,
            @FormParam("reference") @Nullable String reference,
            @FormParam("email") @Nullable String email,
            @FormParam("last") @Nullable String last,
            @FormParam("first") @Nullable String first,
            @FormParam("postcode") @Nullable String postcode) {
        access.house(slug, Role.STEWARD);
        PeopleView.Search search = PeopleView.Search.of(reference, email, last, first, postcode);
        if (!search.asked().tells()) {
            return show(422, slug, search, null);
        }
        return show(200, slug, search, people.search(slug, search.asked()));
    }

    /** @param sure ticked by whoever read how many are meant */
    @POST
    @Path("h/{house}/people/due")
    public Response forgetDue(@PathParam("house") String slug, @FormParam("sure") @Nullable String sure) {
        access.house(slug, Role.STEWARD);
        if (sure == null) {
            throw new Refused(422, "due-not-confirmed");
        }
        people.forgetDue(slug);
        return Response.status(303)
                .header("Location", "/h/" + slug + "/people#erasures")
                .build();
    }

    private Response show(int status, String slug, PeopleView.Search search, PersonRights.@Nullable Found found) {
        House house = access.house(slug, Role.STEWARD);
        Language language = frames.language();
        return screen.show(
                status,
                "people",
                frames.frame(language.say("nav_people"), house),
                PeopleView.of(language, house, search, status == 422, found, due(house), people.erasures(slug)));
    }

    private List<ProtectionSheet.Deletion> due(House house) {
        return protection.of(house, Surroundings.UNKNOWN).deletions();
    }
}
