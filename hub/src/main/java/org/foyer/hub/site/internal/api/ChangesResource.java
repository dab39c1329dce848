package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.foyer.hub.catalogue.Changes;
import org.foyer.hub.catalogue.Changes.Position;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.jspecify.annotations.Nullable;

/** What changed in the programmes of all houses, page by page, for whoever keeps a catalogue of them. Open to anyone. */
@Path("/api/programme-changes")
public class ChangesResource {

    private final Changes changes;
    private final PublicAddress address;

    @Inject
    public ChangesResource(Changes changes, PublicAddress address) {
        this.changes = changes;
        this.address = address;
    }

    /**
     * A page of changes; {@code next} in it is the address of the page behind.
     *
     * @param after where the reader stands, as an earlier page said; nothing for the beginning
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response page(@QueryParam("after") @Nullable String after) {
        Position position = after == null
                ? Position.START
                : Position.parse(after).orElseThrow(() -> new Refused(400, "parameter-unreadable", "after", ""));
        if (after != null && !changes.isOfThis(after)) {
            throw new Refused(410, "changes-begin-anew");
        }
        String base = address.get();
        StreamingOutput page = out -> changes.write(position, base, base + "/api/programme-changes?after=", out);
        return Response.ok(page).header("Access-Control-Allow-Origin", "*").build();
    }
}
