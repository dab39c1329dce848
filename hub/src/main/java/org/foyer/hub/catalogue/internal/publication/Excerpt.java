package org.foyer.hub.catalogue.internal.publication;

import java.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text, in whole sentences or at least whole words; nothing is written that is not there but the mark of the cut. */
final class Excerpt {

    /** A beginning of whole sentences must be this part of what is allowed, or words are taken. */
    private static final int HALF = 2;

    private Excerpt() {}

    /** @param max characters at most, the mark of the cut included */
    static String of(String text, int max) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= max) {
            return line;
        }
        int sentence = before(BreakIterator.getSentenceInstance(Locale.ROOT), line, max);
        if (sentence >= max / HALF) {
            return line.substring(0, sentence).strip();
        }
        int word = line.lastIndexOf(' ', max - 1);
        int end = word > 0 ? word : before(BreakIterator.getCharacterInstance(Locale.ROOT), line, max - 1);
        return line.substring(0, end).strip() + "…";
    }

    private static int before(BreakIterator breaks, String line, int max) {
        breaks.setText(line);
        return breaks.isBoundary(max) ? max : Math.max(0, breaks.preceding(max));
    }
}
