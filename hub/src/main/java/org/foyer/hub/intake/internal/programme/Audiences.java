package org.foyer.hub.intake.internal.programme;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.intake.internal.loading.PlainText;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;

/** What sources say of whom a show is meant for, as one cell: their words, and our codes where they have codes or addresses alone. */
final class Audiences {

    /** The code of school groups. */
    static final String SCHOOLS = "schools";

    private static final Vocabulary KNOWN = Vocabularies.of("audiences");
    private static final String DATASCENE = "https://datascene.ca/modele#";
    private static final Map<String, String> OF_DATASCENE = KNOWN.byNameIn(DATASCENE);

    private Audiences() {}

    /** All words, each once. */
    static String told(Collection<String> words) {
        Set<String> kept = new LinkedHashSet<>();
        for (String word : words) {
            String plain = PlainText.line(word);
            String address = plain.startsWith(DATASCENE) ? plain.substring(DATASCENE.length()) : plain;
            kept.add(OF_DATASCENE.getOrDefault(address, plain));
        }
        kept.remove("");
        return String.join(", ", kept);
    }

    /** Whether a word certainly names an audience. */
    static boolean names(String word) {
        return KNOWN.meaning(word).isPresent();
    }

    /** Of words that may mean anything those that certainly mean an audience, each meaning once. */
    static String among(List<String> words) {
        return words.stream()
                .flatMap(word -> KNOWN.meaning(word).stream())
                .map(Concept::code)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
