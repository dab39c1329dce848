package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.MembersResource;
import org.foyer.hub.site.internal.api.TokensResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Members and roles of a house, and its steward's tokens. The rules are the API's own. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class MembersPage {

    private final Access access;
    private final CurrentActor current;
    private final MembersResource members;
    private final TokensResource tokens;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public MembersPage(
            Access access,
            CurrentActor current,
            MembersResource members,
            TokensResource tokens,
            RunningNode node,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.members = members;
        this.tokens = tokens;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/members")
    public Response list(@PathParam("house") String slug) {
        return show(slug, null);
    }

    @POST
    @Path("h/{house}/members")
    public Response set(
            @PathParam("house") String slug, @FormParam("login") String login, @FormParam("role") String role) {
        members.set(slug, new MembersResource.Membership(login, role));
        return back(slug);
    }

    @POST
    @Path("h/{house}/members/{account}/remove")
    public Response remove(@PathParam("house") String slug, @PathParam("account") long account) {
        members.remove(slug, account);
        return back(slug);
    }

    @POST
    @Path("h/{house}/tokens")
    public Response makeToken(
            @PathParam("house") String slug,
            @FormParam("name") String name,
            @FormParam("may") String may,
            @FormParam("days") int days) {
        Response made = tokens.make(slug, new TokensResource.TokenWish(name, !"write".equals(may), days));
        return show(slug, ((TokensResource.NewToken) made.getEntity()).secret());
    }

    @POST
    @Path("h/{house}/tokens/{token}/revoke")
    public Response revoke(@PathParam("house") String slug, @PathParam("token") long token) {
        tokens.revoke(slug, token);
        return back(slug);
    }

    private Response show(String slug, @Nullable String secret) {
        House house = access.membersOf(slug);
        Language language = frames.language();
        boolean steward = current.get().may(house.id(), Role.STEWARD);
        String self = current.get().login();
        Clock clock = node.get().settings().clock();
        MembersView view = new MembersView(
                "/h/" + house.slug(),
                members.members(slug).stream()
                        .map(member -> member(language, member, self))
                        .toList(),
                Arrays.stream(Role.values())
                        .map(role -> new ImportView.Option(
                                stored(role), language.say("role_name_" + stored(role)), role == Role.READER))
                        .toList(),
                steward,
                steward
                        ? tokens.tokens(slug).stream()
                                .map(token -> token(language, house, token, clock.instant()))
                                .toList()
                        : List.of(),
                secret);
        return screen.show("members", frames.frame(language.say("nav_members"), house), view);
    }

    private static MembersView.Member member(Language language, Accounts.Member member, String self) {
        Accounts.Account account = member.account();
        return new MembersView.Member(
                account.id(),
                account.login(),
                account.name(),
                language.say("role_name_" + stored(member.role())),
                account.login().equals(self));
    }

    private static MembersView.Token token(Language language, House house, Accounts.Token token, Instant now) {
        Instant until = Instant.ofEpochMilli(token.expiresAt());
        boolean live = !token.revoked() && now.isBefore(until);
        return new MembersView.Token(
                token.id(),
                token.name(),
                language.say(token.readOnly() ? "token_reads" : "token_writes"),
                live ? language.formats().moment(until, house.zone()) : language.say("token_ended"),
                live);
    }

    private static String stored(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Response back(String slug) {
        return Response.status(303)
                .header("Location", "/h/" + slug + "/members")
                .build();
    }
}
