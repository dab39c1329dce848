package org.foyer.hub.intake.internal.loading;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes people out of the names under which files were received: their e-mail, or first and last name where both stand in the
 * name, in any case, with or without accents, whatever stands between their words. A last name alone is too many other words.
 */
public final class FileNames {

    /** What stands in the place of a person; a word of many languages. */
    public static final String NOBODY = "anonym";

    /** Shorter names and e-mails count as whole words only: they stand in too many others. */
    private static final int NAME_LETTERS_MIN = 4;

    private static final int EMAIL_LETTERS_MIN = 8;

    private record Way(List<Part> parts) {}

    private record Part(String letters, boolean anywhere) {}

    private final List<Way> ways;

    public FileNames(Traces traces) {
        Set<Way> all = new LinkedHashSet<>();
        for (Traces.Known known : traces.people()) {
            Part email = part(known.email(), EMAIL_LETTERS_MIN);
            if (email != null) {
                all.add(new Way(List.of(email)));
            }
            Part first = part(known.firstName(), NAME_LETTERS_MIN);
            Part last = part(known.lastName(), NAME_LETTERS_MIN);
            if (first != null && last != null) {
                all.add(new Way(List.of(first, last)));
            }
        }
        this.ways = List.copyOf(all);
    }

    private static @Nullable Part part(@Nullable String text, int anywhereMin) {
        String letters = text == null ? "" : new Squeezed(text).letters();
        return letters.length() < Traces.LETTERS_MIN ? null : new Part(letters, letters.length() >= anywhereMin);
    }

    /** The name without any of them; the very same when it names none. */
    public String without(String name) {
        Squeezed squeezed = new Squeezed(name);
        BitSet gone = new BitSet();
        for (Way way : ways) {
            if (way.parts().stream().allMatch(part -> squeezed.find(part, 0) >= 0)) {
                way.parts().forEach(part -> squeezed.mark(part, gone));
            }
        }
        return gone.isEmpty() ? name : squeezed.replaced(gone);
    }

    /** A text as its letters and digits alone, small and without accents, and where each of them stood. */
    private static final class Squeezed {

        private final String text;
        private final String letters;
        private final int[] places;

        Squeezed(String given) {
            this.text = Normalizer.normalize(given, Normalizer.Form.NFC);
            StringBuilder kept = new StringBuilder();
            int[] found = new int[4 * text.length()];
            for (int at = 0; at < text.length(); at++) {
                String plain = Normalizer.normalize(text.substring(at, at + 1), Normalizer.Form.NFD);
                for (int i = 0; i < Math.min(4, plain.length()); i++) {
                    if (Character.isLetterOrDigit(plain.charAt(i))) {
                        found[kept.length()] = at;
                        kept.append(plain.substring(i, i + 1)
                                .toLowerCase(Locale.ROOT)
                                .charAt(0));
                    }
                }
            }
            this.letters = kept.toString();
            this.places = found;
        }

        String letters() {
            return letters;
        }

        /** Where a part begins among the letters, from a place on; -1 when nowhere. */
        int find(Part part, int from) {
            int at = letters.indexOf(part.letters(), from);
            while (at >= 0
                    && !part.anywhere()
                    && !isWord(at, at + part.letters().length())) {
                at = letters.indexOf(part.letters(), at + 1);
            }
            return at;
        }

        private boolean isWord(int from, int to) {
            int before = places[from] - 1;
            int after = places[to - 1] + 1;
            return (before < 0 || !Character.isLetterOrDigit(text.charAt(before)))
                    && (after >= text.length() || !Character.isLetterOrDigit(text.charAt(after)));
        }

        void mark(Part part, BitSet gone) {
            for (int at = find(part, 0); at >= 0; at = find(part, at + 1)) {
                gone.set(places[at], places[at + part.letters().length() - 1] + 1);
            }
        }

        /** One word in the place of all that goes between two words that stay. */
        String replaced(BitSet gone) {
            StringBuilder name = new StringBuilder();
            int at = 0;
            while (at < text.length()) {
                int from = gone.nextSetBit(at);
                if (from < 0) {
                    return name.append(text.substring(at)).toString();
                }
                name.append(text, at, from).append(NOBODY);
                at = gone.nextClearBit(from);
                for (int next = gone.nextSetBit(at); next >= 0 && isBetween(at, next); next = gone.nextSetBit(at)) {
                    at = gone.nextClearBit(next);
                }
            }
            return name.toString();
        }

        private boolean isBetween(int from, int to) {
            return text.substring(from, to).codePoints().noneMatch(Character::isLetterOrDigit);
        }
    }
}
