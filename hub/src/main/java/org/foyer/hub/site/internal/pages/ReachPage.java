package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.ReachDesk;
import org.jspecify.annotations.Nullable;

/** What a steward does about counting with many houses at once on the page of shared buyers. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ReachPage {

    private final Access access;
    private final CurrentActor current;
    private final ReachDesk desk;

    @Inject
    public ReachPage(Access access, CurrentActor current, ReachDesk desk) {
        this.access = access;
        this.current = current;
        this.desk = desk;
    }

    /** @param act {@code name}, {@code ask} or {@code stop} */
    @POST
    @Path("h/{house}/overlap/network")
    public Response act(
            @PathParam("house") String slug,
            @FormParam("act") @Nullable String act,
            @FormParam("first") @Nullable String first,
            @FormParam("second") @Nullable String second,
            @FormParam("pool") @Nullable String pool) {
        House house = access.house(slug, Role.STEWARD);
        switch (act == null ? "" : act) {
            case "name" -> desk.name(current.get(), house, new ReachNetwork(or(first), or(second), or(pool)));
            case "ask" -> desk.begin(current.get(), house);
            case "stop" -> desk.stop(current.get(), house);
            default -> throw new Refused(400, "parameter-unreadable", "act", act == null ? "" : act);
        }
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/overlap#network")
                .build();
    }

    private static String or(@Nullable String node) {
        return node == null ? "" : node;
    }
}
