package org.foyer.hub.catalogue.internal.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a text to pieces that can be compared in French, English, German and Dutch alike, without knowing in which it is written:
 * no accents, no capitals, no elided article ({@code l'été}), umlauts also written out ({@code Händel}, {@code Haendel}).
 */
public final class Folding {

    /** Letters of a word that count. */
    static final int WORD_MAX = 40;

    private static final Set<String> ELIDED =
            Set.of("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu");

    /** Words that say nothing of a show; needed only when a question has no other. */
    private static final Set<String> SMALL = Set.of(
            "le", "la", "les", "un", "une", "des", "de", "du", "et", "au", "aux", "en", "a", "dans", "sur", "pour",
            "par", "avec", "the", "of", "and", "an", "in", "on", "to", "for", "with", "der", "die", "das", "ein",
            "eine", "und", "von", "zu", "im", "am", "den", "dem", "mit", "fur", "het", "een", "van", "op", "te", "met",
            "voor");

    private Folding() {}

    /**
     * One word.
     *
     * @param forms in which it is compared, the plain one first; two for a word with an umlaut
     */
    record Word(List<String> forms) {
        String plain() {
            return forms.get(0);
        }

        boolean small() {
            return SMALL.contains(plain());
        }
    }

    /**
     * The words of a text in order.
     *
     * @param joined whether parts that a hyphen or an apostrophe joins are also given as one word ({@code hip-hop}, {@code hiphop})
     * @param max words, at most
     */
    static List<Word> words(String text, boolean joined, int max) {
        List<Word> words = new ArrayList<>();
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int at = 0;
        Word before = null;
        int beforeEnd = -1;
        while (at < composed.length() && words.size() < max) {
            int end = at;
            while (end < composed.length() && inWord(composed.codePointAt(end))) {
                end += Character.charCount(composed.codePointAt(end));
            }
            if (end == at) {
                at += Character.charCount(composed.codePointAt(at));
                continue;
            }
            Word word = word(composed.substring(at, end));
            boolean elided = isApostrophe(composed, end) && ELIDED.contains(word.plain());
            if (!elided && !word.plain().isEmpty()) {
                words.add(word);
                if (joined && before != null && beforeEnd + 1 == at && isJoint(composed, beforeEnd)) {
                    words.add(new Word(List.of(cut(before.plain() + word.plain()))));
                }
                before = word;
                beforeEnd = end;
            }
            at = end;
        }
        return words;
    }

    /** The whole text as one key: its words, folded, with a space between them; the text itself when it has no words. */
    public static String key(String text) {
        List<String> parts = new ArrayList<>();
        for (Word word : words(text, false, Integer.MAX_VALUE)) {
            parts.add(word.plain());
        }
        String key = parts.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : String.join(" ", parts);
        return key.length() > 200 ? key.substring(0, 200) : key;
    }

    /** What stays of a word without its plural or case ending, if it has one; several where languages differ. */
    static Set<String> stems(String word) {
        Set<String> stems = new LinkedHashSet<>();
        stems.add(word);
        int length = word.length();
        if (length < 4 || SMALL.contains(word)) {
            return stems;
        }
        String plain = word;
        if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
            plain = word.substring(0, length - 1);
            stems.add(plain);
            if (word.endsWith("ies") && length > 5) {
                stems.add(word.substring(0, length - 3) + "y");
            }
        } else if (word.endsWith("eaux") || word.endsWith("eux")) {
            stems.add(word.substring(0, length - 1));
        } else if (word.endsWith("aux") && length > 5) {
            stems.add(word.substring(0, length - 3) + "al");
        } else if (word.endsWith("en") && !word.endsWith("chen")) {
            stems.add(word.substring(0, length - 1));
            if (length >= 6) {
                stems.add(word.substring(0, length - 2));
            }
        }
        if (plain.endsWith("e") && plain.length() >= 6) {
            stems.add(plain.substring(0, plain.length() - 1));
        }
        stems.removeIf(stem -> !stem.equals(word) && (stem.length() < 3 || SMALL.contains(stem)));
        return stems;
    }

    private static boolean inWord(int letter) {
        return Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(String text, int at) {
        return at < text.length() && "'’ʼ`´".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isJoint(String text, int at) {
        return isApostrophe(text, at) || at < text.length() && "-‐‑".indexOf(text.charAt(at)) >= 0;
    }

    private static Word word(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        String plain = plain(lower);
        if (lower.indexOf('ä') < 0 && lower.indexOf('ö') < 0 && lower.indexOf('ü') < 0) {
            return new Word(List.of(cut(plain)));
        }
        String writtenOut = plain(lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"));
        return new Word(List.of(cut(plain), cut(writtenOut)));
    }

    private static String plain(String lower) {
        if (lower.chars().allMatch(letter -> letter < 128)) {
            return lower;
        }
        return Normalizer.normalize(lower, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ı", "i");
    }

    private static String cut(String word) {
        return word.length() <= WORD_MAX
                ? word
                : word.substring(0, Character.isHighSurrogate(word.charAt(WORD_MAX - 1)) ? WORD_MAX - 1 : WORD_MAX);
    }
}
