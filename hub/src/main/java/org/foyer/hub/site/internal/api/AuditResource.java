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
import org.jspecify.annotations.Nullable;

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

    /**
     * State of the chain of audit lines.
     *
     * @param intact whether no line was changed, put in, taken out or cut off at the end
     * @param sequence number of the newest line; 0 when there is none
     * @param digest of the newest line, which covers all before it, as hexadecimal SHA-256; null when there is none
     */
    public record Chain(
            boolean intact, long sequence, @Nullable String digest) {}

    /** Checks the chain, line by line. */
    @GET
    @Path("chain")
    public Chain chain() {
        access.operator();
        List<Audit.Line> newest = audit.lines(null, 0, 1);
        return newest.isEmpty()
                ? new Chain(audit.intact(), 0, null)
                : new Chain(
                        audit.intact(), newest.get(0).sequence(), newest.get(0).hash());
    }
}
