package org.foyer.hub.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A controlled vocabulary: what may be meant, how people say it, and which codes others have for it. */
public final class Vocabulary {

    /** Before the name of a vocabulary in its address. */
    public static final String PATH = "/id/vocabulary/";

    /** Languages in which everything has a name. */
    public static final List<String> LANGUAGES = List.of("fr", "en", "de", "nl");

    /** Words remembered as they stand: a programme says the same few again and again, and folding one is slow. */
    private static final int REMEMBERED_MAX = 10_000;

    private static final List<String> SAME = List.of("exactMatch", "closeMatch", "broadMatch");

    private final String name;
    private final Map<String, String> titles;
    private final Map<String, String> descriptions;
    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Map<String, Concept> meanings = new HashMap<>();
    private final Map<String, Optional<Concept>> remembered = new ConcurrentHashMap<>();

    Vocabulary(String name, Map<String, String> titles, Map<String, String> descriptions, List<Concept> concepts) {
        this.name = name;
        this.titles = Map.copyOf(titles);
        this.descriptions = Map.copyOf(descriptions);
        concepts.forEach(concept -> {
            this.concepts.put(concept.code(), concept);
            concept.words().forEach(word -> meanings.putIfAbsent(folded(word), concept));
        });
    }

    /** For instance {@code genres}: the last part of its address. */
    public String name() {
        return name;
    }

    /** What it is called, by language. */
    public Map<String, String> titles() {
        return titles;
    }

    /** What it is about, by language. */
    public Map<String, String> descriptions() {
        return descriptions;
    }

    /** All concepts, in the order of the file. */
    public List<Concept> concepts() {
        return List.copyOf(concepts.values());
    }

    public Optional<Concept> concept(String code) {
        return Optional.ofNullable(concepts.get(code));
    }

    /** The next wider concept. */
    public Optional<Concept> broader(Concept concept) {
        return concept.broader() == null ? Optional.empty() : concept(concept.broader());
    }

    /** The widest concept that a word certainly means: chamber music is music. */
    public Optional<Concept> widest(@Nullable String word) {
        Optional<Concept> concept = meaning(word);
        while (concept.flatMap(this::broader).isPresent()) {
            concept = concept.flatMap(this::broader);
        }
        return concept;
    }

    /** What a word certainly means, in whichever language; accents, capitals and the form of apostrophes do not count. */
    public Optional<Concept> meaning(@Nullable String word) {
        if (word == null) {
            return Optional.empty();
        }
        Optional<Concept> known = remembered.get(word);
        if (known == null) {
            known = Optional.ofNullable(meanings.get(folded(word)));
            if (remembered.size() < REMEMBERED_MAX) {
                remembered.put(word, known);
            }
        }
        return known;
    }

    /** What our own code for a concept, or else a word, certainly means. */
    public Optional<Concept> said(@Nullable String codeOrWord) {
        Concept concept = codeOrWord == null ? null : concepts.get(codeOrWord.strip());
        return concept == null ? meaning(codeOrWord) : Optional.of(concept);
    }

    /**
     * Codes of our concepts by the codes of somebody else.
     *
     * @param register whose, by its code in the vocabulary {@code registers}
     */
    public Map<String, String> byCodeOf(String register) {
        Map<String, String> ours = new HashMap<>();
        for (Concept concept : concepts.values()) {
            String theirs = concept.codes().get(register);
            if (theirs != null) {
                ours.put(theirs, concept.code());
            }
        }
        return Map.copyOf(ours);
    }

    /**
     * Our concepts by the names that are theirs alone in somebody else's space of addresses.
     *
     * @param space for instance {@code http://schema.org/}
     */
    public Map<String, String> byNameIn(String space) {
        Map<String, String> ours = new HashMap<>();
        for (Concept concept : concepts.values()) {
            concept.values("exactMatch").stream()
                    .filter(address -> address.startsWith(space))
                    .forEach(address -> ours.put(address.substring(space.length()), concept.code()));
        }
        return Map.copyOf(ours);
    }

    /** The code of somebody else for a concept, or for the next wider one that has one. */
    public Optional<String> codeIn(String register, Concept concept) {
        Optional<Concept> one = Optional.of(concept);
        while (one.isPresent()) {
            String code = one.get().codes().get(register);
            if (code != null) {
                return Optional.of(code);
            }
            one = broader(one.get());
        }
        return Optional.empty();
    }

    /**
     * The name that a concept, or the next wider one that has one, has in somebody else's space of addresses.
     *
     * @param space for instance {@code http://schema.org/}
     */
    public Optional<String> nameIn(String space, Concept concept) {
        Optional<Concept> one = Optional.of(concept);
        while (one.isPresent()) {
            Concept here = one.get();
            Optional<String> found = SAME.stream()
                    .flatMap(relation -> here.values(relation).stream())
                    .filter(address -> address.startsWith(space))
                    .findFirst();
            if (found.isPresent()) {
                return found.map(address -> address.substring(space.length()));
            }
            one = broader(here);
        }
        return Optional.empty();
    }

    /** A word as it is compared. */
    static String folded(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace("œ", "oe")
                .replace("æ", "ae");
    }
}
