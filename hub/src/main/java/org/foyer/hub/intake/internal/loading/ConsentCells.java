package org.foyer.hub.intake.internal.loading;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.intake.SaidInFiles;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/**
 * What the columns of a file say of its buyers being contacted: of each buyer the row that names them counts, as for their contacts. Words that the recipe
 * does not know stay out and are told.
 */
public final class ConsentCells {

    private static final Set<Field> FIELDS = java.util.Arrays.stream(Field.values())
            .filter(Field::isConsent)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));

    /** A word that fewer buyers have may be anything, a name too, and is counted only. */
    private static final int BUYERS_OF_A_WORD_MIN = 5;

    private static final int WORDS_MAX = 10;
    private static final int WORD_CHARACTERS_MAX = 24;

    private ConsentCells() {}

    /** Makes {@code run_consent} empty: what all files of a run say. */
    public static void prepare(Sql sql) throws SQLException {
        sql.run("create or replace temp table run_consent (file integer, person bigint, field varchar, word varchar,"
                + " said varchar, day date)");
    }

    /** Reads those of a file; needs {@code named_buyer}. Returns what stays out, as warnings. */
    static List<Problem> read(Sql sql, SaleStage stage, FileTable file, String fileName) throws SQLException {
        List<Field> bound = FIELDS.stream().filter(stage.parse()::has).toList();
        if (bound.isEmpty() || !stage.namesBuyers()) {
            return List.of();
        }
        String cells = bound.stream()
                .map(Field::key)
                .map(key -> "{'field': '" + key + "', 'word': t_" + key + ", 'said': v_" + key + "}")
                .collect(Collectors.joining(", "));
        sql.run("insert into run_consent select " + file.number() + ", person, cell.field, cell.word, cell.said, day"
                + " from (select n.person, unnest([" + cells + "]) as cell, "
                + stage.parse().day(Field.CONSENT_DAY) + " as day from " + stage.namingConsents()
                + " p join named_buyer n on n.line = p.line) where cell.word is not null");
        return unknown(sql, file.number(), fileName);
    }

    private static List<Problem> unknown(Sql sql, int file, String fileName) throws SQLException {
        long cells = sql.number("select count(*) from run_consent where said is null and file = ?", file);
        if (cells == 0) {
            return List.of();
        }
        List<String> words = sql.list(
                row -> row.getString(1),
                "select word from run_consent where said is null and file = ? and length(word) <= "
                        + WORD_CHARACTERS_MAX
                        + " and not regexp_matches(word, '[@0-9]{2}|@') group by word having count(distinct person) >= "
                        + BUYERS_OF_A_WORD_MIN + " order by count(*) desc, word limit " + WORDS_MAX,
                file);
        return List.of(Problem.warns(
                "consent-words-unknown",
                Place.of(fileName),
                Long.toString(cells),
                words.isEmpty() ? "–" : String.join(", ", words)));
    }

    /** How much all files of the run say; the last file counts where two say something of one buyer. */
    public static long count(Sql sql) throws SQLException {
        return sql.number("select count(distinct (person, field)) from run_consent where said is not null");
    }

    /** The same, for each purpose and channel. */
    public static List<SaidInFiles.Cell> cells(Sql sql) throws SQLException {
        Map<String, List<SaidInFiles.Said>> said = new LinkedHashMap<>();
        sql.list(
                row -> said.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(said(row)),
                """
                select field, person, said, day from run_consent where said is not null
                qualify row_number() over (partition by field, person order by day desc nulls last, file desc) = 1
                order by field, person
                """);
        return said.entrySet().stream()
                .map(cell -> {
                    String[] words = cell.getKey().split("_", -1);
                    return new SaidInFiles.Cell(words[1], words[2], cell.getValue());
                })
                .toList();
    }

    private static SaidInFiles.Said said(ResultSet row) throws SQLException {
        Date day = row.getDate(4);
        return new SaidInFiles.Said(row.getLong(2), row.getString(3), day == null ? null : day.toLocalDate());
    }
}
