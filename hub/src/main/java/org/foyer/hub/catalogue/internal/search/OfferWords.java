package org.foyer.hub.catalogue.internal.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.catalogue.internal.Meanings;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What a house's words for languages, accessibility and audiences certainly mean. A word that is not known means nothing. */
final class OfferWords {

    private static final String PARTS = "[,;/|+\\r\\n]+";

    /** Languages of the world by their name in French, English, German and Dutch. */
    private static final Map<String, String> LANGUAGES = languages();

    private static final Vocabulary ACCESSIBILITY = Vocabularies.of("accessibility");
    private static final Vocabulary AUDIENCES = Vocabularies.of("audiences");
    private static final String EVERYONE = "everyone";

    /** Needs by the words of the vocabulary; a text that holds such words meets the need. */
    private static final Map<String, Set<Need>> NEEDS = needs();

    /** Texts whose needs are remembered: programmes say the same few again and again. */
    private static final int REMEMBERED_MAX = 10_000;

    private static final Map<String, Set<Need>> REMEMBERED = new ConcurrentHashMap<>();

    private OfferWords() {}

    private static Map<String, String> languages() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            names.put(code, code);
        }
        for (String code : Locale.getISOLanguages()) {
            for (String in : new String[] {"fr", "en", "de", "nl"}) {
                names.putIfAbsent(Folding.key(new Locale(code).getDisplayLanguage(new Locale(in))), code);
            }
        }
        return Map.copyOf(names);
    }

    private static Map<String, Set<Need>> needs() {
        Map<String, Set<Need>> needs = new LinkedHashMap<>();
        for (Concept concept : ACCESSIBILITY.concepts()) {
            Set<Need> met = met(concept);
            if (!met.isEmpty()) {
                concept.words().forEach(word -> needs.putIfAbsent(Folding.key(word), met));
            }
        }
        return needs;
    }

    private static Set<Need> met(Concept concept) {
        Set<Need> met = EnumSet.noneOf(Need.class);
        Meanings.needs(concept).forEach(code -> met.add(Need.valueOf(code.toUpperCase(Locale.ROOT))));
        return met;
    }

    /** Codes of the audiences that a text names, and of those that are wider; everybody is only who is named. */
    static Set<String> audiences(@Nullable String text) {
        Set<String> found = new TreeSet<>();
        for (Concept named : Meanings.audiences(text)) {
            Optional<Concept> one = Optional.of(named);
            while (one.isPresent() && (one.get() == named || !one.get().code().equals(EVERYONE))) {
                found.add(one.get().code());
                one = AUDIENCES.broader(one.get());
            }
        }
        return found;
    }

    /** Codes of the languages that a text names: codes or names between commas, or codes between blanks. */
    static Set<String> languages(@Nullable String text) {
        Set<String> found = new TreeSet<>();
        if (text != null) {
            for (String part : text.split(PARTS)) {
                String whole = language(part);
                if (whole != null) {
                    found.add(whole);
                } else if (Arrays.stream(part.strip().split("\\s+")).allMatch(OfferWords::isCode)) {
                    Arrays.stream(part.strip().split("\\s+"))
                            .map(OfferWords::language)
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isCode(String word) {
        return word.matches("[A-Za-z]{2}(-[A-Za-z]{2})?") && language(word) != null;
    }

    private static @Nullable String language(String part) {
        String told = part.strip();
        return LANGUAGES.get(
                told.matches("[A-Za-z]{2}-[A-Za-z]{2}")
                        ? told.substring(0, 2).toLowerCase(Locale.ROOT)
                        : Folding.key(told));
    }

    /** The needs that a text says are met. */
    static Set<Need> needs(@Nullable String text) {
        if (text == null) {
            return Set.of();
        }
        Set<Need> known = REMEMBERED.get(text);
        if (known == null) {
            known = read(text);
            if (REMEMBERED.size() < REMEMBERED_MAX) {
                REMEMBERED.put(text, known);
            }
        }
        return known;
    }

    private static Set<Need> read(String text) {
        Set<Need> found = EnumSet.noneOf(Need.class);
        for (String part : text.split(PARTS)) {
            for (String word : part.strip().split("\\s+")) {
                Arrays.stream(Need.values())
                        .filter(need -> need.name().equalsIgnoreCase(word) && isCodes(part))
                        .forEach(found::add);
            }
            ACCESSIBILITY.concept(part.strip()).map(OfferWords::met).ifPresent(found::addAll);
            String padded = " " + Folding.key(part) + " ";
            NEEDS.forEach((phrase, needs) -> {
                if (padded.contains(" " + phrase + " ")) {
                    found.addAll(needs);
                }
            });
        }
        return Set.copyOf(found);
    }

    private static boolean isCodes(String part) {
        return part.strip().matches("(?i)(hi|vi|pi|mi|ii)(\\s+(hi|vi|pi|mi|ii))*");
    }
}
