package org.foyer.hub.intake.internal.runs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.intake.ColumnProof;
import org.foyer.hub.intake.Example;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Proof;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.ValueProof;
import org.foyer.hub.intake.internal.loading.Examples;
import org.foyer.hub.intake.internal.loading.Markup;
import org.foyer.hub.intake.internal.recipe.Binding;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.FieldType;
import org.foyer.hub.intake.internal.recipe.Fit;
import org.foyer.hub.intake.internal.recipe.Words;
import org.foyer.hub.intake.internal.words.WordRegister;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.StoreFailure;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Shows how a file would be read, with values before and after, so that a person can judge every guess. */
public final class Proofs {

    private static final int EXAMPLES_MAX = 5;
    private static final int WORDS_MAX = 200;

    private final FileOpening opening;
    private final RecipeShelf shelf;
    private final Register register;
    private final WordRegister words;

    public Proofs(FileOpening opening, RecipeShelf shelf, Register register, WordRegister words) {
        this.opening = opening;
        this.shelf = shelf;
        this.register = register;
        this.words = words;
    }

    public Proof prove(HouseId house, ArchivedFile file, Matching matching) {
        var recipes = shelf.forHouse(house, matching).stream()
                .filter(recipe -> matching.recipe() == null || recipe.name().equals(matching.recipe()))
                .toList();
        OpenedFile opened = opening.open(house, file, recipes);
        Fit fit = opened.fit();
        ColumnForms forms = fit == null ? null : ColumnForms.of(opened, fit);
        List<Problem> problems = new ArrayList<>(opened.problems());
        if (forms != null) {
            problems.addAll(forms.problems());
        }
        Character separator = opened.recognition().separator();
        var charset = opened.recognition().charset();
        return new Proof(
                file,
                opened.recognition().format(),
                charset == null ? null : charset.name(),
                separator == null ? null : separator.toString(),
                (int) opened.recognition().headerLine(),
                forms == null ? null : forms.decimal(),
                forms == null ? null : forms.dateOrder(),
                fit == null ? null : fit.recipe().id(),
                fit == null ? null : fit.recipe().holds(),
                columns(house, opened, fit, forms),
                fit == null ? List.of() : fit.missing().stream().map(Field::key).toList(),
                fit == null
                        ? List.of()
                        : fit.recipe().fields().keySet().stream()
                                .map(Field::key)
                                .toList(),
                fit == null ? List.of() : values(opened, fit, said(house, matching)),
                problems);
    }

    private List<ColumnProof> columns(
            HouseId house, OpenedFile opened, @Nullable Fit fit, @Nullable ColumnForms forms) {
        List<String> header = opened.seen().header();
        Map<Integer, List<Example>> examples = new HashMap<>();
        if (fit != null && forms != null) {
            examples.putAll(examples(house, opened, fit, forms));
        }
        List<ColumnProof> columns = new ArrayList<>();
        for (int place = 1; place <= header.size(); place++) {
            Field sure = fit == null ? null : fit.fieldOf(place).orElse(null);
            Field likely = fit == null || sure != null ? null : fit.likely().get(place);
            Field shown = sure == null ? likely : sure;
            int at = place - 1;
            columns.add(new ColumnProof(
                    header.get(at),
                    shown == null ? null : shown.key(),
                    sure != null,
                    examples.computeIfAbsent(place, key -> plain(opened, at, shown))));
        }
        return columns;
    }

    private static List<String> different(OpenedFile opened, int column) {
        Set<String> values = new LinkedHashSet<>();
        for (List<String> row : opened.seen().sample()) {
            String value = row.get(column);
            if (!value.isBlank() && values.size() < EXAMPLES_MAX) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private static List<Example> plain(OpenedFile opened, int column, @Nullable Field field) {
        return different(opened, column).stream()
                .map(value -> new Example(value, field == null ? value.strip() : Markup.without(field, value.strip())))
                .toList();
    }

    /** The engine itself reads the examples, with the very expressions of the load. */
    private Map<Integer, List<Example>> examples(HouseId house, OpenedFile opened, Fit fit, ColumnForms forms) {
        HouseFacts facts = HouseFacts.of(register, house);
        Map<Integer, List<Example>> all = new HashMap<>();
        try (Connection apart = DriverManager.getConnection("jdbc:duckdb:")) {
            Examples reading = new Examples(apart, facts.places(), facts.currency());
            for (Map.Entry<Field, Binding> entry : fit.bindings().entrySet()) {
                Field field = entry.getKey();
                Binding binding = entry.getValue();
                boolean asItStands =
                        field.type() == FieldType.TEXT && !binding.rule().certain();
                if (binding.joined() || asItStands || field.type() == FieldType.LABEL) {
                    continue;
                }
                for (int place : binding.columns()) {
                    List<Example> examples = new ArrayList<>();
                    for (String before : different(opened, place - 1)) {
                        examples.add(new Example(
                                before,
                                reading.after(
                                        binding.rule(),
                                        java.util.Objects.requireNonNull(
                                                forms.byField().get(field)),
                                        before)));
                    }
                    all.putIfAbsent(place, examples);
                }
            }
            return all;
        } catch (SQLException e) {
            throw new StoreFailure("the engine refused to read examples", e);
        }
    }

    /** What counts above the recipe: the house's words, and above them those said with this file. */
    private Map<SaidWord, String> said(HouseId house, Matching matching) {
        Map<SaidWord, String> said = new HashMap<>();
        words.of(house)
                .forEach(word -> said.put(
                        new SaidWord(word.field(), word.label(), null), word.kind() == null ? "" : word.kind()));
        matching.values().forEach(word -> said.put(new SaidWord(word.field(), word.label(), null), word.kind()));
        return said;
    }

    /** Words of the sample's coded columns, most frequent first. */
    private static List<ValueProof> values(OpenedFile opened, Fit fit, Map<SaidWord, String> said) {
        List<ValueProof> values = new ArrayList<>();
        fit.bindings().forEach((field, binding) -> {
            if (field.type() != FieldType.LABEL && field.type() != FieldType.CODED || binding.joined()) {
                return;
            }
            Map<String, Long> counts = new LinkedHashMap<>();
            opened.seen().sample().forEach(row -> {
                String word = row.get(binding.columns().get(0) - 1).strip();
                if (!word.isEmpty()) {
                    counts.merge(word, 1L, Long::sum);
                }
            });
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(WORDS_MAX)
                    .forEach(entry -> {
                        String known = binding.rule().values().get(Words.plain(entry.getKey()));
                        String kind = said.getOrDefault(
                                new SaidWord(field.key(), entry.getKey(), null), known == null ? "" : known);
                        values.add(new ValueProof(
                                field.key(), entry.getKey(), kind.isEmpty() ? null : kind, entry.getValue()));
                    });
        });
        return values;
    }
}
