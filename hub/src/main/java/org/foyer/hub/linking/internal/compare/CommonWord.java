package org.foyer.hub.linking.internal.compare;

/** Whether two texts have a word in common. */
final class CommonWord {

    private CommonWord() {}

    /** @param least letters that the word must have */
    static boolean isIn(String a, String b, int least) {
        for (int from = 0; from < a.length(); ) {
            int to = end(a, from);
            if (to - from >= least && has(b, a, from, to)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean has(String text, String of, int from, int to) {
        for (int start = 0; start < text.length(); ) {
            int stop = end(text, start);
            if (stop - start == to - from && text.regionMatches(start, of, from, to - from)) {
                return true;
            }
            start = stop + 1;
        }
        return false;
    }

    private static int end(String text, int from) {
        int space = text.indexOf(' ', from);
        return space < 0 ? text.length() : space;
    }
}
