package org.foyer.hub.intake.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.intake.Holds;
import org.foyer.hub.intake.RecipeName;
import org.jspecify.annotations.Nullable;

/** Turns the checked text of a recipe into its record. */
final class RecipeReader {

    private RecipeReader() {}

    /** @param version the edition under which it is known, which for a house's own recipe is the house's count */
    static Recipe read(JsonNode base, int version, JsonNode content) {
        String holds = base.path("holds").asText();
        Map<Field, FieldRule> fields = new EnumMap<>(Field.class);
        base.path("fields").properties().forEach(entry -> {
            Field field = Field.byKey(entry.getKey())
                    .orElseThrow(() -> new IllegalStateException("no such field: " + entry.getKey()));
            fields.put(field, rule(field, entry.getValue()));
        });
        List<Recipe.Skip> skip = new ArrayList<>();
        base.path("skip")
                .forEach(node -> skip.add(new Recipe.Skip(
                        Words.plain(node.path("column").asText()),
                        plain(node.path("is")),
                        node.path("why").asText())));
        return new Recipe(
                new RecipeName(base.path("name").asText(), version),
                Holds.valueOf(holds.replace('-', '_').toUpperCase(Locale.ROOT)),
                Field.byKey(base.path("explains").asText()).orElse(null),
                base.path("shape").asText("table"),
                plain(base.path("marks")),
                plain(base.path("never")),
                fields,
                skip,
                content);
    }

    static FieldRule rule(Field field, JsonNode node) {
        Map<String, String> values = new HashMap<>();
        node.path("values")
                .properties()
                .forEach(entry ->
                        entry.getValue().forEach(word -> values.put(Words.plain(word.asText()), entry.getKey())));
        List<FieldRule.When> when = new ArrayList<>();
        node.path("when")
                .forEach(rule -> when.add(new FieldRule.When(
                        Words.plain(rule.path("column").asText()),
                        plain(rule.path("is")),
                        rule.path("then").asText())));
        return new FieldRule(
                field,
                node.path("certain").asBoolean(false),
                node.path("required").asBoolean(false),
                plain(node.path("words")),
                plain(node.path("first")),
                plain(node.path("join")),
                node.path("with").asText("-"),
                text(node, "pick"),
                text(node, "default"),
                values,
                when);
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.get(key).asText() : null;
    }

    private static List<String> plain(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(Words.plain(word.asText())));
        return words;
    }
}
