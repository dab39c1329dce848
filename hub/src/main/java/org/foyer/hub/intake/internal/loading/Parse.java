package org.foyer.hub.intake.internal.loading;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.foyer.hub.intake.internal.recipe.Binding;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.FieldRule;
import org.foyer.hub.intake.internal.recipe.FieldType;
import org.foyer.hub.intake.internal.recipe.Recipe;
import org.foyer.hub.intake.internal.recipe.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one file once, in an inner select, so that everything outside judges names instead of texts:
 * {@code t_field} is the text, {@code v_field} what it means, null when it means nothing; {@code m_field} are the minor
 * units of an amount and {@code u_field} the UTC moment of an hour of the hall.
 */
final class Parse {

    private final FileTable file;
    private final Loading loading;

    Parse(FileTable file, Loading loading) {
        this.file = file;
        this.loading = loading;
    }

    boolean has(Field field) {
        return file.has(field);
    }

    /**
     * The inner select over a relation whose columns are c0, c1, …. Texts, what they mean and what follows from that are
     * three selects one in the other: the engine shares nothing between the arms of its cases.
     */
    String from(String relation) {
        return from(relation, EnumSet.allOf(Field.class));
    }

    /** The inner select with some of the fields only: expressions that nobody asks for cost time as well. */
    String from(String relation, Set<Field> fields) {
        List<String> meanings = new ArrayList<>();
        bindings(fields).forEach(binding -> {
            Field field = binding.rule().field();
            String value = value(binding, "t_" + field.key());
            if (value != null) {
                meanings.add(value + " as v_" + field.key());
            }
        });
        return also(derived(fields), also(meanings, texts(relation, fields, deciding(fields))));
    }

    /**
     * The texts alone.
     *
     * @param more columns over the cells themselves
     */
    String texts(String relation, Set<Field> fields, List<String> more) {
        List<String> texts = new ArrayList<>(List.of("c0 as line", skipped() + " as skipped"));
        bindings(fields).forEach(binding -> {
            String text = CellSql.text(binding, file.padded());
            if (Mended.isMended(file)) {
                // the apostrophe that kept a spreadsheet from taking the cell for a formula
                text = "regexp_replace(" + text + ", '^''([=+@-])', '\\1')";
            }
            texts.add(text + " as t_" + binding.rule().field().key());
        });
        texts.addAll(more);
        return "select " + String.join(",\n  ", texts) + "\nfrom " + relation;
    }

    private Stream<Binding> bindings(Set<Field> fields) {
        return file.fit().bindings().values().stream()
                .filter(binding -> fields.contains(binding.rule().field()));
    }

    /** Cells that decide on the meaning of other columns. */
    private List<String> deciding(Set<Field> fields) {
        return bindings(fields)
                .flatMap(binding -> binding.rule().when().stream())
                .map(when -> columnOf(when.column()))
                .filter(Objects::nonNull)
                .distinct()
                .map(column -> "c" + column)
                .toList();
    }

    private static String also(List<String> columns, String select) {
        return columns.isEmpty() ? select : "select *, " + String.join(",\n  ", columns) + "\nfrom (" + select + ")";
    }

    /** What many expressions outside need, computed once: the engine shares nothing between the arms of its cases. */
    private List<String> derived(Set<Field> fields) {
        List<String> columns = new ArrayList<>();
        for (Field field : fields) {
            if (!has(field)) {
                continue;
            }
            String value = "v_" + field.key();
            if (field.type() == FieldType.AMOUNT) {
                columns.add(CellSql.minor(value, loading.places()) + " as m_" + field.key());
            } else if (isMoment(field) && !file.form(field).instant()) {
                columns.add(utcOf(value) + " as u_" + field.key());
            }
        }
        return columns;
    }

    private static boolean isMoment(Field field) {
        return field.type() == FieldType.MOMENT || field.type() == FieldType.DAY;
    }

