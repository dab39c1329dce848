package org.foyer.hub.intake.internal.loading;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.Recipe;
import org.foyer.hub.intake.internal.recipe.Words;

/**
 * Finds in one file what it says of people who are being forgotten, and writes its table anew without it.
 *
 * <p>Their rows stay, for money and seats must go on adding up, but lose every cell that names a buyer and every cell
 * that no field is filled from, since nobody knows what stands there. Rows that were never taken are left out whole. In rows
 * of others, a remark that names them is emptied.
 */
public final class CleanedRows {

    private static final Set<Field> PERSONAL = EnumSet.range(Field.BUYER_REF, Field.CONSENT_DAY);

    /** Ways in which a file may name the people of one erasure that others' rows are looked through for. */
    private static final int WAYS_MAX = 500;

    /** References by which one file may know the people of one erasure; a hundred a person would be far too many. */
    private static final int REFERENCES_MAX = 1_000_000;

    private final Sql sql;
    private final FileTable file;
    private final Traces traces;
    private final boolean waitingGo;

    /** @param waitingGo whether rows that were never taken go whoever they name, because their time is over */
    public CleanedRows(Connection connection, FileTable file, Traces traces, boolean waitingGo) {
        this.waitingGo = waitingGo;
        this.sql = new Sql(connection);
        this.file = file;
        this.traces = traces;
    }

    /**
     * Finds how the file itself names people who are to be gone: an old file that comes again is all that still knows it.
     *
     * @param references numbers and e-mails by which the file knows them are added
     */
    public void nameThemselves(int house, List<Tombstone> gone, List<String> references) throws SQLException {
        ForgottenBuyers.prepare(sql, gone);
        sql.run("create or replace temp table named_themselves as select distinct " + text(Field.BUYER_REF)
                + " as reference, " + text(Field.EMAIL) + " as email, " + text(Field.PHONE) + " as phone, lower("
                + text(Field.LAST_NAME) + ") as last_name, lower(" + text(Field.FIRST_NAME) + ") as first_name from "
                + file.scan() + " where " + own(house) + " limit " + REFERENCES_MAX);
        references.addAll(sql.list(
                row -> row.getString(1),
                "select distinct known from (select unnest([reference, email]) as known from named_themselves)"
                        + " where known is not null"));
    }

    /** What was found, to look for in rows of others too. */
    public Traces named() throws SQLException {
        return new Traces(sql.list(
                row -> new Traces.Known(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                "select distinct lower(email), phone, last_name, first_name from named_themselves limit " + WAYS_MAX));
    }

    private String text(Field field) {
        return file.binding(field)
                .map(binding -> CellSql.text(binding, file.padded()))
                .orElse("cast(null as varchar)");
    }

    /**
     * Finds the rows, and says how many there are.
     *
     * @param gone tombstones of people of whom nothing may stay
     * @param waiting lines of the file that were never taken
     * @param nothingCounts whether the run was taken back, so that none of its rows is needed
     */
    public long find(int house, List<Tombstone> gone, List<Long> waiting, boolean nothingCounts) throws SQLException {
        ForgottenBuyers.prepare(sql, gone);
        sql.run("create or replace temp table waiting_line (line bigint)");
        if (!waiting.isEmpty()) {
            sql.change(
                    "insert into waiting_line select cast(unnest(?) as bigint)",
                    sql.texts(waiting.stream().map(String::valueOf).toList()));
        }
        String row = "concat_ws(' ', " + String.join(", ", cells()) + ")";
        sql.run("create or replace temp table traced as select line, own, "
                + (nothingCounts ? "true" : "line in (select line from waiting_line)") + " as dropped from ("
                + "select c0 as line, " + own(house) + " as own, " + traces.namedIn(row) + " as named from "
                + file.scan() + ") where own or named"
                + (waitingGo ? " or line in (select line from waiting_line)" : ""));
        long refused = sql.number("select count(*) from " + file.refusedScan() + " where " + refusedGo());
        return sql.number("select count(*) from traced") + refused;
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= file.fit().header().size(); column++) {
            cells.add("c" + column);
        }
        return cells;
    }

    private String own(int house) {
        List<String> ways = new ArrayList<>();
        file.binding(Field.BUYER_REF)
                .map(binding -> Tombstone.ofReference(house, CellSql.text(binding, file.padded())))
                .ifPresent(ways::add);
        file.binding(Field.EMAIL)
                .map(binding -> CellSql.text(binding, file.padded()))
                .ifPresent(email -> {
                    ways.add(Tombstone.ofEmail(house, email));
                    ways.add(Tombstone.ofReference(house, "lower(" + email + ")"));
                });
        return ways.isEmpty()
                ? "false"
                : "("
                        + String.join(
                                " or ",
                                ways.stream()
                                        .map(way -> "coalesce(" + way + " in (select digest from tombstone), false)")
                                        .toList())
                        + ")";
    }

    /** Writes the table without them, in the same strict form. Returns how many rows it has. */
    public long write(Path target) throws SQLException {
        List<String> columns = new ArrayList<>(List.of("t.c0"));
        for (int column = 1; column <= file.fit().header().size(); column++) {
            String cell = "t.c" + column;
            columns.add(
                    mayName(column)
                            ? "case when f.own or (f.line is not null and " + traces.heldBy(cell) + ") then null else "
                                    + cell + " end"
                            : cell);
        }
        return copy(
                "select " + String.join(", ", columns) + " from " + file.scan()
                        + " t left join traced f on f.line = t.c0 where not coalesce(f.dropped, false) order by t.c0",
                target);
    }

    /** Writes the rows that never became rows without those that name them. Returns how many there are. */
    public long writeRefused(Path target) throws SQLException {
        return copy(
                "select * from " + file.refusedScan() + " where not coalesce(" + refusedGo() + ", false) order by line",
                target);
    }

    private String refusedGo() {
        return waitingGo ? "true" : traces.namedIn("raw");
    }

    private long copy(String query, Path target) throws SQLException {
        return sql.change("copy (" + query + ") to " + CellSql.literal(target.toString())
                + " (format csv, header false, delimiter ',', quote '\"', escape '\"', nullstr '')");
    }

    /** Rows of the sample in memory without them; the sample tells how columns are written. */
    public List<List<String>> sample(List<List<String>> rows, List<String> references) {
        List<List<String>> cleaned = new ArrayList<>();
        Set<String> known = new HashSet<>(references);
        for (List<String> row : rows) {
            boolean theirs = waitingGo || traces.namedIn(row) || row.stream().anyMatch(known::contains);
            cleaned.add(theirs ? emptied(row) : row);
        }
        return cleaned;
    }

    private List<String> emptied(List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int at = 0; at < row.size(); at++) {
            cells.add(mayName(at + 1) ? "" : row.get(at));
        }
        return cells;
    }

    /** Whether a column may name somebody: it is a buyer's, or no field is filled from it and no rule looks at it. */
    private boolean mayName(int column) {
        Optional<Field> field = file.fit().fieldOf(column);
        if (field.isPresent()) {
            return PERSONAL.contains(field.get());
        }
        String word = Words.plain(file.fit().header().get(column - 1));
        boolean decides =
                file.fit().recipe().skip().stream().map(Recipe.Skip::column).anyMatch(word::equals)
                        || file.fit().bindings().values().stream()
                                .flatMap(binding -> binding.rule().when().stream())
                                .anyMatch(when -> when.column().equals(word));
        return !decides && !file.fit().header().get(column - 1).equals(Mended.COLUMN);
    }
}
