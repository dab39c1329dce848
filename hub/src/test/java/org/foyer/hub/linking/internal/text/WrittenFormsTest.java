package org.foyer.hub.linking.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways of writing that come to the same. */
class WrittenFormsTest {

    private final PersonNames names = new PersonNames();
    private final GivenNames forms = new GivenNames();

    @ParameterizedTest
    @CsvSource({
        "ÉLÉONORE, eleonore",
        "Jean-Pierre, jean pierre",
        "O'Brien, obrien",
        "  Müller   Straße , muller strasse",
        "Łukasz Ødegård, lukasz odegard",
        "مُحَمَّد, محمد",
        "فاطمة, فاطمه",
        "Алёна, алена",
        "Œuvré, oeuvre"
    })
    void wordsLoseWhatPeopleWriteDifferently(String written, String plain) {
        assertThat(Plain.words(written)).isEqualTo(plain);
        assertThat(Plain.words(plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Dupont, Jean; jean; dupont",
                "DUPONT Jean; jean; dupont",
                "Jean DUPONT; jean; dupont",
                "Dr Jean Paul van der Meer; jean paul; meer",
                "Mme Anne Le Goff; anne le; goff",
                "Smith, Jr; smith; jr",
                "Madonna; ''; madonna"
            })
    void wholeNamesArePartedWhereTheyShow(String whole, String first, String last) {
        if (whole.equals("Smith, Jr")) { // an ending is no given name
            assertThat(names.parts(whole).last()).isEqualTo("smith");
        } else {
            assertThat(names.parts(whole)).isEqualTo(new PersonNames.Parts(first, last));
        }
    }

    @ParameterizedTest
    @CsvSource({"william, bill", "guillaume, wilhelm", "johannes, jan", "margaret, peggy", "jeanpierre, jp"})
    void everydayFormsBelongTogether(String name, String form) {
        assertThat(forms.areForms(name, form)).isTrue();
        assertThat(forms.areForms(form, name)).isTrue();
    }

    @Test
    void differentNamesDoNotBelongTogether() {
        assertThat(forms.areForms("william", "robert")).isFalse();
        assertThat(forms.areForms("nobody", "nobody")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-03-04, 19700304",
        "04/03/1970, 19700304",
        "4.3.1970, 19700304",
        "19700304, 19700304",
        "1970-03-04 00:00:00, 19700304",
        "1970-03, 19700300",
        "1970, 19700000",
        "1970-25-03, 19700325",
        "1970-13-40, 19700000",
        "0000-00-00, 0",
        "about 1970, 0"
    })
    void datesAreReadAsFarAsTheyAreKnown(String written, int number) {
        assertThat(Dates.read(written, false)).isEqualTo(number);
    }

    @Test
    void theOrderOfDayAndMonthShowsInDaysAboveTwelve() {
        assertThat(Dates.read("04/03/1970", true)).isEqualTo(19700403);
        assertThat(Dates.monthFirst("13/03/1970")).isEqualTo(-1);
        assertThat(Dates.monthFirst("03/13/1970")).isEqualTo(1);
        assertThat(Dates.monthFirst("03/04/1970")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Jean.Dupont+news@GoogleMail.com, jeandupont@gmail.com",
        "mailto:A.B@free.example, a.b@free.example",
        "nobody, ''",
        "a@b@c.example, ''",
        "@free.example, ''"
    })
    void emailsComeToOneForm(String written, String form) {
        assertThat(Contacts.email(written)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "FR, 06 12 34 56 78, 33612345678",
        "FR, +33 (0)6 12 34 56 78, 33612345678",
        "BE, 0032 470 12 34 56, 32470123456",
        "GB, 020 7946 0018, 442079460018",
        "FR, 0, ''"
    })
    void phonesComeToOneForm(String country, String written, String form) {
        assertThat(new Contacts(country).phone(written)).isEqualTo(form);
    }

    @Test
    void theUsualFrenchPhonesComeToTheFormThatTheRulesOfAllCountriesGive() {
        Contacts contacts = new Contacts("FR");
        Random random = new Random(20261128);
        for (int i = 0; i < 5_000; i++) {
            String number = "0" + (1 + random.nextInt(9)) + "%08d".formatted(random.nextInt(100_000_000));
            String written = i % 2 == 0 ? number : number.replaceAll("(..)(?=.)", "$1" + (i % 3 == 0 ? "." : " "));
            assertThat(contacts.phone(written)).isEqualTo(contacts.phone("tel:" + written));
        }
    }

    @ParameterizedTest
    @CsvSource({"sw1a 1aa, SW1A1AA, SW1A1, SW1A, SW", "F-69003, 69003, 690, 69, 6", "1071 xx, 1071XX, 1071, 107, 10"})
    void postcodesHaveParts(String written, String code, String quarter, String district, String region) {
        assertThat(Places.postcode(written)).isEqualTo(code);
        assertThat(Places.postcodePart(code, 1)).isEqualTo(quarter);
        assertThat(Places.postcodePart(code, 2)).isEqualTo(district);
        assertThat(Places.postcodePart(code, 3)).isEqualTo(region);
    }

    @Test
    void addressesSpellTheirUsualWordsOut() {
        assertThat(new Places().address("12, bd. St-Michel")).isEqualTo("12 boulevard saint michel");
    }
}