    /** Number of the recipe's rule that leaves the row out, from 1; 0 when none does. */
    private String skipped() {
        StringBuilder sql = new StringBuilder("case");
        List<Recipe.Skip> rules = file.fit().recipe().skip();
        boolean any = false;
        for (int i = 0; i < rules.size(); i++) {
            Integer column = columnOf(rules.get(i).column());
            if (column != null) {
                any = true;
                sql.append(" when ")
                        .append(isOneOf(column, rules.get(i).is()))
                        .append(" then ")
                        .append(i + 1);
            }
        }
        return any ? sql.append(" else 0 end").toString() : "0";
    }

    private @Nullable Integer columnOf(String plainWord) {
        for (int i = 0; i < file.fit().header().size(); i++) {
            if (Words.plain(file.fit().header().get(i)).equals(plainWord)) {
                return i + 1;
            }
        }
        return null;
    }

    private static String isOneOf(int column, List<String> words) {
        List<String> literals = words.stream().map(CellSql::literal).toList();
        return "coalesce(" + Words.plainSql("c" + column) + ", '') in (" + String.join(", ", literals) + ")";
    }

    private @Nullable String value(Binding binding, String text) {
        Field field = binding.rule().field();
        if (binding.rule().certain()) {
            return Certain.value(binding.rule(), text, loading.currency());
        }
        Form form = file.form(field);
        return switch (field.type()) {
            case TEXT, LABEL -> null;
            case CODED -> coded(binding.rule(), text);
            case FLAG ->
                "coalesce("
                        + CellSql.meaning(
                                text, java.util.Map.of(), binding.rule().values()) + ", 'false') = 'true'";
            case MOMENT, DAY -> CellSql.moment(text, form);
            case TIME -> CellSql.time(text);
            case AMOUNT, RATE ->
                CellSql.decimal(field.type() == FieldType.RATE ? "replace(" + text + ", '%', '')" : text, form);
            case COUNT -> CellSql.count(text);
        };
    }

    private String coded(FieldRule rule, String text) {
        StringBuilder sql = new StringBuilder("case");
        for (FieldRule.When when : rule.when()) {
            Integer column = columnOf(when.column());
            if (column != null) {
                sql.append(" when ")
                        .append(isOneOf(column, when.is()))
                        .append(" then ")
                        .append(CellSql.literal(when.then()));
            }
        }
        String meaning =
                CellSql.meaning(text, file.seen().getOrDefault(rule.field(), java.util.Map.of()), rule.values());
        return sql.length() == 4 ? meaning : sql + " else " + meaning + " end";
    }

    /** Text of a field over the inner select, or null where the file has no such column. */
    String text(Field field) {
        return has(field) ? "t_" + field.key() : "cast(null as varchar)";
    }

    /** Whether only what is certain is taken of a field, and the file has it. */
    boolean certain(Field field) {
        return file.binding(field).map(binding -> binding.rule().certain()).orElse(false);
    }

    /** What a text means of which only what is certain is taken; any other text as it stands. */
    String meant(Field field) {
        return certain(field) ? "v_" + field.key() : text(field);
    }

    /** Whole number of a field, or null where the file has no such column. */
    String count(Field field) {
        return has(field) ? "v_" + field.key() : "cast(null as bigint)";
    }

    /** Minor units of a field, or null where the file has no such column. */
    String minor(Field field) {
        return has(field) ? "m_" + field.key() : "cast(null as bigint)";
    }

    /** Local moment of a field that is bound. */
    String local(Field field) {
        String value = "v_" + field.key();
        return file.form(field).instant() ? "timezone(" + zone() + ", timezone('UTC', " + value + "))" : value;
    }

    /** UTC moment of a field, or null where the file has no such column. */
    String utc(Field field) {
        if (!has(field)) {
            return "cast(null as timestamp)";
        }
        return (file.form(field).instant() ? "v_" : "u_") + field.key();
    }

