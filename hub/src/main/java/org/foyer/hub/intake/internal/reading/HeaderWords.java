package org.foyer.hub.intake.internal.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Makes header words that can name columns: trimmed, never empty, never twice the same. */
final class HeaderWords {

    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0\u202F\u2007\uFEFF\\p{Cntrl}]+");

    private HeaderWords() {}

    static List<String> of(List<String> cells, long headerLine, String fileName, List<Problem> problems) {
        List<String> words = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String given = SPACES.matcher(cells.get(i)).replaceAll(" ").strip();
            String base = given.isEmpty() ? "column " + (i + 1) : given;
            String word = base;
            for (int n = 2; !known.add(word.toLowerCase(Locale.ROOT)); n++) {
                word = base + " (" + n + ")";
            }
            words.add(word);
            if (headerLine > 0 && !word.equals(given)) {
                String code = given.isEmpty() ? "header-word-missing" : "header-word-repeated";
                problems.add(Problem.warns(code, new Place(fileName, headerLine, word, null)));
            }
        }
        return words;
    }
}
