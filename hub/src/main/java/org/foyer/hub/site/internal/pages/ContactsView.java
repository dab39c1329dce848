package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.intake.ContactField;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.PersonRights.Buyer;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What can be put right of a person, and whether they are counted.
 *
 * @param corrected a sentence for each contact that was put right here
 * @param fields of the form, with what was typed where it was refused
 * @param faults what is wrong with what was typed
 * @param counted a sentence on whether the person is counted in figures
 * @param objects whether they object to it
 * @param ways how that can be said
 */
public record ContactsView(
        List<String> corrected,
        List<Field> fields,
        List<ConsentsView.Fault> faults,
        String counted,
        boolean objects,
        List<ConsentForm.Box> ways) {

    private static final Map<ContactField, String> WORDS = words();

    /** A contact that can be put right. */
    public record Field(String key, String word, String value, String inputMode, int max, boolean wrong) {}

    /** What was typed and is wrong. */
    record Typed(Map<String, String> contacts, List<Problem> problems) {
        static final Typed NOTHING = new Typed(Map.of(), List.of());
    }

    static ContactsView of(
            Language language, House house, ConsentChoices choices, PersonRights.Held held, Typed typed) {
        PersonRights.Objection objection = held.objection();
        Formats formats = language.formats();
        return new ContactsView(
                held.corrected().stream()
                        .map(one -> language.say(
                                "corrected_told",
                                language.say(word(one.field())),
                                formats.moment(one.at(), house.zone()),
                                one.actor()))
                        .toList(),
                Stream.of(ContactField.values())
                        .map(field -> field(language, held.buyer(), field, typed))
                        .toList(),
                faults(language, typed.problems()),
                objection == null
                        ? language.say("counted_yes")
                        : language.say(
                                "counted_no",
                                formats.moment(objection.at(), house.zone()),
                                ConsentChoices.title(choices.ways(), objection.way(), language.code()),
                                objection.actor()),
                objection != null,
                choices.ways().stream()
                        .filter(way -> !way.id().equals(Consents.FILE))
                        .map(way -> new ConsentForm.Box(way.id(), way.title().in(language.code()), false))
                        .toList());
    }

    private static Field field(Language language, Buyer buyer, ContactField field, Typed typed) {
        boolean wrong = typed.problems().stream()
                .anyMatch(problem -> field.key().equals(problem.place().column()));
        String now = value(buyer, field);
        return new Field(
                field.key(),
                language.say(word(field)),
                typed.contacts().getOrDefault(field.key(), now == null ? "" : now),
                field == ContactField.EMAIL
                        ? "email"
                        : field == ContactField.PHONE ? "tel" : field == ContactField.BIRTH_YEAR ? "numeric" : "text",
                ContactField.CHARACTERS_MAX,
                wrong);
    }

    static @Nullable String value(Buyer buyer, ContactField field) {
        return switch (field) {
            case LAST_NAME -> buyer.lastName();
            case FIRST_NAME -> buyer.firstName();
            case EMAIL -> buyer.email();
            case PHONE -> buyer.phone();
            case STREET -> buyer.street();
            case POSTCODE -> buyer.postcode();
            case CITY -> buyer.city();
            case COUNTRY -> buyer.country();
            case BIRTH_YEAR ->
                buyer.birthYear() == null ? null : buyer.birthYear().toString();
        };
    }

    private static List<ConsentsView.Fault> faults(Language language, List<Problem> problems) {
        Sentences sentences = Sentences.in(language.locale());
        List<ConsentsView.Fault> faults = new ArrayList<>();
        for (Problem problem : problems) {
            String column = problem.place().column();
            String where = ContactField.of(column == null ? "" : column)
                    .map(field -> language.say(word(field)) + language.say("dp_colon"))
                    .orElse("");
            faults.add(new ConsentsView.Fault(
                    where + sentences.sentence(problem.code(), problem.arguments()),
                    sentences.mend(problem.code(), problem.arguments())));
        }
        return faults;
    }

    private static String word(ContactField field) {
        return java.util.Objects.requireNonNull(WORDS.get(field));
    }

    private static Map<ContactField, String> words() {
        Map<ContactField, String> words = new LinkedHashMap<>();
        words.put(ContactField.LAST_NAME, "person_last");
        words.put(ContactField.FIRST_NAME, "person_first");
        words.put(ContactField.EMAIL, "person_email");
        words.put(ContactField.PHONE, "person_phone");
        words.put(ContactField.STREET, "person_street");
        words.put(ContactField.POSTCODE, "person_postcode");
        words.put(ContactField.CITY, "person_city");
        words.put(ContactField.COUNTRY, "person_country");
        words.put(ContactField.BIRTH_YEAR, "person_birth");
        return words;
    }
}
