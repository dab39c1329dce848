package org.foyer.hub.governance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What data is used for, with all that article 30 of the GDPR asks to be told of it.
 *
 * @param basis proposed by Foyer; the house confirms it
 * @param people whether one of its columns tells of a buyer
 * @param joined name at the gate when only houses that joined it take part, else null
 * @param columns of the warehouse and of the register, by table
 * @param recipients {@code members}, {@code host}, {@code network}, {@code public} or {@code authorities}
 */
public record Purpose(
        String id,
        Text title,
        Text what,
        Basis basis,
        boolean people,
        @Nullable String joined,
        Retention retention,
        List<String> recipients,
        Map<String, Map<String, List<String>>> columns) {

    /** A text in both languages. */
    public record Text(String fr, String en) {
        /** @param language two letters; French for all but {@code en} */
        public String in(String language) {
            return "en".equals(language) ? en : fr;
        }
    }

    /** Legal basis, by its letter in article 6(1) of the GDPR. */
    public enum Basis {
        CONSENT("a"),
        CONTRACT("b"),
        LEGAL_OBLIGATION("c"),
        LEGITIMATE_INTEREST("f");

        private final String letter;

        Basis(String letter) {
            this.letter = letter;
        }

        /** For instance {@code f}. */
        public String letter() {
            return letter;
        }
    }

    /**
     * How long.
     *
     * @param months null when the house sets them ({@code rule}) or when there is no end in months
     * @param rule {@code contacts} or {@code quarantine}, else null
     * @param from what the months count from; {@code none} when nothing ends it
     */
    public record Retention(
            @Nullable Integer months, @Nullable String rule, String from) {

        /** The months that count in a house, or null when there are none. */
        public @Nullable Integer months(Terms terms) {
            if (rule == null) {
                return months;
            }
            return rule.equals("contacts") ? terms.contactsMonths() : terms.quarantineMonths();
        }
    }
}
