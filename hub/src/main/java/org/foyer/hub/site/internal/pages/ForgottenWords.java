package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.governance.ForgottenAnswers.Forgotten;
import org.foyer.hub.model.House;

/** What was forgotten after a withdrawal, in sentences. */
final class ForgottenWords {

    private ForgottenWords() {}

    /** In the order of the lines, one sentence each. */
    static List<String> of(Language language, House house, List<Forgotten> lines) {
        return lines.stream().map(line -> of(language, house, line)).toList();
    }

    private static String of(Language language, House house, Forgotten line) {
        String what = language.count("leaving_forgotten_" + Labels.underscored(line.kind()), line.answers());
        String when = language.formats().moment(line.at(), house.zone());
        if (line.own()) {
            return language.say("leaving_forgotten_own", when, what);
        }
        return line.node().isEmpty()
                ? language.say("leaving_forgotten_here", when, what, line.slug())
                : language.say("leaving_forgotten_there", when, what, line.slug(), line.node());
    }
}
