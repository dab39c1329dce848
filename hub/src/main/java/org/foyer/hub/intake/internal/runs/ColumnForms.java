package org.foyer.hub.intake.internal.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.intake.internal.loading.Form;
import org.foyer.hub.intake.internal.reading.ColumnForm;
import org.foyer.hub.intake.internal.reading.DateForm;
import org.foyer.hub.intake.internal.reading.DateOrder;
import org.foyer.hub.intake.internal.reading.NumberForm;
import org.foyer.hub.intake.internal.reading.Recognition;
import org.foyer.hub.intake.internal.reading.ValueForms;
import org.foyer.hub.intake.internal.recipe.Binding;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.FieldType;
import org.foyer.hub.intake.internal.recipe.Fit;
import org.foyer.hub.intake.internal.recipe.Words;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the values of the columns in use are written, from the sample of the file.
 *
 * @param seen for coded fields, word as it stands in the sample → meaning
 * @param problems what the sample leaves open in columns in use
 */
record ColumnForms(
        Map<Field, Form> byField,
        Map<Field, Map<String, String>> seen,
        @Nullable String decimal,
        @Nullable String dateOrder,
        List<Problem> problems) {

    static ColumnForms of(OpenedFile opened, Fit fit) {
        Recognition view = opened.seen();
        ValueForms forms = ValueForms.examine(opened.file().name(), view.header(), view.sample());
        String decimal = forms.decimal();
        Map<Field, Form> byField = new EnumMap<>(Field.class);
        Map<Field, Map<String, String>> seen = new EnumMap<>(Field.class);
        List<String> dates = new ArrayList<>();
        List<String> used = new ArrayList<>();
        List<String> elsewhere = elsewhere(fit, forms);
        fit.bindings().forEach((field, binding) -> {
            String column = fit.header().get(binding.columns().get(0) - 1);
            byField.put(field, form(field, binding, column, view, forms, decimal, elsewhere));
            if (isDate(field)) {
                dates.add(column);
            }
            boolean number = field.type() == FieldType.AMOUNT || field.type() == FieldType.RATE;
            if (isDate(field) || number && !binding.rule().certain()) {
                used.add(column);
            }
            if (field.type() == FieldType.CODED) {
                seen.put(field, seen(binding, column, view));
            }
        });
        List<Problem> problems = forms.problems().stream()
                .filter(problem -> problem.code().startsWith("date")
                        ? dates.contains(problem.place().column())
                        : used.contains(problem.place().column()))
                .toList();
        return new ColumnForms(byField, seen, decimal, order(forms, dates), problems);
    }

    private static boolean isDate(Field field) {
        return field.type() == FieldType.MOMENT || field.type() == FieldType.DAY;
    }

    private static Form form(
            Field field,
            Binding binding,
            String column,
            Recognition view,
            ValueForms forms,
            @Nullable String agreed,
            List<String> elsewhere) {
        Optional<ColumnForm> own =
                binding.rule().pick() == null ? forms.column(column) : Optional.of(picked(binding, column, view));
        NumberForm number = own.map(ColumnForm::number).orElse(null);
        String mark = number != null && number.decimal() != null ? number.decimal() : agreed;
        char decimal = mark == null ? fallback(number) : mark.charAt(0);
        DateForm date = own.map(ColumnForm::date).orElse(null);
        if (!isDate(field)) {
            return new Form(decimal, List.of());
        }
        return new Form(decimal, date == null ? elsewhere : formats(date));
    }

    /**
     * How dates are written in the columns of which the sample shows some, those with hours first: a column that is
     * blank in the sample, as scans are before the first evening, is written like the others. Hours of the hall and
     * instants are not mixed.
     */
    private static List<String> elsewhere(Fit fit, ValueForms forms) {
        List<DateForm> shown = fit.bindings().entrySet().stream()
                .filter(entry ->
                        isDate(entry.getKey()) && entry.getValue().rule().pick() == null)
                .flatMap(entry ->
                        forms
                                .column(fit.header()
                                        .get(entry.getValue().columns().get(0) - 1))
                                .map(ColumnForm::date)
                                .stream())
                .sorted(Comparator.comparing(DateForm::timed).reversed())
                .toList();
        return shown.stream()
                .filter(date -> date.zoned() == shown.get(0).zoned() && isEpoch(date) == isEpoch(shown.get(0)))
                .flatMap(date -> formats(date).stream())
                .distinct()
                .toList();
    }

    private static boolean isEpoch(DateForm date) {
        return date.order() == DateOrder.EPOCH_SECONDS || date.order() == DateOrder.EPOCH_MILLIS;
    }

    /** Without any decimals in the file, a mark before three digits groups them. */
    private static char fallback(@Nullable NumberForm number) {
        return number != null && number.thousands().contains(",") ? '.' : ',';
    }

    private static ColumnForm picked(Binding binding, String column, Recognition view) {
        java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(
                java.util.Objects.requireNonNull(binding.rule().pick()));
        int at = view.header().indexOf(column);
        List<String> values = view.sample().stream()
                .map(row -> pattern.matcher(row.get(at)))
                .filter(java.util.regex.Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
        return ValueForms.examine(column, values);
    }

    /** Where day and month cannot be told apart the day comes first, as in every language of the recipes. */
    private static List<String> formats(DateForm date) {
        return switch (date.order()) {
            case EPOCH_SECONDS -> List.of("epoch-seconds");
            case EPOCH_MILLIS -> List.of("epoch-milliseconds");
            case AMBIGUOUS -> date.patterns(DateOrder.DMY);
            default -> date.patterns();
        };
    }

    private static @Nullable String order(ValueForms forms, List<String> dates) {
        return dates.stream()
                .flatMap(column -> forms.column(column).map(ColumnForm::date).stream())
                .map(date -> switch (date.order()) {
                    case MDY -> "mdy";
                    case YMD -> "ymd";
                    case EPOCH_SECONDS, EPOCH_MILLIS -> "epoch";
                    default -> "dmy";
                })
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> seen(Binding binding, String column, Recognition view) {
        Map<String, String> seen = new HashMap<>();
        int at = view.header().indexOf(column);
        if (binding.joined() || at < 0) {
            return seen;
        }
        for (List<String> row : view.sample()) {
            String word = row.get(at).strip();
            String meaning = binding.rule().values().get(Words.plain(word));
            if (meaning != null) {
                seen.put(word, meaning);
            }
        }
        return seen;
    }
}
