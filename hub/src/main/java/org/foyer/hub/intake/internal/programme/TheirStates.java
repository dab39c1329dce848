package org.foyer.hub.intake.internal.programme;

import java.util.HashMap;
import java.util.Map;
import org.foyer.hub.model.Vocabularies;

/** States of performances by the words of other tools, from the vocabularies. */
final class TheirStates {

    private static final String SCHEMA = "http://schema.org/";

    private TheirStates() {}

    /**
     * By the codes of a list.
     *
     * @param register whose, by its code in the vocabulary of registers
     */
    static Map<String, String> of(String register) {
        return Vocabularies.of("states").byCodeOf(register);
    }

    /** By the names of schema.org, and that in the spelling of the United States, which many write. */
    static Map<String, String> ofSchema() {
        Map<String, String> states = new HashMap<>(Vocabularies.of("states").byNameIn(SCHEMA));
        states.put("EventCanceled", "cancelled");
        return Map.copyOf(states);
    }

    /** Of calendars, where many write {@code CANCELED}. */
    static Map<String, String> ofCalendars() {
        Map<String, String> states = new HashMap<>(of("icalendar"));
        states.put("CANCELED", "cancelled");
        return Map.copyOf(states);
    }

    /** Of OpenAgenda, which counts being sold out among the states: such a performance takes place. */
    static Map<String, String> ofOpenAgenda() {
        Map<String, String> states = new HashMap<>(of("openagenda"));
        Vocabularies.of("availability").byCodeOf("openagenda").keySet().forEach(code -> states.put(code, "scheduled"));
        return Map.copyOf(states);
    }
}
