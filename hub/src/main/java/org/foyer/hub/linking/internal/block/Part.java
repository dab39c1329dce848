package org.foyer.hub.linking.internal.block;

import java.util.function.UnaryOperator;
import org.foyer.hub.linking.internal.table.ValuePool;
import org.foyer.hub.linking.internal.text.Places;

/** What of a value makes a key. Records whose values share it are looked at together. */
enum Part {
    WHOLE(value -> value.replace(" ", "")),
    WORD(value -> value.indexOf(' ') < 0 ? value : value.substring(0, value.indexOf(' '))),
    LAST_WORD(value -> value.substring(value.lastIndexOf(' ') + 1)),
    INITIAL(value -> value.substring(0, value.offsetByCodePoints(0, 1))),
    PREFIX(value -> value.substring(0, Math.min(4, value.length()))),
    SKELETON(Part::skeleton),
    GRAMS(value -> leastGram(value, 0x2545F491)),
    OTHER_GRAMS(value -> leastGram(value, 0x6C8E9CF5)),
    YEAR(value -> value.substring(0, 4)),
    YEAR_MONTH(value -> value.endsWith("0000") ? "" : value.substring(0, 6)),
    YEAR_DAY(value -> value.endsWith("00") ? "" : value.substring(0, 4) + value.substring(6)),
    MONTH_DAY(value -> value.endsWith("00") ? "" : value.substring(4)),
    DAY(value -> value.endsWith("00") ? "" : value),
    QUARTER(value -> Places.postcodePart(value, 1)),
    DISTRICT(value -> Places.postcodePart(value, 2)),
    REGION(value -> Places.postcodePart(value, 3)),
    LOCAL(value -> value.indexOf('@') < 4 ? "" : value.substring(0, value.indexOf('@'))),
    TAIL(value -> value.length() < 7 ? "" : value.substring(value.length() - 7)),
    LETTERS(value -> value.replaceAll("[0-9 ]", ""));

    private static final String VOWELS = "aeiouyhw";
    private static final int SKELETON_LETTERS_MAX = 5;

    private final UnaryOperator<String> part;

    Part(UnaryOperator<String> part) {
        this.part = part;
    }

    /** Empty where the value has no such part. */
    String of(String value) {
        return part.apply(value);
    }

    /** Whether two fields with the same value shall have the same key, for names in each other's place. */
    boolean isShared() {
        return this == WHOLE || this == WORD || this == LAST_WORD;
    }

    /** The first letter and the consonants after it, each once and in the order of the alphabet: slips and swaps leave it. */
    private static String skeleton(String value) {
        String joined = value.replace(" ", "");
        StringBuilder skeleton = new StringBuilder(joined.substring(0, 1));
        joined.chars()
                .skip(1)
                .filter(letter -> VOWELS.indexOf(letter) < 0)
                .distinct()
                .limit(SKELETON_LETTERS_MAX)
                .sorted()
                .forEach(letter -> skeleton.append((char) letter));
        return skeleton.toString();
    }

    /** The pair of letters whose number is least: two words agree on it as often as they share pairs (MinHash, Broder 1997). */
    private static String leastGram(String value, int seed) {
        String padded = " " + value.replace(" ", "") + " ";
        String least = "";
        int leastNumber = Integer.MAX_VALUE;
        for (int i = 0; i + 2 <= padded.length(); i++) {
            String gram = padded.substring(i, i + 2);
            int number = ValuePool.mix(gram.hashCode() ^ seed);
            if (least.isEmpty() || number < leastNumber) {
                least = gram;
                leastNumber = number;
            }
        }
        return least;
    }
}
