package org.foyer.hub.site.internal.server;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import org.foyer.hub.site.internal.reconciliation.ReconciliationManifest;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Pages of other sites may read every answer of the reconciliation service, refusals too, as its specification asks. */
public class OpenReconciliation {

    @ServerResponseFilter
    public void open(ContainerResponseContext answer, UriInfo asked) {
        if (asked.getPath().startsWith(ReconciliationManifest.PATH)) {
            answer.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
            answer.getHeaders().putSingle("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
            answer.getHeaders().putSingle("Access-Control-Allow-Headers", "Accept, Content-Type");
        }
    }
}
