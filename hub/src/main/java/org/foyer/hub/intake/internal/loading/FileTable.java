package org.foyer.hub.intake.internal.loading;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.intake.internal.recipe.Binding;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.Fit;

/**
 * One file of a run, already turned into strict tables.
 *
 * @param number place of the file in the run, from 0
 * @param table first column the line, then one text column for each header word
 * @param refused lines that could not become rows: line, code, column, value, raw
 * @param records rows of the table
 * @param refusedRecords rows of the refused table
 * @param padded columns, from 1, of which some cell begins or ends with what may be a blank
 * @param forms how the columns of the fields are written
 * @param seen for coded fields, word of the sample as it stands → meaning
 * @param separator between cells, to show a row as it stood
 */
public record FileTable(
        int number,
        Path table,
        Path refused,
        long records,
        long refusedRecords,
        Set<Integer> padded,
        Fit fit,
        Map<Field, Form> forms,
        Map<Field, Map<String, String>> seen,
        char separator) {

    Form form(Field field) {
        return forms.getOrDefault(field, Form.PLAIN);
    }

    Optional<Binding> binding(Field field) {
        return Optional.ofNullable(fit.bindings().get(field));
    }

    boolean has(Field field) {
        return fit.bindings().containsKey(field);
    }

    /** The strict reading of the table; nothing is detected, nothing is left out. */
    String scan() {
        StringBuilder columns = new StringBuilder("'c0': 'BIGINT'");
        for (int i = 1; i <= fit.header().size(); i++) {
            columns.append(", 'c").append(i).append("': 'VARCHAR'");
        }
        return "read_csv(" + CellSql.literal(table.toString())
                + ", delim = ',', quote = '\"', escape = '\"', header = false, auto_detect = false, columns = {"
                + columns
                + "})";
    }

    String refusedScan() {
        return "read_csv(" + CellSql.literal(refused.toString())
                + ", delim = ',', quote = '\"', escape = '\"', header = false, auto_detect = false, columns = {'line': 'BIGINT',"
                + " 'code': 'VARCHAR', 'field': 'VARCHAR', 'value': 'VARCHAR', 'raw': 'VARCHAR'})";
    }
}
