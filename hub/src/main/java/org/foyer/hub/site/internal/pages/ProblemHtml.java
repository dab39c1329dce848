package org.foyer.hub.site.internal.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.foyer.hub.site.internal.server.ProblemPage;

/** Shows a problem in the frame of the pages. */
@ApplicationScoped
public class ProblemHtml implements ProblemPage {

    private final Frames frames;
    private final Screen screen;

    @Inject
    public ProblemHtml(Frames frames, Screen screen) {
        this.frames = frames;
        this.screen = screen;
    }

    @Override
    public String html(int status, String code, String sentence, String mend, Locale language) {
        Language spoken = Language.of(language);
        String title = spoken.sayOr(spoken.say("problem_other"), "problem_" + status);
        return screen.html(
                "problem", frames.frame(title), new ProblemView(Integer.toString(status), sentence, mend, code));
    }
}
