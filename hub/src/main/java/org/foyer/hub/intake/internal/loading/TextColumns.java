package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.intake.internal.recipe.Field;

/** Columns of a table that tell the title or the description in a language: they become texts of the show, as those of other formats. */
final class TextColumns {

    private static final Set<Field> FIELDS = Collections.unmodifiableSet(EnumSet.of(
            Field.TITLE_FR,
            Field.TITLE_EN,
            Field.TITLE_DE,
            Field.TITLE_NL,
            Field.DESCRIPTION_FR,
            Field.DESCRIPTION_EN,
            Field.DESCRIPTION_DE,
            Field.DESCRIPTION_NL));

    private TextColumns() {}

    /** Those that a file has. */
    static List<Field> of(Parse parse) {
        return FIELDS.stream().filter(parse::has).toList();
    }

    /** Fills the column {@code texts} of a table in which each of them is a column, where one of them says something. */
    static void gather(Sql sql, String table, Parse parse) throws SQLException {
        List<Field> fields = of(parse);
        if (fields.isEmpty()) {
            return;
        }
        String texts = fields.stream().map(TextColumns::text).collect(Collectors.joining(", "));
        sql.run("update " + table + " set texts = cast(to_json(list_filter([" + texts
                + "], lambda t: t.value is not null)) as varchar) where "
                + fields.stream().map(field -> field.key() + " is not null").collect(Collectors.joining(" or ")));
    }

    /** The key of a field is the property and the language (ISO 639-1). */
    private static String text(Field field) {
        String[] parts = field.key().toLowerCase(Locale.ROOT).split("_");
        return "{'property': '" + parts[0] + "', 'language': '" + parts[1] + "', 'value': " + field.key() + "}";
    }
}
