package org.foyer.hub.intake.internal.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.WordField;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Finds everything that is wrong with words that a person says, at once. */
final class WordCheck {

    /** Words that are said at once. */
    static final int WORDS_MAX = 1_000;

    private static final int SHOWN_MAX = 200;

    private WordCheck() {}

    static Problem tooMany() {
        return Problem.stops("words-too-many", Place.of(""), Integer.toString(WORDS_MAX));
    }

    /** The word alone, without what is said of it. */
    static SaidWord key(SaidWord word) {
        return new SaidWord(word.field(), word.label(), null);
    }

    /** @param known words that the house has */
    static List<Problem> of(List<SaidWord> words, Map<SaidWord, String> known) {
        List<Problem> problems = new ArrayList<>();
        Set<SaidWord> seen = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            SaidWord word = words.get(i);
            Optional<WordField> field = WordField.byKey(word.field());
            if (field.isEmpty()) {
                problems.add(at(i, word, "word-field-unknown", shown(word.field())));
                continue;
            }
            List<String> kinds = field.get().kinds();
            if (word.kind() != null && !kinds.contains(word.kind())) {
                problems.add(at(i, word, "kind-unknown", shown(word.kind()), word.field(), String.join(", ", kinds)));
            }
            if (!known.containsKey(key(word))) {
                problems.add(at(i, word, "word-unknown", shown(word.label()), word.field()));
            } else if (!seen.add(key(word))) {
                problems.add(at(i, word, "word-said-twice", shown(word.label())));
            }
        }
        return problems;
    }

    private static Problem at(int index, SaidWord word, String code, String... arguments) {
        return Problem.stops(code, new Place("", index + 1L, word.field(), shown(word.label())), arguments);
    }

    private static String shown(String text) {
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) : text;
    }
}
