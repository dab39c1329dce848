package org.foyer.hub.site.internal.pages;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.SessionResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CurrentLanguage;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** Coming in and going out: sign-in, one-time link, choice of a house, language and light. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class DoorPage {

    private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

    private final Access access;
    private final CurrentActor current;
    private final SessionResource session;
    private final Frames frames;
    private final Screen screen;
    private final boolean organisation;

    /** @param organisation whether people may also sign in with the account of their organisation */
    @Inject
    public DoorPage(
            Access access,
            CurrentActor current,
            SessionResource session,
            Frames frames,
            Screen screen,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean organisation) {
        this.access = access;
        this.current = current;
        this.session = session;
        this.frames = frames;
        this.screen = screen;
        this.organisation = organisation;
    }

    /** The house when there is but one, else the choice. */
    @GET
    public Response root() {
        Actor actor = current.get();
        List<House> own = access.visible().stream()
                .filter(house -> actor.roles().containsKey(house.id()))
                .toList();
        if (own.size() == 1) {
            return go("/h/" + own.get(0).slug());
        }
        if (actor.isObserver()) {
            return go("/observatory");
        }
        if (own.isEmpty() && actor.operator()) {
            return go("/node");
        }
        return houses(own);
    }

    @GET
    @Path("houses")
    public Response houses() {
        Actor actor = current.get();
        return houses(access.visible().stream()
                .filter(house -> actor.roles().containsKey(house.id()))
                .toList());
    }

    private Response houses(List<House> own) {
        Language language = frames.language();
        DoorView.Houses view = new DoorView.Houses(own.stream()
                .map(house -> new DoorView.House(
                        "/h/" + house.slug(), house.name(), says(language, house), house.simulated()))
                .toList());
        return screen.show("houses", frames.frame(language.say("houses_title")), view);
    }

    private static String says(Language language, House house) {
        String discipline =
                language.say("discipline_name_" + house.discipline().name().toLowerCase(Locale.ROOT));
        String seats = language.count("seats", house.seats());
        String city = house.address().city();
        return city == null ? discipline + ", " + seats : discipline + ", " + seats + ", " + city;
    }

    @GET
    @Path("login")
    public Response signInForm(@QueryParam("next") @DefaultValue("/") String next) {
        if (current.find().isPresent()) {
            return go(own(next));
        }
        return signInForm(200, new DoorView.SignIn("", own(next), organisation, null, null));
    }

    @POST
    @Path("login")
    public Response signIn(
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @DefaultValue("/") String next,
            @Context UriInfo asked,
            @Context RoutingContext context) {
        try {
            Response welcome = session.signIn(new SessionResource.Credentials(login.strip(), password), asked, context);
            return withCookies(go(own(next)), welcome);
        } catch (Refused refused) {
            Sentences sentences = Sentences.in(frames.locale());
            return signInForm(
                    refused.status(),
                    new DoorView.SignIn(
                            login,
                            own(next),
                            organisation,
                            sentences.sentence(refused.code(), refused.arguments()),
                            sentences.mend(refused.code(), refused.arguments())));
        }
    }

    private Response signInForm(int status, DoorView.SignIn view) {
        return screen.show(status, "login", frames.frame(frames.language().say("sign_in")), view);
    }

    @GET
    @Path("link")
    public Response linkForm(@QueryParam("key") @DefaultValue("") String key) {
        return linkForm(200, new DoorView.Link(key, null, null));
    }

    @POST
    @Path("link")
    public Response useLink(
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("password") @DefaultValue("") String password,
            @Context UriInfo asked) {
        try {
            return withCookies(go("/"), session.useLink(new SessionResource.LinkUse(key, password), asked));
        } catch (Refused refused) {
            Sentences sentences = Sentences.in(frames.locale());
            return linkForm(
                    refused.status(),
                    new DoorView.Link(
                            key,
                            sentences.sentence(refused.code(), refused.arguments()),
                            sentences.mend(refused.code(), refused.arguments())));
        }
    }

    private Response linkForm(int status, DoorView.Link view) {
        return screen.show(status, "link", frames.frame(frames.language().say("link_title")), view);
    }

    @POST
    @Path("logout")
    public Response signOut(@Context UriInfo asked) {
        return withCookies(go("/login"), session.signOut(asked));
    }

    /** Keeps the choice of language and light for a year. */
    @POST
    @Path("preferences")
    public Response prefer(
            @FormParam("language") @Nullable String language,
            @FormParam("theme") @Nullable String theme,
            @FormParam("back") @DefaultValue("/") String back,
            @Context UriInfo asked) {
        Response.ResponseBuilder answer = Response.fromResponse(go(own(back)));
        if (language != null && (language.equals("fr") || language.equals("en"))) {
            answer.cookie(kept(CurrentLanguage.COOKIE, language, asked));
        }
        if (theme != null && theme.matches("auto|light|dark")) {
            answer.cookie(kept(Frames.THEME, theme, asked));
        }
        return answer.build();
    }

    private static NewCookie kept(String name, String value, UriInfo asked) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(YEAR_SECONDS)
                .httpOnly(true)
                .secure("https".equals(asked.getRequestUri().getScheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static Response withCookies(Response to, Response from) {
        return Response.fromResponse(to)
                .cookie(from.getCookies().values().toArray(new NewCookie[0]))
                .build();
    }

    /** Only an address of this node, so that a link cannot send people elsewhere after they sign in. */
    static String own(String address) {
        boolean local = address.startsWith("/") && !address.startsWith("//") && !address.contains("\\");
        return local && address.chars().noneMatch(letter -> letter < ' ') ? address : "/";
    }

    private static Response go(String address) {
        return Response.status(303).header("Location", address).build();
    }
}
