package org.foyer.hub.intake.internal.loading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyer.hub.intake.internal.recipe.Binding;
import org.foyer.hub.intake.internal.recipe.FieldRule;
import org.foyer.hub.intake.internal.recipe.Words;

/**
 * Expressions of the engine that read cells. Constants come from recipes and from the list of forms, never from rows, and
 * are written as quoted literals.
 */
final class CellSql {

    /** Spaces of every kind, thousands apostrophes and signs of currencies, none of which is part of a number. */
    private static final String NO_PART_OF_A_NUMBER = " \t\u00a0\u202f\u2009\u2007'’€$£";

    private static final String BLANK = " \t\u00a0\u202f\ufeff";

    private CellSql() {}

    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /**
     * Text of a field, trimmed, null when empty.
     *
     * @param padded columns of which some cell begins or ends with what may be a blank
     */
    static String text(Binding binding, Set<Integer> padded) {
        FieldRule rule = binding.rule();
        List<String> cells = binding.columns().stream()
                .map(column -> padded.contains(column) ? trimmed("c" + column) : "c" + column)
                .toList();
        String value = binding.joined()
                ? String.join(" || " + literal(rule.with()) + " || ", cells)
                : cells.size() == 1 ? cells.get(0) : "coalesce(" + String.join(", ", cells) + ")";
        if (rule.pick() != null) {
            value = "nullif(regexp_extract(" + value + ", " + literal(rule.pick()) + ", 1), '')";
        }
        if (rule.fallback() != null) {
            value = "coalesce(" + value + ", " + literal(rule.fallback()) + ")";
        }
        return value;
    }

    /** Cell without blanks at its ends, null when empty. */
    private static String trimmed(String cell) {
        return "nullif(trim(" + cell + ", " + literal(BLANK) + "), '')";
    }

    /** Exact decimal of a number as it is written in its column, null when it is not one. */
    static String decimal(String text, Form form) {
        char group = form.decimal() == ',' ? '.' : ',';
        String bare =
                "translate(" + text + ", " + literal("−" + form.decimal() + NO_PART_OF_A_NUMBER + group) + ", '-.')";
        String grouped = "regexp_full_match(translate(" + text + ", " + literal("−" + NO_PART_OF_A_NUMBER) + ", '-'), "
                + literal("[-+]?[0-9]{1,3}(\\" + group + "[0-9]{3})+(\\" + form.decimal() + "[0-9]*)?") + ")";
        // nearly all numbers are plain, and the engine's translate is slow
        String plain =
                "regexp_full_match(" + text + ", " + literal("-?[0-9]{1,11}(\\" + form.decimal() + "[0-9]{1,6})?")
                        + ") then try_cast(replace(" + text + ", " + literal(String.valueOf(form.decimal()))
                        + ", '.') as decimal(18, 6))";
        return "case when " + plain + " when contains(lower(" + text + "), 'e') or contains(" + text
                + ", '_') then null"
                + " when contains(" + text + ", " + literal(String.valueOf(group)) + ") and not " + grouped
                + " then null"
                + " else try_cast(" + bare + " as decimal(18, 6)) end";
    }

    /** Minor units of a decimal, null when it has more places than the currency. */
    static String minor(String decimal, int places) {
        // what is far too large would overflow the engine's decimals, and is refused anyway
        String scaled = "cast(case when abs(" + decimal + ") < 1000000000 then " + decimal
                + " end as decimal(15, 6)) * cast(1" + "0".repeat(places) + " as decimal(" + (places + 1) + ", 0))";
        return "case when " + scaled + " = trunc(" + scaled + ") then cast(" + scaled + " as bigint) end";
    }

    /** Whole number, null when it is not one. */
    static String count(String text) {
        return "case when regexp_full_match(" + text
                + ", '[-+−]?[0-9 \u00a0\u202f]{1,12}([.,]0+)?') then try_cast(translate(regexp_replace(" + text
                + ", '[.,]0+$', ''), '− \u00a0\u202f', '-') as bigint) end";
    }

    /** Moment as written: local time, or UTC when the form is an instant. */
    static String moment(String text, Form form) {
        if (form.epoch()) {
            String number = "try_cast(" + text + " as bigint)";
            return form.milliseconds() ? "epoch_ms(" + number + ")" : "epoch_ms(" + number + " * 1000)";
        }
        String given = form.offset() ? "replace(" + text + ", 'Z', '+00:00')" : text; // the engine's %z knows no Z
        String formats = form.formats().stream().map(CellSql::literal).collect(Collectors.joining(", ", "[", "]"));
        String parsed = form.formats().size() == 1
                ? "try_strptime(" + given + ", " + literal(form.formats().get(0)) + ")"
                : "try_strptime(" + given + ", " + formats + ")";
        return form.offset() ? "timezone('UTC', " + parsed + ")" : parsed;
    }

    /** Time of day as a moment of the day 1900-01-01, null when it is not one. */
    static String time(String text) {
        return "try_strptime(replace(lower(" + text
                + "), 'h', ':'), ['%H:%M', '%H:%M:%S', '%H:', '%I:%M %p', '%I:%M%p'])";
    }

    /**
     * Meaning of a word. Words seen in the sample are compared as they stand, the others by their plain form.
     *
     * @param seen word as it stands → meaning
     */
    static String meaning(String text, Map<String, String> seen, Map<String, String> values) {
        StringBuilder sql = new StringBuilder("case when ").append(text).append(" is null then null");
        new TreeMap<>(seen)
                .forEach((word, meaning) -> sql.append(" when ")
                        .append(text)
                        .append(" = ")
                        .append(literal(word))
                        .append(" then ")
                        .append(literal(meaning)));
        if (!values.isEmpty()) {
            // a map, since a long IN becomes a join that computes the plain form of every row
            sql.append(" else ")
                    .append(map(values))
                    .append('[')
                    .append(Words.plainSql(text))
                    .append(']');
        }
        return values.isEmpty() && seen.isEmpty()
                ? "cast(null as varchar)"
                : sql.append(" end").toString();
    }

    private static String map(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> literal(entry.getKey()) + ": " + literal(entry.getValue()))
                        .collect(Collectors.joining(", ", "map {", "}"));
    }
}
