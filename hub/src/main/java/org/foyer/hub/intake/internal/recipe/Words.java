package org.foyer.hub.intake.internal.recipe;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How words of headers and values are compared. */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private static final Pattern NUMBER = Pattern.compile("^(?:n|no|nr|num|numero) (?:de |du |d )?(?=\\S)");

    private Words() {}

    /** Lower-case letters and digits without accents, with single spaces for everything else. */
    public static String plain(String text) {
        String spread = Normalizer.normalize(
                text.replace("œ", "oe").replace("Œ", "OE").replace("ß", "ss"), Normalizer.Form.NFKD);
        String bare = MARKS.matcher(spread).replaceAll("").toLowerCase(Locale.ROOT);
        return OTHER.matcher(bare).replaceAll(" ").trim();
    }

    /** The plain form in which every way to write "number of" at the beginning is {@code numero}. */
    static String numbered(String header) {
        return NUMBER.matcher(plain(header)).replaceFirst("numero ");
    }

    /** The same comparison inside the engine. */
    public static String plainSql(String expression) {
        return "trim(regexp_replace(lower(strip_accents(replace(replace(" + expression
                + ", 'œ', 'oe'), 'ß', 'ss'))), '[^\\p{L}\\p{Nd}]+', ' ', 'g'))";
    }
}
