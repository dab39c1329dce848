package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.site.internal.security.Access;

/** The audit lines of a house, for its stewards. */
@Path("/api/houses/{house}/audit")
@Produces(MediaType.APPLICATION_JSON)
public class HouseAuditResource {

    private final Access access;
    private final Audit audit;

    @Inject
    public HouseAuditResource(Access access, Audit audit) {
        this.access = access;
        this.audit = audit;
    }

    /** Newest first. */
    @GET
    public List<Audit.Line> lines(
            @PathParam("house") String slug,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue(Parameters.LIMIT) int limit) {
        Parameters.checkPage(offset, limit);
        return audit.lines(access.house(slug, Role.STEWARD).id(), offset, limit);
    }
}
