package org.foyer.hub.intake.internal.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The two words of a column that says yes or no, in lower case.
 *
 * @param yes for instance {@code oui}
 * @param no for instance {@code non}
 */
public record TruthForm(String yes, String no) {

    private static final List<TruthForm> KNOWN = List.of(
            new TruthForm("1", "0"),
            new TruthForm("true", "false"),
            new TruthForm("yes", "no"),
            new TruthForm("y", "n"),
            new TruthForm("oui", "non"),
            new TruthForm("o", "n"),
            new TruthForm("vrai", "faux"),
            new TruthForm("ja", "nein"),
            new TruthForm("ja", "nee"),
            new TruthForm("j", "n"),
            new TruthForm("wahr", "falsch"));

    /** The form of these values, if they hold both words of a pair, or one, and nothing else. */
    static @Nullable TruthForm of(List<String> filled) {
        Set<String> words = new TreeSet<>();
        for (String value : filled) {
            words.add(value.toLowerCase(Locale.ROOT));
            if (words.size() > 2) {
                return null;
            }
        }
        for (TruthForm form : KNOWN) {
            if (!words.isEmpty() && Set.of(form.yes, form.no).containsAll(words)) {
                return form;
            }
        }
        return null;
    }
}
