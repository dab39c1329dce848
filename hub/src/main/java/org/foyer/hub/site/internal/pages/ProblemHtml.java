package org.foyer.hub.site.internal.pages;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.ProblemPage;
import org.foyer.hub.site.internal.server.Sentences;

/** Shows a problem in the frame of the pages. */
@ApplicationScoped
public class ProblemHtml implements ProblemPage {

    private final Screen screen;

    @Inject
    public ProblemHtml(Screen screen) {
        this.screen = screen;
    }

    @Override
    public String html(int status, String code, List<String> arguments, RoutingContext asked, CurrentActor asker) {
        Frames frames = new Frames(asker, asked);
        Language language = frames.language();
        Sentences sentences = Sentences.in(language.locale());
        String title = language.sayOr(language.say("problem_other"), "problem_" + status);
        ProblemView view = new ProblemView(
                Integer.toString(status), sentences.sentence(code, arguments), sentences.mend(code, arguments), code);
        return screen.html("problem", frames.frame(title), view);
    }
}
