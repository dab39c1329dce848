package org.foyer.hub.linking.internal.text;

import java.text.Normalizer;
import java.util.Locale;

/** Text without what people write in different ways: case, accents, punctuation, doubled spaces; any script. */
public final class Plain {

    private Plain() {}

    /** Letters and digits in lower case, words parted by one space; apostrophes close up ({@code O'Brien → obrien}). */
    public static String words(String text) {
        if (isPlain(text)) {
            return text;
        }
        String decomposed = decomposed(text).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int i = 0; i < decomposed.length(); ) {
            int letter = decomposed.codePointAt(i);
            i += Character.charCount(letter);
            if (isIgnored(letter)) {
                continue;
            }
            if (!Character.isLetterOrDigit(letter) && Character.getType(letter) != Character.COMBINING_SPACING_MARK) {
                gap = !plain.isEmpty();
                continue;
            }
            if (gap) {
                plain.append(' ');
                gap = false;
            }
            append(plain, letter);
        }
        return plain.toString();
    }

    private static String decomposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return Normalizer.normalize(text, Normalizer.Form.NFKD);
            }
        }
        return text; // which is already what normalising would make of it, at less cost
    }

    /** The same without spaces. */
    public static String joined(String text) {
        return words(text).replace(" ", "");
    }

    private static boolean isPlain(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean blank = letter == ' ';
            if (blank && space || !blank && !(letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9')) {
                return false;
            }
            space = blank;
        }
        return !text.isEmpty() && !space;
    }

    /** Accents, Arabic vowel signs, apostrophes and the Arabic stretching stroke. */
    private static boolean isIgnored(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK && (letter < 0x0900 || letter > 0x0DFF)
                || letter == '\''
                || letter == 0x2019
                || letter == 0x02BC
                || letter == 0x0640;
    }

    private static void append(StringBuilder plain, int letter) {
        switch (letter) {
            case 'ß' -> plain.append("ss");
            case 'æ' -> plain.append("ae");
            case 'œ' -> plain.append("oe");
            case 'ø' -> plain.append('o');
            case 'ł' -> plain.append('l');
            case 'đ', 'ð' -> plain.append('d');
            case 'þ' -> plain.append("th");
            case 'ı' -> plain.append('i');
            case 0x0649 -> plain.append('\u064A'); // alef maksura is written for ya
            case 0x0629 -> plain.append('\u0647'); // ta marbuta is written for ha
            default -> plain.appendCodePoint(letter);
        }
    }
}
