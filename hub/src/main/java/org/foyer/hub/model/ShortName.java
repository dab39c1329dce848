package org.foyer.hub.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Short names as addresses and commands have them: lower-case letters, digits and hyphens. */
public final class ShortName {

    private ShortName() {}

    /** "Théâtre de l'Œuvre" becomes theatre-de-l-oeuvre; empty when nothing of it is left. */
    public static String of(String name) {
        String latin = name.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        return Normalizer.normalize(latin, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** The first of it, without a hyphen at its end. */
    public static String cut(String shortName, int charactersMax) {
        return shortName
                .substring(0, Math.min(shortName.length(), charactersMax))
                .replaceAll("-+$", "");
    }

    /** It, or the first of it with a number behind it that is not taken; to be asked of few, since each number is tried. */
    public static String free(String shortName, Predicate<String> taken) {
        String free = shortName;
        for (int number = 2; taken.test(free); number++) {
            free = shortName + "-" + number;
        }
        return free;
    }
}
