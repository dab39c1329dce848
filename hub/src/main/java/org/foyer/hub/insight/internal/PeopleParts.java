package org.foyer.hub.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.Figure.Part;

/** Classes of people, those too small to be told put together. */
final class PeopleParts {

    /** The class of all classes that are withheld. */
    static final String SMALL = "small-groups";

    private PeopleParts() {}

    /** @param people by class, in the order of the classes; together they are {@code whole} */
    static List<Part> of(Map<String, Long> people, long whole) {
        List<String> keys = List.copyOf(people.keySet());
        List<Boolean> withheld = SmallGroups.withheld(List.copyOf(people.values()));
        List<Part> parts = new ArrayList<>();
        long small = 0;
        for (int i = 0; i < keys.size(); i++) {
            long count = people.getOrDefault(keys.get(i), 0L);
            if (withheld.get(i)) {
                small += count;
            } else {
                parts.add(Draft.part(keys.get(i), count, whole));
            }
        }
        if (small > 0) {
            parts.add(Draft.part(SMALL, small, whole));
        }
        return parts;
    }
}
