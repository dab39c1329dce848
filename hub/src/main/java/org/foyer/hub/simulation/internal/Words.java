package org.foyer.hub.simulation.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Word lists of {@code simulation/words.txt}, by section. */
final class Words {

    private final Map<String, List<String>> sections = new HashMap<>();

    Words() {
        String section = "";
        for (String line : Resource.lines("/simulation/words.txt")) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sections.put(section, List.of(line.split("\\|")));
            }
        }
    }

    List<String> of(String section) {
        return Objects.requireNonNull(sections.get(section), section);
    }
}
