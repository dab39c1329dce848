package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A house's own words and what they mean.
 *
 * @param told how much is not classified yet
 * @param done what was said a moment ago, or null
 * @param problems why nothing was kept of what was sent
 * @param allKnown whether nothing is left to classify
 * @param offset of the first word, to come back to
 */
public record WordsView(
        String base,
        String told,
        @Nullable String done,
        List<Problem> problems,
        boolean allKnown,
        List<Word> words,
        String offset,
        Pager pager) {

    /** Why a word could not be taken, and what to do about it. */
    public record Problem(String sentence, String mend) {}

    /**
     * One word.
     *
     * @param number ends the names of its form fields
     * @param sent field and label as the form sends them back
     * @param told tickets with their unit
     * @param kind what it meant when it was shown, empty when to be classified
     */
    public record Word(
            String number,
            String sent,
            String kind,
            String field,
            String label,
            String tickets,
            String told,
            List<ImportView.Option> options) {

        public boolean known() {
            return !kind.isEmpty();
        }
    }
}
