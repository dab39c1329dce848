package org.foyer.hub.governance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a house decides about its people's data.
 *
 * @param contactsMonths months for which a buyer's contacts are kept after they last ordered or said something, 1 to 36. Three
 *     years after the last contact that comes from the person is the French authority's limit (an order counts, an opened e-mail does not;
 *     four years were fined, SAN-2020-008)
 * @param quarantineMonths months for which rows that wait to be mended are kept after their import, 1 to 24
 * @param controller who answers for the data by law; null when not said
 * @param contact of the data protection officer, or of who answers people
 * @param hosting where and with whom the data lies
 * @param breachContact who is called when data got out
 */
public record Terms(
        int contactsMonths,
        int quarantineMonths,
        @Nullable String controller,
        @Nullable String contact,
        @Nullable String hosting,
        @Nullable String breachContact) {

    public static final int CONTACTS_MONTHS_MAX = 36;
    public static final int QUARANTINE_MONTHS_MAX = 24;
    public static final int CHARACTERS_MAX = 200;

    /** What counts until the house says otherwise. */
    public static final Terms DEFAULT = new Terms(36, 12, null, null, null, null);

    /**
     * Why terms cannot be kept.
     *
     * @param field as the API names it
     * @param code stable, with a sentence in both languages
     */
    public record Fault(String field, String code, List<String> arguments) {}

    /** The same with texts stripped, and null instead of empty ones. */
    public Terms written() {
        return new Terms(
                contactsMonths,
                quarantineMonths,
                written(controller),
                written(contact),
                written(hosting),
                written(breachContact));
    }

    private static @Nullable String written(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Everything that is wrong with them; empty when they may be kept. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        range(faults, "contactsMonths", contactsMonths, CONTACTS_MONTHS_MAX);
        range(faults, "quarantineMonths", quarantineMonths, QUARANTINE_MONTHS_MAX);
        text(faults, "controller", controller);
        text(faults, "contact", contact);
        text(faults, "hosting", hosting);
        text(faults, "breachContact", breachContact);
        return faults;
    }

    private static void range(List<Fault> faults, String field, int months, int max) {
        if (months < 1 || months > max) {
            faults.add(new Fault(
                    field, "retention-unlawful", List.of(Integer.toString(months), "1", Integer.toString(max))));
        }
    }

    private static void text(List<Fault> faults, String field, @Nullable String text) {
        if (text != null && (text.length() > CHARACTERS_MAX || text.chars().anyMatch(Character::isISOControl))) {
            faults.add(new Fault(field, "terms-text", List.of(Integer.toString(CHARACTERS_MAX))));
        }
    }
}
