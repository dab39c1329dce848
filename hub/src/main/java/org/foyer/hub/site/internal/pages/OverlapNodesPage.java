package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.OverlapDesk;
import org.jspecify.annotations.Nullable;

/** What a steward does with houses of other nodes on the page of shared buyers. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class OverlapNodesPage {

    private final Access access;
    private final CurrentActor current;
    private final OverlapDesk desk;

    @Inject
    public OverlapNodesPage(Access access, CurrentActor current, OverlapDesk desk) {
        this.access = access;
        this.current = current;
        this.desk = desk;
    }

    /** @param act {@code name}, {@code forget} or {@code ask} */
    @POST
    @Path("h/{house}/overlap/nodes")
    public Response act(
            @PathParam("house") String slug,
            @FormParam("act") @Nullable String act,
            @FormParam("node") @Nullable String node,
            @FormParam("house") @Nullable String name) {
        House house = access.house(slug, Role.STEWARD);
        Other other = new Other(node == null ? "" : node, name == null ? "" : name.strip());
        switch (act == null ? "" : act) {
            case "name" -> desk.name(current.get(), house, other);
            case "forget" -> desk.forget(current.get(), house, other);
            case "ask" -> desk.begin(current.get(), house, other);
            default -> throw new Refused(400, "parameter-unreadable", "act", act == null ? "" : act);
        }
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/overlap#nodes")
                .build();
    }
}
