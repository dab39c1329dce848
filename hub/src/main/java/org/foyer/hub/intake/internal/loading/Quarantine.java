package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.foyer.hub.intake.internal.recipe.Field;

/** Keeps rows that could not be taken, one line for each of their problems. */
final class Quarantine {

    private static final int VALUE_CHARS_MAX = 200;
    private static final int RAW_CHARS_MAX = 20_000;

    private final Sql sql;
    private final FileTable file;
    private final Loading loading;

    Quarantine(Sql sql, FileTable file, Loading loading) {
        this.sql = sql;
        this.file = file;
        this.loading = loading;
    }

    /** Lines that never became rows. */
    void keepRefused() throws SQLException {
        if (file.refusedRecords() == 0) {
            return;
        }
        sql.run("insert into personal.quarantine select " + place()
                + ", line, code, nullif(field, ''), " + Sealed.row(loading.houseNumber(), "nullif(value, '')", "raw")
                + " from " + file.refusedScan()
                + " order by line");
    }

    /**
     * Rows with problem bits. Needs {@code fetched} with their cells.
     *
     * @param bits table with {@code line, bits}
     */
    void keepChecked(Parse parse, List<Check> checks, String bits) throws SQLException {
        if (sql.number("select count(*) from " + bits + " where bits > 0") == 0) {
            return;
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            Field field = Field.byKey(check.field()).orElseThrow();
            problems.add("case when b.bits & " + (1L << i) + " <> 0 then {'at': " + i + ", 'code': " + check.code()
                    + ", 'field': " + header(field) + ", 'value': " + parse.text(field) + "} end");
        }
        String bad = "(select * from fetched where c0 in (select line from " + bits + " where bits > 0))";
        sql.run("insert into personal.quarantine select " + place()
                + ", line, problem.code, problem.field, "
                + Sealed.row(
                        loading.houseNumber(),
                        "substr(problem.value, 1, " + VALUE_CHARS_MAX + ")",
                        "substr(raw, 1, " + RAW_CHARS_MAX + ")")
                + " from (select p.line, unnest([" + String.join(",\n", problems)
                + "]) as problem, raw from ("
                + parse.texts(bad, EnumSet.allOf(Field.class), List.of(parse.raw() + " as raw")) + ") p join " + bits
                + " b on b.line = p.line) where problem is not null order by line, problem.at");
    }

    private String place() {
        return loading.houseNumber() + ", " + loading.run() + ", " + file.number();
    }

    /** The column to blame in the file's own words. */
    private String header(Field field) {
        return file.binding(field)
                .map(binding -> CellSql.literal(
                        file.fit().header().get(binding.columns().get(0) - 1)))
                .orElse("cast(null as varchar)");
    }
}
