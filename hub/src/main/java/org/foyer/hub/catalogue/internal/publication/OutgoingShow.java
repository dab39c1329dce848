package org.foyer.hub.catalogue.internal.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Venue;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * A run of a show at a venue, with all its dates of the season, in their order.
 *
 * @param thing production, season and venue, as in the identifier of the run
 * @param entry the performance whose words count for the whole run: the next one, or the last one when all lie behind
 */
record OutgoingShow(String thing, ProgrammeEntry entry, List<OutgoingDate> dates) {

    OutgoingShow {
        dates = List.copyOf(dates);
    }

    String title() {
        return entry.production().title();
    }

    /** Whom all its dates are meant for; what holds of some of them alone is not told of the run. */
    List<Concept> audiences() {
        List<Concept> all = new ArrayList<>(dates.get(0).audiences());
        dates.forEach(date -> all.retainAll(date.audiences()));
        return all;
    }

    @Nullable
    Venue venue() {
        return entry.venue();
    }

    LocalDate first() {
        return dates.get(0).day();
    }

    LocalDate last() {
        return dates.get(dates.size() - 1).day();
    }

    Map<String, String> titles(String language) {
        return texts("title", entry.production().title(), language);
    }

    Map<String, String> descriptions(String language) {
        return texts("description", entry.production().description(), language);
    }

    /**
     * A text by language, in the order of the codes; empty when nobody said anything.
     *
     * @param language of the house's own words
     */
    private Map<String, String> texts(String property, @Nullable String own, String language) {
        Map<String, String> texts = new TreeMap<>();
        for (String other : Vocabulary.LANGUAGES) {
            put(texts, other, entry.described(property + "@" + other));
        }
        put(texts, language, own);
        return texts;
    }

    private static void put(Map<String, String> texts, String language, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.put(language, text.strip());
        }
    }
}