    private String utcOf(String local) {
        return "timezone('UTC', timezone(" + zone() + ", " + local + "))";
    }

    private String localOf(String utc) {
        return "timezone(" + zone() + ", timezone('UTC', " + utc + "))";
    }

    /** Condition that the local moment of a field never was. */
    String missingHour(Field field, int yearMin, int yearMax) {
        String value = "v_" + field.key();
        return MissingHours.condition(value, ZoneId.of(loading.zone()), yearMin, yearMax, localOf(utcOf(value)));
    }

    /** Condition that the start, told as a day and an hour, never was on the clock of the house. */
    String missingStart(int yearMin, int yearMax) {
        String start = startLocal();
        return MissingHours.condition(start, ZoneId.of(loading.zone()), yearMin, yearMax, localOf(utcOf(start)));
    }

    private String zone() {
        return CellSql.literal(loading.zone());
    }

    /** Local day of a field, or null where the file has no such column. */
    String day(Field field) {
        return has(field) ? "cast(" + local(field) + " as date)" : "cast(null as date)";
    }

    /** Field that says on which day, and with luck at what hour, the performance starts. */
    @Nullable
    Field startField() {
        return has(Field.STARTS_AT) ? Field.STARTS_AT : has(Field.DAY) ? Field.DAY : null;
    }

    /** Local start of the performance, null where only the day is known. */
    String startLocal() {
        Field field = startField();
        return field == null ? "cast(null as timestamp)" : withTime(field, Field.TIME);
    }

    private String withTime(Field field, Field time) {
        if (has(time) && !file.form(field).timed()) {
            return "date_trunc('day', v_" + field.key() + ") + (v_" + time.key() + " - timestamp '1900-01-01')";
        }
        return file.form(field).timed() ? local(field) : "cast(null as timestamp)";
    }

    /** Day of the start as written. */
    String startDay() {
        Field field = startField();
        return field == null
                ? "cast(null as date)"
                : isDayApart() ? "coalesce(" + day(field) + ", " + day(Field.DAY) + ")" : day(field);
    }

    /** Whether a day is told beside the moment of the start, which may be empty then: a day without an hour. */
    private boolean isDayApart() {
        return has(Field.STARTS_AT) && has(Field.DAY);
    }

    /** Condition that nothing says on which day the performance is. */
    String withoutStart() {
        String start = text(Objects.requireNonNull(startField())) + " is null";
        return isDayApart() ? start + " and v_day is null" : start;
    }

    /** Local day of the sale. */
    String soldDay() {
        return day(Objects.requireNonNull(soldField()));
    }

    /** Field that says when the movement was. */
    Field soldField() {
        return has(Field.SOLD_AT) ? Field.SOLD_AT : Field.SOLD_DAY;
    }

    /** UTC moment of the sale; the beginning of the day where only the day is known. */
    String soldUtc() {
        Field field = Objects.requireNonNull(soldField());
        if (has(Field.SOLD_TIME) && !file.form(field).timed()) {
            return utcOf("coalesce(" + withTime(field, Field.SOLD_TIME) + ", v_" + field.key() + ")");
        }
        return utc(field);
    }

    /** Local moment that a daylight-saving gap could have swallowed, or nothing for instants. */
    boolean localForm(Field field) {
        return !file.form(field).instant() && file.form(field).timed();
    }

    /** The row as the file wrote it, as far as the table still knows. */
    String raw() {
        String separator = CellSql.literal(String.valueOf(file.separator()));
        String cells = IntStream.rangeClosed(1, file.fit().header().size())
                .mapToObj(column -> "coalesce(c" + column + ", '')")
                .collect(Collectors.joining(", "));
        return "array_to_string(list_transform([" + cells + "], lambda c: case when contains(c, " + separator
                + ") or contains(c, '\"') or contains(c, chr(10)) then '\"' || replace(c, '\"', '\"\"') || '\"' else c"
                + " end), " + separator + ")";
    }
}
