package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.site.internal.security.Access;

/** The audit lines of the node, for the operator. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private final Access access;
    private final Audit audit;

    @Inject
    public AuditResource(Access access, Audit audit) {
        this.access = access;
        this.audit = audit;
    }

    /** Lines of the node, newest first. */
    @GET
    public List<Audit.Line> ofNode(
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue(Parameters.LIMIT) int limit) {
        access.operator();
        Parameters.checkPage(offset, limit);
        return audit.lines(null, offset, limit);
    }
}
