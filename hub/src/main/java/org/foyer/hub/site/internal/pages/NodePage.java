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
import java.util.Arrays;
import java.util.Locale;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.internal.api.AccountsResource;
import org.foyer.hub.site.internal.api.HousesResource;
import org.foyer.hub.site.internal.api.NewHouse;
import org.foyer.hub.site.internal.security.Access;
import org.jspecify.annotations.Nullable;

/** The operator's page: houses and accounts of the node, no figure of any house. The rules are the API's own. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class NodePage {

    private final Access access;
    private final AccountsResource accounts;
    private final HousesResource houses;
    private final Audit audit;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public NodePage(
            Access access,
            AccountsResource accounts,
            HousesResource houses,
            Audit audit,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.accounts = accounts;
        this.houses = houses;
        this.audit = audit;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("node")
    public Response node() {
        return show(null);
    }

    @POST
    @Path("node/accounts")
    public Response addAccount(
            @FormParam("login") String login,
            @FormParam("name") String name,
            @FormParam("operator") boolean operator,
            @FormParam("body") @Nullable String body) {
        Response made = body == null || body.isBlank()
                ? accounts.add(new AccountsResource.NewAccount(login, name, operator))
                : accounts.addObserver(new AccountsResource.NewObserver(login, name, body));
        return show((AccountsResource.OneTimeLink) made.getEntity());
    }

    @POST
    @Path("node/accounts/{account}/link")
    public Response link(@PathParam("account") long account) {
        return show((AccountsResource.OneTimeLink) accounts.renew(account).getEntity());
    }

    @POST
    @Path("node/accounts/{account}/disable")
    public Response disable(@PathParam("account") long account) {
        accounts.disable(account);
        return Response.status(303).header("Location", "/node").build();
    }

    @POST
    @Path("node/houses")
    public Response addHouse(
            @FormParam("name") String name,
            @FormParam("discipline") String discipline,
            @FormParam("seats") int seats,
            @FormParam("postcode") @Nullable String postcode,
            @FormParam("city") @Nullable String city,
            @FormParam("region") @Nullable String region,
            @FormParam("country") @Nullable String country) {
        PostalAddress address =
                new PostalAddress(null, orNull(postcode), orNull(city), orNull(region), orNull(country));
        houses.add(new NewHouse(name, null, discipline, seats, address, null, null, null, false));
        return Response.status(303).header("Location", "/node").build();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private Response show(AccountsResource.@Nullable OneTimeLink made) {
        Actor operator = access.operator();
        Language language = frames.language();
        NodeView view = new NodeView(
                access.visible().stream().map(house -> house(language, house)).toList(),
                accounts.all().stream()
                        .map(account -> account(account, operator.login()))
                        .toList(),
                Arrays.stream(Discipline.values())
                        .map(one -> new ImportView.Option(
                                stored(one), language.say("discipline_name_" + stored(one)), one == Discipline.THEATRE))
                        .toList(),
                audit.lines(null, 0, 1).stream()
                        .findFirst()
                        .map(line -> line.sequence() + " · " + line.hash())
                        .orElse(null),
                made == null ? null : made.link(),
                made == null ? null : made.account().name());
        return screen.show("node", frames.frame(language.say("nav_node")), view);
    }

    private static NodeView.House house(Language language, House house) {
        return new NodeView.House(
                house.name(),
                language.say("discipline_name_" + stored(house.discipline())),
                language.formats().number(house.seats()),
                "/h/" + house.slug() + "/members",
                house.simulated());
    }

    private static NodeView.Account account(Accounts.Account account, String self) {
        return new NodeView.Account(
                account.id(),
                account.login(),
                account.name(),
                account.operator(),
                account.enabled(),
                account.login().equals(self));
    }

    private static String stored(Discipline discipline) {
        return discipline.name().toLowerCase(Locale.ROOT);
    }
}
