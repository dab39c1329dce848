package org.foyer.hub.intake;

import java.util.List;
import org.foyer.kit.Problem;

/**
 * What came of words that a person said: all of them count, or with any problem none.
 *
 * @param changed words that mean something else than before
 * @param problems all at once; the line of their place is the word's number in the list, from 1, or 0 for the whole list
 */
public record WordsAnswer(int changed, List<Problem> problems) {
    public WordsAnswer {
        problems = List.copyOf(problems);
    }
}
