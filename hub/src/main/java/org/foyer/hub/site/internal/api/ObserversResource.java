package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.site.internal.security.CurrentActor;

/** For whom funders and researchers look, so that houses know whom they let in. */
@Path("/api/observers")
@Produces(MediaType.APPLICATION_JSON)
public class ObserversResource {

    private final Accounts accounts;
    private final CurrentActor current;

    @Inject
    public ObserversResource(Accounts accounts, CurrentActor current) {
        this.accounts = accounts;
        this.current = current;
    }

    /** @param body for instance a region or an institute */
    public record Body(String body, Instant since) {}

    /** Of every account; never whose it is. */
    @GET
    public List<Body> all() {
        current.get();
        return of(accounts);
    }

    public static List<Body> of(Accounts accounts) {
        return accounts.observers().stream()
                .map(one -> new Body(one.body(), one.since()))
                .toList();
    }
}
