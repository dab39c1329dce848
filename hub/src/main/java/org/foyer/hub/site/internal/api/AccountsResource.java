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
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;

/** The accounts of the node, for the operator. */
@Path("/api/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    private static final Duration LINK_VALID = Duration.ofDays(3);
    private static final int CHARACTERS_MAX = 200;

    private final Access access;
    private final Accounts accounts;
    private final Audit audit;
    private final PublicAddress address;

    @Inject
    public AccountsResource(Access access, Accounts accounts, Audit audit, PublicAddress address) {
        this.access = access;
        this.accounts = accounts;
        this.audit = audit;
        this.address = address;
    }

    /** Whom to add. */
    public record NewAccount(String login, String name, boolean operator) {}

    /** The address that signs in once; shown this once. */
    public record OneTimeLink(Accounts.Account account, String link) {}

    /** All accounts. */
    @GET
    public List<Accounts.Account> all() {
        access.operator();
        return accounts.all();
    }

    /** Adds an account without a password and answers with its one-time link. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(NewAccount wish) {
        Actor operator = access.operator();
        String login = bounded("login", wish.login());
        if (accounts.byLogin(login).isPresent()) {
            throw new Refused(409, "account-exists");
        }
        Accounts.Account added = accounts.add(login, bounded("name", wish.name()), wish.operator());
        audit.write(operator, null, "account-added", null, "account " + added.id());
        return link(added, 201);
    }

    /** A funder or researcher to be added. @param body for whom they look */
    public record NewObserver(String login, String name, String body) {}

    /** Adds the account of a funder or researcher, who belongs to no house; answers with its one-time link. */
    @POST
    @Path("observers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addObserver(NewObserver wish) {
        Actor operator = access.operator();
        String login = bounded("login", wish.login());
        if (accounts.byLogin(login).isPresent()) {
            throw new Refused(409, "account-exists");
        }
        String body = bounded("body", wish.body());
        Accounts.Account added = accounts.addObserver(login, bounded("name", wish.name()), body);
        audit.write(operator, null, "observer-added", null, "account " + added.id() + ": " + body);
        return link(added, 201);
    }

    /** Makes another one-time link, for instance when a password was forgotten. */
    @POST
    @Path("{account}/link")
    public Response renew(@PathParam("account") long number) {
        Actor operator = access.operator();
        Accounts.Account account = numbered(number);
        audit.write(operator, null, "link-made", null, "account " + number);
        return link(account, 201);
    }

    /** Disables an account, not one's own. */
    @DELETE
    @Path("{account}")
    public void disable(@PathParam("account") long number) {
        Actor operator = access.operator();
        if (numbered(number).login().equals(operator.login())) {
            throw new Refused(403, "own-account");
        }
        accounts.disable(number);
        audit.write(operator, null, "account-disabled", null, "account " + number);
    }

    private Accounts.Account numbered(long number) {
        return accounts.all().stream()
                .filter(account -> account.id() == number)
                .findFirst()
                .orElseThrow(() -> new Refused(404, "account-unknown"));
    }

    private Response link(Accounts.Account account, int status) {
        String link = address.get() + "/link?key=" + accounts.oneTimeLink(account.id(), LINK_VALID);
        return Response.status(status)
                .header("Cache-Control", "no-store")
                .entity(new OneTimeLink(account, link))
                .build();
    }

    private static String bounded(String name, String text) {
        if (text == null || text.isBlank() || text.length() > CHARACTERS_MAX) {
            throw Parameters.unreadable(name, "");
        }
        return text.strip();
    }
}
