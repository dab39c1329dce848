package org.foyer.hub.intake.internal.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Tells ISO-8859-15 from Windows-1252, which share all but eight characters and the bytes 80 to 9F.
 *
 * <p>Bytes 80 to 9F are Windows-1252: the other has control codes there. A4 beside a number, in brackets or alone in its
 * cell is €, where Windows-1252 has ¤. BC, BD and BE between letters are Œ, œ and Ÿ, and so are BC and BD where a French
 * word with that ligature begins; beside a digit or alone they are ¼, ½ and ¾. A8 and B8 between small letters, and A6
 * between capitals, are š, ž and Š; B4 is nothing to go by, because Windows-1252's acute accent stands for an apostrophe.
 * Without any mark the file is Windows-1252, which then reads the same.
 */
final class WesternMarks {

    /** How French words with Œ go on: œuvre, œuf, œil, œillet, Œdipe, œdème, œnologie, œcuménique, œsophage, œstrogène. */
    private static final Set<String> AFTER_LIGATURE =
            Set.of("uvr", "ufs", "uf", "il", "ill", "dip", "d\u00e8m", "nol", "cum", "sop", "str");

    private static final int LETTERS = 3;

    private long windows;
    private long marks15;
    private long fractions;

    /**
     * Takes note of one byte that is not UTF-8.
     *
     * @param end of what is there; the word around may go on behind it
     */
    void look(byte[] buffer, int at, int end) {
        int b = buffer[at] & 0xFF;
        if (b < 0xA0) {
            windows++;
        } else if (b == 0xA4) {
            marks15 += isEuro(buffer, at, end) ? 1 : 0;
        } else if (b >= 0xBC && b <= 0xBE) {
            lookAtLigature(b, buffer, at, end);
        } else if (b == 0xA8 || b == 0xB8) {
            marks15 += isSmall(byteAt(buffer, at - 1, end)) && isSmall(byteAt(buffer, at + 1, end)) ? 1 : 0;
        } else if (b == 0xA6) {
            marks15 += isCapital(byteAt(buffer, at - 1, end)) && isCapital(byteAt(buffer, at + 1, end)) ? 1 : 0;
        }
    }

    /** Whether the marks found so far speak for ISO-8859-15. */
    boolean speakFor15() {
        return windows == 0 && marks15 > fractions;
    }

    private void lookAtLigature(int b, byte[] buffer, int at, int end) {
        boolean before = isLetter(byteAt(buffer, at - 1, end));
        boolean after = isLetter(byteAt(buffer, at + 1, end));
        boolean beginsWord = !before && !isDigit(byteAt(buffer, at - 1, end)) && b != 0xBE;
        if (before && after || beginsWord && after && goesOn(buffer, at + 1, end)) {
            marks15++;
        } else {
            fractions++;
        }
    }

    private static boolean goesOn(byte[] buffer, int from, int end) {
        int to = from;
        while (to < Math.min(end, from + LETTERS) && isLetter(byteAt(buffer, to, end))) {
            to++;
        }
        String letters = new String(buffer, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return AFTER_LIGATURE.contains(letters);
    }

    private static boolean isEuro(byte[] buffer, int at, int end) {
        int before = byteAt(buffer, at - 1, end);
        int after = byteAt(buffer, at + 1, end);
        boolean besideNumber = isDigit(before)
                || isDigit(after)
                || isSpace(before) && isDigit(byteAt(buffer, at - 2, end))
                || isSpace(after) && isDigit(byteAt(buffer, at + 2, end));
        boolean inBrackets = before == '(' && after == ')' || before == '[' && after == ']';
        return besideNumber || inBrackets || isEdge(before) && isEdge(after);
    }

    /** −1 where nothing is. */
    private static int byteAt(byte[] buffer, int at, int end) {
        return at >= 0 && at < end ? buffer[at] & 0xFF : -1;
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b == 0xA0;
    }

    /** What stands around a whole cell. */
    private static boolean isEdge(int b) {
        return b < 0 || b == ';' || b == ',' || b == '\t' || b == '|' || b == '"' || b == '\n' || b == '\r';
    }

    private static boolean isCapital(int b) {
        return b >= 'A' && b <= 'Z' || b >= 0xC0 && b <= 0xDE && b != 0xD7;
    }

    private static boolean isSmall(int b) {
        return b >= 'a' && b <= 'z' || b >= 0xDF && b != 0xF7;
    }

    private static boolean isLetter(int b) {
        return isCapital(b) || isSmall(b);
    }
}
