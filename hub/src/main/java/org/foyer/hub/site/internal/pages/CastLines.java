package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.model.CastChange;

/** Who plays in whose place, in sentences. */
final class CastLines {

    private static final String COMMA = ", ";

    private CastLines() {}

    static List<String> told(Language language, List<CastChange> changes) {
        return changes.stream().map(change -> told(language, change)).toList();
    }

    static String told(Language language, CastChange change) {
        String plays = String.join(COMMA, change.plays());
        String missing = String.join(COMMA, change.inPlaceOf());
        String role = ProgrammeBill.role(language, change.role());
        if (change.replaces()) {
            return role.isBlank()
                    ? language.say("show_in_place_of", plays, missing)
                    : language.say("show_as_in_place_of", plays, role, missing);
        }
        String who = change.plays().isEmpty() ? missing : plays;
        String with = role.isBlank() ? who : who + " (" + role + ")";
        return language.say(change.plays().isEmpty() ? "show_without" : "show_also_with", with);
    }
}
