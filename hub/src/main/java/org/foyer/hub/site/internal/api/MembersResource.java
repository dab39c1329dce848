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
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The members of a house, for its stewards and for the operator, who names the first steward.
 *
 * <p>Nobody changes their own role: an operator cannot let themselves in, the last steward cannot leave by mistake.
 */
@Path("/api/houses/{house}/members")
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {

    private final Access access;
    private final CurrentActor current;
    private final Accounts accounts;
    private final Audit audit;

    @Inject
    public MembersResource(Access access, CurrentActor current, Accounts accounts, Audit audit) {
        this.access = access;
        this.current = current;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Who gets which role. */
    public record Membership(String login, String role) {}

    /** The members. */
    @GET
    public List<Accounts.Member> members(@PathParam("house") String slug) {
        return accounts.members(access.membersOf(slug).id());
    }

    /** Gives an account a role, or another role than it had. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Accounts.Member> set(@PathParam("house") String slug, Membership wish) {
        House house = access.membersOf(slug);
        Accounts.Account account = accounts.byLogin(wish.login() == null ? "" : wish.login())
                .orElseThrow(() -> new Refused(422, "account-unknown"));
        change(house, account, roleNamed(wish.role()));
        return accounts.members(house.id());
    }

    /** Takes a member's role away. */
    @DELETE
    @Path("{account}")
    public void remove(@PathParam("house") String slug, @PathParam("account") long number) {
        House house = access.membersOf(slug);
        Accounts.Account account = accounts.members(house.id()).stream()
                .map(Accounts.Member::account)
                .filter(member -> member.id() == number)
                .findFirst()
                .orElseThrow(() -> new Refused(404, "account-unknown"));
        change(house, account, null);
    }

    private void change(House house, Accounts.Account account, @Nullable Role role) {
        Actor actor = current.get();
        if (actor.readOnly()) {
            throw new Refused(403, "token-read-only");
        }
        if (account.login().equals(actor.login())) {
            throw new Refused(403, "own-role");
        }
        accounts.setRole(account.id(), house.id(), role);
        String told = role == null ? "none" : role.name().toLowerCase(Locale.ROOT);
        audit.write(actor, house.id(), "role-set", null, "account " + account.id() + ": " + told);
    }

    private static Role roleNamed(@Nullable String name) {
        try {
            return Role.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Parameters.unreadable("role", String.valueOf(name));
        }
    }
}
