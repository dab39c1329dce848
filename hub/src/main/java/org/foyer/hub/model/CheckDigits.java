package org.foyer.hub.model;

/** Check characters of identifiers: each tells a mistyped one from a right one without asking anybody. */
final class CheckDigits {

    /** Digits and the consonants that are hard to confuse (NOID: "betanumeric"). */
    static final String BETANUMERIC = "0123456789bcdfghjkmnpqrstvwxz";

    private static final int MOD_11_2 = 11;
    private static final int TEN = 10;

    private CheckDigits() {}

    /**
     * The check character of an ISNI (ISO 7064, MOD 11-2).
     *
     * @param digits without the check character
     */
    static char mod112(String digits) {
        int total = 0;
        for (int i = 0; i < digits.length(); i++) {
            total = (total + digits.charAt(i) - '0') * 2 % MOD_11_2;
        }
        int check = (MOD_11_2 + 1 - total) % MOD_11_2;
        return check == TEN ? 'X' : (char) ('0' + check);
    }

    /**
     * The check character of an ARK (Noid Check Digit Algorithm): the sum of each character's number times its place, modulo 29.
     *
     * @param name without the check character; the BnF reckons over the name alone, without its number as an authority
     */
    static char noid(String name) {
        int sum = 0;
        for (int i = 0; i < name.length(); i++) {
            sum += Math.max(0, BETANUMERIC.indexOf(name.charAt(i))) * (i + 1);
        }
        return BETANUMERIC.charAt(sum % BETANUMERIC.length());
    }

    /** The sum of Luhn (ISO/IEC 7812-1, annex B) over all digits, the check digit included; right ones are multiples of ten. */
    static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }

    static int sum(String digits) {
        return digits.chars().map(digit -> digit - '0').sum();
    }
}
