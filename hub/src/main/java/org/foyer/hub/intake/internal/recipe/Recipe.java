package org.foyer.hub.intake.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.intake.Holds;
import org.foyer.hub.intake.RecipeName;
import org.jspecify.annotations.Nullable;

/**
 * How the columns and words of one source become ours.
 *
 * @param holds what its rows are
 * @param explains field whose codes its rows give words to; then {@code holds} is of no account, and mostly null
 * @param shape {@code table} for anything that is one, {@code json}, or the name of a source
 * @param marks plain header words that must all be there, so that the recipe is not taken for another's file
 * @param never plain header words with which it is surely another kind of file
 * @param fields in the order of the recipe
 * @param skip rows that are none of ours
 * @param content as it is kept in the register
 */
public record Recipe(
        RecipeName id,
        Holds holds,
        @Nullable Field explains,
        String shape,
        List<String> marks,
        List<String> never,
        Map<Field, FieldRule> fields,
        List<Skip> skip,
        JsonNode content) {

    /**
     * Rows whose column holds one of these plain words are left out; an empty word means an empty cell.
     *
     * @param why code of the warning that says so
     */
    public record Skip(String column, List<String> is, String why) {}

    public Recipe {
        marks = List.copyOf(marks);
        never = List.copyOf(never);
        skip = List.copyOf(skip);
    }

    public String name() {
        return id.name();
    }

    public Optional<FieldRule> rule(Field field) {
        return Optional.ofNullable(fields.get(field));
    }
}
