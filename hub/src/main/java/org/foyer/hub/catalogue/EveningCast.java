package org.foyer.hub.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.CastChange;

/**
 * Who plays on one date, told as what is usual in its run and what is different.
 *
 * @param usual of the run, by role
 * @param changes what is different on this date, by role
 * @param told whether anybody is credited on this date; if not, nothing is known to be different
 */
public record EveningCast(long performance, List<UsualPart> usual, List<CastChange> changes, boolean told) {

    /** Who plays on this date, by role: the usual cast with the changes made in it. Empty when nobody is credited. */
    public Map<String, List<String>> cast() {
        Map<String, List<String>> cast = new LinkedHashMap<>();
        if (told) {
            usual.forEach(part -> cast.put(part.role(), new ArrayList<>(part.names())));
            for (CastChange change : changes) {
                List<String> names = cast.computeIfAbsent(change.role(), made -> new ArrayList<>());
                names.removeAll(change.inPlaceOf());
                names.addAll(change.plays());
            }
            cast.values().removeIf(List::isEmpty);
        }
        return cast;
    }
}
