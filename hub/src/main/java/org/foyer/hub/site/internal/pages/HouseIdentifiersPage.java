package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.HouseIdentifiersResource;
import org.foyer.hub.site.internal.security.Access;
import org.jspecify.annotations.Nullable;

/** Says, from the page of the programme, by which identifiers other registers know the house. */
@Path("/")
public class HouseIdentifiersPage {

    private final Access access;
    private final HouseIdentifiersResource identifiers;

    @Inject
    public HouseIdentifiersPage(Access access, HouseIdentifiersResource identifiers) {
        this.access = access;
        this.identifiers = identifiers;
    }

    @POST
    @Path("h/{house}/identifiers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(@PathParam("house") String slug, @FormParam("identifiers") @Nullable String said) {
        House house = access.house(slug, Role.EDITOR);
        identifiers.say(house, Objects.requireNonNullElse(said, ""));
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/programme#house-ids")
                .build();
    }
}
