package org.foyer.hub.intake.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.foyer.hub.intake.Holds;

/**
 * How well a recipe fits a header.
 *
 * @param header words of the file, in order
 * @param bindings what is filled from where
 * @param likely column → field that its words resemble, for a person to confirm; never used on its own
 * @param missing fields that the recipe requires and no column gives
 * @param foreign whether the header says that it is surely another kind of file
 */
public record Fit(
        Recipe recipe,
        List<String> header,
        Map<Field, Binding> bindings,
        Map<Integer, Field> likely,
        List<Field> missing,
        boolean foreign) {

    private static final int LIKE_LETTERS_MIN = 4;

    /** Fields any one of which, or all of a group, can stand for another. */
    private static final Map<Field, List<List<Field>>> STAND_FOR = Map.of(
            Field.STARTS_AT, List.of(List.of(Field.DAY), List.of(Field.PERFORMANCE_REF)),
            Field.SOLD_AT, List.of(List.of(Field.SOLD_DAY)),
            Field.TITLE, List.of(List.of(Field.PERFORMANCE_REF)));

    public static Fit of(Recipe recipe, List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(Words.plain(header.get(i)), i + 1);
        }
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(Words.numbered(header.get(i)), i + 1);
        }
        Map<Field, Binding> bindings = new EnumMap<>(Field.class);
        Map<Integer, Field> taken = new TreeMap<>();
        JsonNode overlay = recipe.content().path("overlay");
        List<Integer> aside = new ArrayList<>();
        Overlay.columns(overlay).forEach((word, key) -> {
            Integer place = places.get(word);
            if (place == null) {
                return;
            }
            aside.add(place);
            Field.byKey(key).ifPresent(field -> {
                bindings.put(field, new Binding(ruleOf(recipe, field), List.of(place), false));
                taken.put(place, field);
            });
        });
        recipe.fields().values().forEach(rule -> {
            if (!bindings.containsKey(rule.field())) {
                bind(rule, places, aside).ifPresent(binding -> {
                    bindings.put(rule.field(), binding);
                    binding.columns().forEach(place -> taken.putIfAbsent(place, rule.field()));
                });
            }
        });
        return new Fit(
                recipe,
                List.copyOf(header),
                bindings,
                likely(recipe, header, bindings, taken, aside),
                missing(recipe, bindings),
                isForeign(recipe, places) || isMoreThanHalls(recipe, header, taken, aside));
    }

    private static FieldRule ruleOf(Recipe recipe, Field field) {
        return recipe.rule(field)
                .orElseGet(() -> new FieldRule(
                        field, false, false, List.of(), List.of(), List.of(), "-", null, null, Map.of(), List.of()));
    }

    private static Optional<Binding> bind(FieldRule rule, Map<String, Integer> places, List<Integer> aside) {
        if (!rule.join().isEmpty()) {
            List<Integer> found = found(rule.join(), places, aside);
            return found.size() == rule.join().size() ? Optional.of(new Binding(rule, found, true)) : Optional.empty();
        }
        if (!rule.first().isEmpty()) {
            List<Integer> found = found(rule.first(), places, aside);
            return found.isEmpty() ? Optional.empty() : Optional.of(new Binding(rule, found, false));
        }
        List<Integer> found = found(rule.words(), places, aside);
        return found.isEmpty() ? Optional.empty() : Optional.of(new Binding(rule, found.subList(0, 1), false));
    }

    private static List<Integer> found(List<String> words, Map<String, Integer> places, List<Integer> aside) {
        List<Integer> found = new ArrayList<>();
        for (String word : words) {
            Integer place = places.get(word);
            if (place != null && !aside.contains(place)) {
                found.add(place);
            }
        }
        return found;
    }

    private static Map<Integer, Field> likely(
            Recipe recipe,
            List<String> header,
            Map<Field, Binding> bound,
            Map<Integer, Field> taken,
            List<Integer> aside) {
        Map<Integer, Field> likely = new TreeMap<>();
        for (int place = 1; place <= header.size(); place++) {
            if (taken.containsKey(place) || aside.contains(place)) {
                continue;
            }
            String column = ' ' + Words.plain(header.get(place - 1)) + ' ';
            for (FieldRule rule : recipe.fields().values()) {
                boolean alike = !bound.containsKey(rule.field())
                        && rule.words().stream()
                                .anyMatch(
                                        word -> word.length() >= LIKE_LETTERS_MIN && column.contains(' ' + word + ' '));
                if (alike && !likely.containsValue(rule.field())) {
                    likely.put(place, rule.field());
                    break;
                }
            }
        }
        return likely;
    }

    private static List<Field> missing(Recipe recipe, Map<Field, Binding> bindings) {
        List<Field> missing = new ArrayList<>();
        recipe.fields().values().forEach(rule -> {
            boolean stoodFor = STAND_FOR.getOrDefault(rule.field(), List.of()).stream()
                    .anyMatch(group -> bindings.keySet().containsAll(group));
            if (rule.required() && rule.fallback() == null && !bindings.containsKey(rule.field()) && !stoodFor) {
                missing.add(rule.field());
            }
        });
        return missing;
    }

    private static boolean isForeign(Recipe recipe, Map<String, Integer> places) {
        return !places.keySet().containsAll(recipe.marks())
                || recipe.never().stream().anyMatch(places::containsKey);
    }

    /** A table of halls with columns that a list of halls does not know may be a programme under words that nobody foresaw. */
    private static boolean isMoreThanHalls(
            Recipe recipe, List<String> header, Map<Integer, Field> taken, List<Integer> aside) {
        return recipe.holds() == Holds.HALLS
                && IntStream.rangeClosed(1, header.size())
                        .anyMatch(place -> !header.get(place - 1).isBlank()
                                && !taken.containsKey(place)
                                && !aside.contains(place));
    }

    /** Whether rows can be taken without asking anyone. */
    public boolean ready() {
        return missing.isEmpty() && !foreign;
    }

    /** The larger, the better it fits. */
    public int score() {
        int marks = recipe.marks().isEmpty() || foreign ? 0 : 1;
        return (foreign ? -10_000 : 0) - 1_000 * missing.size() + 100 * marks + 2 * bindings.size() + likely.size();
    }

    /** The field that takes a column, if any. */
    public Optional<Field> fieldOf(int column) {
        return bindings.values().stream()
                .filter(binding -> binding.columns().contains(column))
                .map(binding -> binding.rule().field())
                .findFirst();
    }
}
