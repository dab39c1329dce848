package org.foyer.hub.site.internal.pages;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.model.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What works are and as what groups are set up in law, in the reader's language where the vocabularies know the word, else as it stands. */
final class ToldForms {

    /** The narrowest last, as a person says it: an opera, an opera buffa. */
    private static final List<String> OF_WORK = List.of("work_category", "work_type", "work_genre");

    private ToldForms() {}

    /** @param vocabulary {@code work-forms} or {@code legal-forms} */
    static String word(Language language, String vocabulary, String said) {
        return Vocabularies.of(vocabulary)
                .said(said)
                .map(concept -> concept.label(language.code()))
                .orElse(said);
    }

    /** Category, type and genre of a work, each word once; null when nobody said any. */
    static @Nullable String ofWork(Language language, ExternalIds ids, long work) {
        String told = OF_WORK.stream()
                .map(property -> ids.ofWork(work, property))
                .filter(Objects::nonNull)
                .map(said -> word(language, "work-forms", said))
                .distinct()
                .collect(Collectors.joining(" · "));
        return told.isEmpty() ? null : told;
    }
}
