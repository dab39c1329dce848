package org.foyer.hub.catalogue.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.model.CastChange;

/** Who plays in whose place, in both languages of the node, for calendars, which do not know their reader's. */
final class CastWords {

    private static final String COMMA = ", ";

    private CastWords() {}

    /** A line for each change; empty without any. */
    static String told(List<CastChange> changes) {
        return changes.stream().map(CastWords::line).collect(Collectors.joining("\n"));
    }

    private static String line(CastChange change) {
        String role = change.role().isBlank() ? "" : " (" + change.role() + ")";
        String plays = String.join(COMMA, change.plays()) + role;
        String missing = String.join(COMMA, change.inPlaceOf());
        if (change.replaces()) {
            return plays + " à la place de / in place of " + missing;
        }
        return change.plays().isEmpty() ? "sans / without " + missing + role : "avec aussi / also with " + plays;
    }
}
