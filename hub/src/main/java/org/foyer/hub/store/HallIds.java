package org.foyer.hub.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Identifiers of halls, made from the venue and the name that is said of them: the same in every question and after every rebuild, so that
 * they need no table. Spellings that differ in case, accents, blanks and punctuation are one; the same name at two venues is two halls.
 */
public final class HallIds {

    /** Between the parts of the name of a property of {@code description}, kind {@code hall}: words of the hall, words of the configuration, which of its properties. */
    public static final String BETWEEN = "chr(31)";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}0-9]+");

    private HallIds() {}

    /**
     * By which words a hall or a configuration is known again, as an expression: small letters and digits without accents, single blanks; of
     * a name without any, the name itself. Null where the name is.
     *
     * @param name expression of its name
     */
    public static String words(String name) {
        return "coalesce(nullif(trim(regexp_replace(lower(strip_accents(" + name
                + ")), '[^\\p{L}0-9]+', ' ', 'g')), ''), lower(trim(" + name + ")))";
    }

    /** The same words as {@link #words(String)} gives, of a name that is at hand. @return never null; empty of a blank name */
    public static String wordsOf(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String words = NO_WORDS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        return words.isEmpty() ? name.strip().toLowerCase(Locale.ROOT) : words;
    }

    /**
     * The identifier as an expression, of 53 bits; null where one of the two is null.
     *
     * @param venue expression of the identifier of the venue
     * @param name expression of the name of the hall
     */
    public static String sql(String venue, String name) {
        return ofWords(venue, words(name));
    }

    /** The same of what {@link #words} gave. */
    public static String ofWords(String venue, String words) {
        return "cast(md5_number_lower('hall:' || " + venue + " || ':' || " + words + ") >> 11 as bigint)";
    }

    /** A part of the name of a property, from 1 to 3. @param property expression of it */
    public static String part(String property, int which) {
        return "split_part(" + property + ", " + BETWEEN + ", " + which + ")";
    }
}
