package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.intake.internal.recipe.FieldRule;
import org.jspecify.annotations.Nullable;

/** Reads single values with the expressions of the load, so that what a person sees is what will be done. */
public final class Examples {

    private final Sql sql;
    private final int places;
    private final String currency;

    /**
     * @param places decimal places of the currency
     * @param currency of the house
     */
    public Examples(Connection connection, int places, String currency) {
        this.sql = new Sql(connection);
        this.places = places;
        this.currency = currency;
    }

    /** The value in ISO form, null when it cannot be read. */
    public @Nullable String after(FieldRule rule, Form form, String before) throws SQLException {
        String text = "nullif(trim(cell), '')";
        if (rule.pick() != null) {
            text = "regexp_extract(cell, " + CellSql.literal(rule.pick()) + ", 1)";
        }
        String value = rule.certain()
                ? Certain.shown(rule.field(), Certain.value(rule, text, currency))
                : value(rule, form, text);
        List<String> found = sql.list(
                row -> Objects.requireNonNullElse(row.getString(1), ""),
                "select cast(" + value + " as varchar) from (select cast(? as varchar) as cell)",
                before);
        return found.get(0).isEmpty() ? null : found.get(0);
    }

    private String value(FieldRule rule, Form form, String text) {
        return switch (rule.field().type()) {
            case MOMENT, DAY ->
                form.timed()
                        ? "strftime(" + CellSql.moment(text, form) + ", '%Y-%m-%d %H:%M" + (form.instant() ? "Z" : "")
                                + "')"
                        : "strftime(" + CellSql.moment(text, form) + ", '%Y-%m-%d')";
            case TIME -> "strftime(" + CellSql.time(text) + ", '%H:%M')";
            case AMOUNT ->
                "cast((" + CellSql.minor(CellSql.decimal(text, form), places) + ") / pow(10, " + places
                        + ") as decimal(18, " + places + "))";
            case RATE -> CellSql.decimal("replace(" + text + ", '%', '')", form);
            case COUNT -> CellSql.count(text);
            case CODED, FLAG -> CellSql.meaning(text, Map.of(), rule.values());
            case TEXT, LABEL -> text;
        };
    }
}
