package org.foyer.hub.governance;

import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Purpose.Text;
import org.jspecify.annotations.Nullable;

/**
 * What people can agree to or object to, as Foyer ships it ({@code governance/consents.yaml}).
 *
 * @param purposes what they are contacted for
 * @param channels by which they are contacted
 * @param ways how they can say it
 */
public record ConsentChoices(List<Choice> purposes, List<Choice> channels, List<Choice> ways) {

    /**
     * One of them.
     *
     * @param id stable
     * @param what said of purposes, else null
     * @param dpv nearest term of the Data Privacy Vocabulary, of its extension {@code pd} for channels; null for ways
     */
    public record Choice(
            String id,
            Text title,
            @Nullable Text what,
            @Nullable String dpv) {}

    /** The choice with an id. */
    public static Optional<Choice> find(List<Choice> choices, String id) {
        return choices.stream().filter(choice -> choice.id().equals(id)).findFirst();
    }

    /** The title of a choice, or its id where an older Foyer knew another. */
    public static String title(List<Choice> choices, String id, String language) {
        return find(choices, id).map(choice -> choice.title().in(language)).orElse(id);
    }

    /** The ids in their order. */
    public static List<String> ids(List<Choice> choices) {
        return choices.stream().map(Choice::id).toList();
    }
}
