package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.LicenceResource;
import org.foyer.hub.site.internal.security.Access;
import org.jspecify.annotations.Nullable;

/** Says, from the page of the programme, under which licence it is open. */
@Path("/")
public class LicencePage {

    private final Access access;
    private final LicenceResource licences;

    @Inject
    public LicencePage(Access access, LicenceResource licences) {
        this.access = access;
        this.licences = licences;
    }

    @POST
    @Path("h/{house}/licence")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(@PathParam("house") String slug, @FormParam("licence") @Nullable String licence) {
        House house = access.house(slug, Role.STEWARD);
        licences.say(house, licence);
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/programme")
                .build();
    }
}
