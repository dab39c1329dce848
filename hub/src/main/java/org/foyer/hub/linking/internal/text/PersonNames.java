package org.foyer.hub.linking.internal.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of persons without what says nothing of the person, and whole names in parts. */
public final class PersonNames {

    /** What a whole name was parted into; either may be empty. */
    public record Parts(String first, String last) {}

    private final Set<String> particles;
    private final Set<String> titles;
    private final Set<String> endings;

    public PersonNames() {
        Map<String, List<String>> words = WordList.read("name-words");
        particles = new HashSet<>(words.getOrDefault("particle", List.of()));
        titles = new HashSet<>(words.getOrDefault("title", List.of()));
        endings = new HashSet<>(words.getOrDefault("ending", List.of()));
    }

    /** Given names without titles, words parted by one space. */
    public String first(String text) {
        return without(Plain.words(text), false);
    }

    /** A surname without titles, endings and particles of rank ({@code van der Meer → meer}). */
    public String last(String text) {
        return without(Plain.words(text), true);
    }

    private String without(String plain, boolean surname) {
        if (plain.indexOf(' ') < 0) {
            return plain;
        }
        StringBuilder kept = new StringBuilder(plain.length());
        for (String word : plain.split(" ")) {
            boolean empty = titles.contains(word) || endings.contains(word) || surname && particles.contains(word);
            if (!empty) {
                kept.append(kept.isEmpty() ? "" : " ").append(word);
            }
        }
        return kept.isEmpty() ? plain : kept.toString();
    }

    /**
     * Parts a whole name: at a comma ({@code Last, First}); by capitals ({@code DUPONT Jean}); else the last word, with the
     * particles before it, is the surname.
     */
    public Parts parts(String text) {
        int comma = text.indexOf(',');
        if (comma > 0 && !endings.contains(Plain.words(text.substring(comma + 1)))) {
            return new Parts(first(text.substring(comma + 1)), last(text.substring(0, comma)));
        }
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
        words.removeIf(word -> titles.contains(Plain.joined(word)) || endings.contains(Plain.joined(word)));
        if (words.size() < 2) {
            return new Parts("", last(text));
        }
        List<String> capitals = words.stream().filter(PersonNames::isCapitals).toList();
        if (!capitals.isEmpty() && capitals.size() < words.size()) {
            words.removeAll(capitals);
            return new Parts(first(String.join(" ", words)), last(String.join(" ", capitals)));
        }
        int from = words.size() - 1;
        while (from > 1 && particles.contains(Plain.joined(words.get(from - 1)))) {
            from--;
        }
        return new Parts(
                first(String.join(" ", words.subList(0, from))),
                last(String.join(" ", words.subList(from, words.size()))));
    }

    private static boolean isCapitals(String word) {
        return word.length() > 2
                && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT));
    }
}
