package org.foyer.hub.linking.internal.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;

/** E-mail addresses and telephone numbers in one form; empty text for what is none. */
public final class Contacts {

    private static final int FRENCH_DIGITS = 10;

    private final String country;

    /** @param country ISO 3166 code of the country whose numbers are written without a prefix, for instance {@code FR} */
    public Contacts(String country) {
        this.country = country;
    }

    /** In lower case, without what the provider ignores (dots and a plus tag at Gmail, a plus tag anywhere). */
    public static String email(String text) {
        String mail = text.strip().toLowerCase(Locale.ROOT);
        if (mail.startsWith("mailto:")) {
            mail = mail.substring("mailto:".length());
        }
        int at = mail.indexOf('@');
        if (at < 1 || at != mail.lastIndexOf('@') || at + 3 > mail.length() || mail.indexOf(' ') >= 0) {
            return "";
        }
        String local = mail.substring(0, at);
        String domain = mail.substring(at + 1);
        int plus = local.indexOf('+');
        if (plus > 0) {
            local = local.substring(0, plus);
        }
        if (domain.equals("gmail.com") || domain.equals("googlemail.com")) {
            local = local.replace(".", "");
            domain = "gmail.com";
        }
        return local.isEmpty() ? "" : local + "@" + domain;
    }

    /** E.164 without the plus; empty when there are too few digits for a number. */
    public String phone(String text) {
        String digits = digits(text);
        if (digits.length() < 6) {
            return "";
        }
        if (country.equals("FR") && isFrench(text, digits)) {
            return "33" + digits.substring(1);
        }
        try {
            PhoneNumber number = PhoneNumberUtil.getInstance().parse(text, country);
            return number.getCountryCode() + Long.toString(number.getNationalNumber());
        } catch (NumberParseException e) {
            return digits;
        }
    }

    /** The usual way to write a number in France, which needs no rules of other countries. */
    private static boolean isFrench(String text, String digits) {
        if (digits.length() != FRENCH_DIGITS || digits.charAt(0) != '0' || digits.charAt(1) == '0') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!(letter >= '0' && letter <= '9' || letter == ' ' || letter == '.')) {
                return false;
            }
        }
        return true;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }
}
