package org.foyer.hub.catalogue.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How alike two names are, from 0 to 1, whatever their accents, capitals, and the order of their words. */
final class Likeness {

    private static final int WORDS_MAX = 40;

    /** What a small word such as "le" weighs beside another. */
    private static final double SMALL = 0.3;

    /** A word that differs by a letter or two from its counterpart. */
    private static final double NEARLY = 0.8;

    /** An initial and a word that begins so. */
    private static final double INITIAL = 0.6;

    private static final double WORDS_COUNT = 0.75;

    /** Nothing that is not the same counts as quite the same. */
    private static final double NOT_QUITE = 0.99;

    private Likeness() {}

    /**
     * @param share of the name as a whole
     * @param words share of words in common, long ones as much as short ones
     * @param letters one less the share of letters to change
     */
    record Of(double share, double words, double letters) {}

    /** All words in alphabetical order, without small ones unless there are no others: names that differ only in order have one key. */
    static String key(String name) {
        List<Folding.Word> words = Folding.words(name, false, WORDS_MAX);
        List<Folding.Word> telling =
                words.stream().filter(word -> !word.small()).toList();
        String key = (telling.isEmpty() ? words : telling)
                .stream().map(Folding.Word::plain).sorted().collect(Collectors.joining(" "));
        return key.isEmpty() ? Folding.key(name) : key;
    }

    static Of of(String asked, String name) {
        List<Folding.Word> ours = Folding.words(asked, false, WORDS_MAX);
        List<Folding.Word> theirs = Folding.words(name, false, WORDS_MAX);
        double letters = letters(sorted(ours), sorted(theirs));
        double words = words(ours, theirs);
        boolean same = !ours.isEmpty() && letters == 1;
        double share = same ? 1 : Math.min(NOT_QUITE, WORDS_COUNT * words + (1 - WORDS_COUNT) * letters);
        return new Of(share, words, letters);
    }

    private static String sorted(List<Folding.Word> words) {
        return words.stream().map(Folding.Word::plain).sorted().collect(Collectors.joining(" "));
    }

    private static double weight(Folding.Word word) {
        return word.small() ? SMALL : 1;
    }

    /** Twice what they have in common, over what they have: each word finds at most one counterpart, the best that is left. */
    private static double words(List<Folding.Word> ours, List<Folding.Word> theirs) {
        double all = 0;
        for (Folding.Word word : ours) {
            all += weight(word);
        }
        List<Folding.Word> left = new ArrayList<>(theirs);
        for (Folding.Word word : theirs) {
            all += weight(word);
        }
        double common = 0;
        for (Folding.Word word : ours) {
            Folding.Word best = null;
            double most = 0;
            for (Folding.Word other : left) {
                double alike = alike(word, other);
                if (alike > most) {
                    most = alike;
                    best = other;
                }
            }
            if (best != null) {
                left.remove(best);
                common += most * (weight(word) + weight(best));
            }
        }
        return all == 0 ? 0 : common / all;
    }

    private static double alike(Folding.Word one, Folding.Word other) {
        for (String form : one.forms()) {
            if (other.forms().contains(form)) {
                return 1;
            }
        }
        String a = one.plain();
        String b = other.plain();
        if (a.length() == 1 && b.startsWith(a) || b.length() == 1 && a.startsWith(b)) {
            return INITIAL;
        }
        int letters = Math.min(NearSpellings.letters(a), NearSpellings.letters(b));
        return letters > 0 && Math.abs(a.length() - b.length()) <= letters && distance(a, b) <= letters ? NEARLY : 0;
    }

    private static double letters(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        return longest == 0 ? 0 : 1 - (double) distance(one, other) / longest;
    }

    /** Letters to add, leave out or change (Levenshtein 1966). */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }

    /** How well what a list says of a property fits what is known of it; null when nothing is known, which speaks for nothing. */
    static @org.jspecify.annotations.Nullable Double ofValues(
            List<String> asked, Map<String, List<String>> known, String property) {
        List<String> values = known.getOrDefault(property, List.of());
        if (values.isEmpty() || asked.isEmpty()) {
            return null;
        }
        double best = 0;
        for (String one : asked) {
            for (String value : values) {
                best = Math.max(best, like(one, value, property));
            }
        }
        return best;
    }

    /** A house is told as its identifier, a space and its name; either is enough. */
    private static double like(String asked, String value, String property) {
        int space = "house".equals(property) ? value.indexOf(' ') : -1;
        String id = space < 0 ? value : value.substring(0, space);
        return id.equals(asked) ? 1 : of(asked, value.substring(space + 1)).share();
    }

    /** Names of features and their shares, in one order. */
    static Map<String, Double> features(Of name) {
        Map<String, Double> features = new TreeMap<>();
        features.put("name", name.share());
        features.put("words", name.words());
        features.put("letters", name.letters());
        return features;
    }
}
