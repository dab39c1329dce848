package org.foyer.hub.site.internal.pages;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** One's own account: password, language and light. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class AccountPage {

    private static final int PASSWORD_CHARACTERS_MIN = 15;
    private static final int PASSWORD_CHARACTERS_MAX = 200;

    private final CurrentActor current;
    private final Accounts accounts;
    private final Audit audit;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public AccountPage(CurrentActor current, Accounts accounts, Audit audit, Frames frames, Screen screen) {
        this.current = current;
        this.accounts = accounts;
        this.audit = audit;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("account")
    public Response account() {
        return show(200, null, null, List.of());
    }

    /** Changes the password of who is signed in and knows the present one. */
    @POST
    @Path("account/password")
    public Response password(
            @FormParam("present") @DefaultValue("") String present,
            @FormParam("password") @DefaultValue("") String password,
            @Context RoutingContext context) {
        Actor actor = current.get();
        if (current.session().isEmpty()) {
            throw new Refused(403, "session-needed");
        }
        if (password.length() < PASSWORD_CHARACTERS_MIN || password.length() > PASSWORD_CHARACTERS_MAX) {
            return show(422, null, "password-too-short", List.of(Integer.toString(PASSWORD_CHARACTERS_MIN)));
        }
        String client = context.request().remoteAddress().hostAddress();
        Accounts.Login outcome = accounts.login(actor.login(), present, client);
        if (outcome instanceof Accounts.Login.Welcome welcome) {
            accounts.logout(welcome.sessionSecret());
            accounts.setPassword(welcome.account().id(), password);
            audit.write(
                    actor,
                    null,
                    "password-changed",
                    null,
                    "account " + welcome.account().id());
            return show(200, frames.language().say("password_changed"), null, List.of());
        }
        if (outcome instanceof Accounts.Login.Throttled throttled) {
            String seconds = Long.toString(throttled.delay().toSeconds() + 1);
            return show(429, null, "login-throttled", List.of(seconds));
        }
        return show(422, null, "login-refused", List.of());
    }

    private Response show(int status, @Nullable String done, @Nullable String problem, List<String> arguments) {
        String login = current.get().login();
        Language language = frames.language();
        Sentences sentences = Sentences.in(language.locale());
        DoorView.Own view = new DoorView.Own(
                login,
                done,
                problem == null ? null : sentences.sentence(problem, arguments),
                problem == null ? null : sentences.mend(problem, arguments));
        return screen.show(status, "account", frames.frame(language.say("account_title")), view);
    }
}
