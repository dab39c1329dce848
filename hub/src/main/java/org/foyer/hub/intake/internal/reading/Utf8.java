package org.foyer.hub.intake.internal.reading;

/** What is well-formed UTF-8 (RFC 3629: no overlong form, no surrogate), and not the non-character U+FFFF. */
final class Utf8 {

    private Utf8() {}

    /**
     * Length of the character that begins here.
     *
     * @return 1 to 4 bytes; 0 when the bytes are not UTF-8 or go beyond {@code to}
     */
    static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return isNonCharacter(first, second, length == 3 ? bytes[at + 2] & 0xFF : 0) ? 0 : length;
    }

    /** U+FFFF: stands for what could not be decoded in a UTF-16 file, see {@link Utf16AsUtf8}. */
    private static boolean isNonCharacter(int first, int second, int third) {
        return first == 0xEF && second == 0xBF && third == 0xBF;
    }

    static boolean sound(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = length(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }
}
