package org.foyer.hub.intake.internal.rights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.foyer.hub.intake.ContactField;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Finds everything that is wrong with contacts as they were typed, at once. */
final class ContactCheck {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s.]{2,}");
    private static final int FIRST_YEAR = 1880;

    private ContactCheck() {}

    /** As they are kept: without blanks around, an e-mail in small letters. */
    static Map<ContactField, String> written(Map<ContactField, String> typed) {
        Map<ContactField, String> written = new EnumMap<>(ContactField.class);
        typed.forEach((field, value) -> written.put(
                field, field == ContactField.EMAIL ? value.strip().toLowerCase(Locale.ROOT) : value.strip()));
        return written;
    }

    /** @param thisYear nobody is born later */
    static List<Problem> of(Map<ContactField, String> written, int thisYear) {
        List<Problem> problems = new ArrayList<>();
        written.forEach((field, value) -> {
            if (value.length() > ContactField.CHARACTERS_MAX) {
                problems.add(at(field, "contact-long", Integer.toString(ContactField.CHARACTERS_MAX)));
            } else if (value.chars().anyMatch(Character::isISOControl)) {
                problems.add(at(field, "contact-characters"));
            } else if (field == ContactField.EMAIL
                    && !value.isEmpty()
                    && !EMAIL.matcher(value).matches()) {
                problems.add(at(field, "contact-email"));
            } else if (field == ContactField.BIRTH_YEAR && !value.isEmpty() && !isYear(value, thisYear)) {
                problems.add(at(field, "contact-birth-year", Integer.toString(FIRST_YEAR), Integer.toString(thisYear)));
            }
        });
        return problems;
    }

    private static boolean isYear(String value, int thisYear) {
        return value.matches("[0-9]{4}")
                && Integer.parseInt(value) >= FIRST_YEAR
                && Integer.parseInt(value) <= thisYear;
    }

    private static Problem at(ContactField field, String code, String... arguments) {
        return Problem.stops(code, new Place("", 0, field.key(), null), arguments);
    }
}
