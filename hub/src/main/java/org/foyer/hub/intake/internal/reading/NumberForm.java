package org.foyer.hub.intake.internal.reading;

import org.jspecify.annotations.Nullable;

/**
 * How the numbers of a column are written.
 *
 * @param decimal {@code .} or {@code ,}; null when no value has decimals, or when that cannot be told
 * @param thousands every character that groups digits in the sample, and all kinds of space
 * @param ambiguous whether one mark stands before exactly three digits in all values that have one, so that it may be
 *     either
 * @param readable values of the sample that are numbers
 */
public record NumberForm(@Nullable String decimal, String thousands, boolean ambiguous, int readable) {

    /** Spaces, apostrophes: they never mean decimals. U+0020, U+00A0, U+202F, U+2009. */
    static final String GROUPING = " \u00A0\u202F\u2009'\u2019";

    static final String MINUS = "-\u2212";

    /**
     * What a well-formed number looks like, in the engine's regular expressions (RE2): groups of exactly three digits,
     * so that 12.5 is not taken for 125 where the point groups; a currency or a percent sign may follow or lead.
     */
    public String pattern() {
        String groups = "[" + thousands + "]";
        String digits = "(?:\\d+|\\d{1,3}(?:" + groups + "\\d{3})+)";
        String decimals = decimal == null ? "" : "(?:[" + decimal + "]\\d*)?";
        String unit = "(?:[€$£%]|[A-Z]{3})";
        return "\\s*(?:" + unit + "\\s?)?[" + MINUS + "+]?" + digits + decimals + "(?:[\\s\u00A0\u202F]?" + unit
                + ")?\\s*";
    }

    /** What to delete from a well-formed number before its decimal mark becomes a point, as a regular expression. */
    public String removal() {
        return "[^0-9" + MINUS.replace("-", "\\-") + (decimal == null ? "" : decimal) + "]";
    }

    /** Whether nothing in the sample speaks against this decimal mark. */
    boolean mayTake(String mark) {
        return decimal == null && (ambiguous || !thousands.contains(mark));
    }

    NumberForm decided(String mark) {
        String grouping = thousands.replace(mark, "");
        return new NumberForm(mark, grouping, false, readable);
    }
}
