package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;

/** A steward's own API tokens for a house: for this house only, with an end. A token makes no tokens. */
@Path("/api/houses/{house}/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    private static final int DAYS_MAX = 366;
    private static final int NAME_CHARACTERS_MAX = 100;

    private final Access access;
    private final CurrentActor current;
    private final Accounts accounts;
    private final Audit audit;

    @Inject
    public TokensResource(Access access, CurrentActor current, Accounts accounts, Audit audit) {
        this.access = access;
        this.current = current;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * What token to make.
     *
     * @param days how long it lives, from 1 to 366
     */
    public record TokenWish(String name, boolean readOnly, int days) {}

    /** The secret, shown this once. */
    public record NewToken(String secret) {}

    /** One's own tokens for this house. */
    @GET
    public List<Accounts.Token> tokens(@PathParam("house") String slug) {
        House house = access.house(slug, Role.STEWARD);
        return accounts.tokens(own().id()).stream()
                .filter(token -> house.id().equals(token.house()))
                .toList();
    }

    /** Makes a token. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@PathParam("house") String slug, TokenWish wish) {
        House house = access.house(slug, Role.STEWARD);
        if (current.session().isEmpty()) {
            throw new Refused(403, "session-needed");
        }
        if (wish.name() == null || wish.name().isBlank() || wish.name().length() > NAME_CHARACTERS_MAX) {
            throw Parameters.unreadable("name", String.valueOf(wish.name()));
        }
        if (wish.days() < 1 || wish.days() > DAYS_MAX) {
            throw Parameters.unreadable("days", Integer.toString(wish.days()));
        }
        String secret =
                accounts.makeToken(own().id(), wish.name(), house.id(), wish.readOnly(), Duration.ofDays(wish.days()));
        audit.write(current.get(), house.id(), "token-made", null, wish.readOnly() ? "read" : "write");
        return Response.status(201)
                .header("Cache-Control", "no-store")
                .entity(new NewToken(secret))
                .build();
    }

    /** Ends a token. */
    @DELETE
    @Path("{token}")
    public void revoke(@PathParam("house") String slug, @PathParam("token") long token) {
        House house = access.house(slug, Role.STEWARD);
        boolean owned = accounts.tokens(own().id()).stream()
                .anyMatch(found -> found.id() == token && house.id().equals(found.house()));
        if (!owned) {
            throw new Refused(404, "token-unknown");
        }
        accounts.revokeToken(own().id(), token);
        audit.write(current.get(), house.id(), "token-revoked", null, Long.toString(token));
    }

    private Accounts.Account own() {
        return accounts.byLogin(current.get().login()).orElseThrow(() -> new Refused(401, "not-signed-in"));
    }
}
