package org.foyer.hub.intake.internal.loading;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** The house's own words for tariffs, zones and channels, classified where the recipe knows them. */
final class Labels {

    /** Words of one field that a house may have. */
    static final int LABELS_MAX = 10_000;

    static final List<Field> FIELDS = List.of(Field.TARIFF, Field.ZONE, Field.CHANNEL);

    private final Sql sql;
    private final FileTable file;
    private final Loading loading;
    private final SaleStage stage;

    Labels(Sql sql, FileTable file, Loading loading, SaleStage stage) {
        this.sql = sql;
        this.file = file;
        this.loading = loading;
        this.stage = stage;
    }

    /** Makes new words and {@code label_of (field, h, id)}. */
    void findOrMake() throws SQLException {
        int house = loading.houseNumber();
        given(house);
        make(house);
        classify(house);
        sql.run("create or replace temp table label_of as select g.field, hash(g.code) as h, l.id from given_label g"
                + " join label l on l.house = " + house + " and l.field = g.field and l.label = g.label");
    }

    /** Makes {@code given_label (field, code, label, line)}: what the file says and the word it stands for. */
    private void given(int house) throws SQLException {
        sql.run("""
                create or replace temp table given_label as
                select g.field, g.code, coalesce(w.word, g.code) as label, min(g.line) as line
                from %s g
                left join (select field, code, arg_max(word, run) as word from code_word where house = %d group by all) w
                  on w.field = g.field and w.code = g.code
                group by all
                """.formatted(stage.namingLabels(), house));
    }

    private void refuseTooMany(int house) throws SQLException {
        List<Problem> problems = sql.list(
                row -> Problem.stops(
                        "too-many-" + row.getString(1) + "s",
                        Place.of(""),
                        row.getString(2),
                        Integer.toString(LABELS_MAX)),
                "select field, count(distinct label) from (select field, label from given_label union all select field, label"
                        + " from label where house = " + house + ") group by field having count(distinct label) > "
                        + LABELS_MAX + " order by field");
        if (!problems.isEmpty()) {
            throw new Stopped(problems.get(0));
        }
    }

    private void make(int house) throws SQLException {
        long unknown = sql.change(
                "create or replace temp table new_label as select field, label, min(line) as line from given_label"
                        + " where (field, label) not in (select (field, label) from label where house = " + house
                        + ") group by all");
        if (unknown == 0) {
            return;
        }
        refuseTooMany(house);
        long before =
                sql.number("select coalesce(max(id), " + loading.stage("", "").idBase() + ") from label where house = "
                        + house + " and run = " + loading.run());
        sql.run("""
                insert into label
                select %d, field, %d + row_number() over (order by line, field), label, %s, %d
                from new_label order by line, field
                """.formatted(house, before, kind(), loading.run()));
    }

    /** What the recipe knows of a word. */
    private String kind() {
        StringBuilder kind = new StringBuilder("case field");
        for (Field field : FIELDS) {
            Map<String, String> values =
                    file.binding(field).map(binding -> binding.rule().values()).orElse(Map.of());
            kind.append(" when '")
                    .append(field.key())
                    .append("' then ")
                    .append(CellSql.meaning("label", Map.of(), values));
        }
        return kind + " end";
    }

    /** Words that were to be classified and are known now; what a person said counts above all. */
    private void classify(int house) throws SQLException {
        if (sql.number("select count(*) from label where kind is null and house = " + house) > 0) {
            sql.run("update label set kind = " + kind() + " where kind is null and house = " + house);
        }
        for (JsonNode word : file.fit().recipe().content().path("overlay").path("values")) {
            sql.change(
                    "update label set kind = ? where house = " + house
                            + " and field = ? and label = ? and kind is distinct from ?",
                    word.path("kind").asText(),
                    word.path("field").asText(),
                    word.path("label").asText(),
                    word.path("kind").asText());
        }
    }

    /** Keeps the words that a file gives to codes. Counts the rows that said something new. */
    static long explain(Sql sql, FileTable file, Loading loading, Field field) throws SQLException {
        int house = loading.houseNumber();
        sql.run(
                "create or replace temp table explained as select t_code as code, arg_max(t_word, line) as word, count(*) as rows"
                        + " from picked where line in (select line from judged where bits = 0) group by t_code");
        sql.run(
                "delete from explained where (code, word) in (select (code, arg_max(word, run)) from code_word where house = "
                        + house + " and field = '" + field.key() + "' group by code)");
        long taken = sql.number("select coalesce(sum(rows), 0) from explained");
        sql.run("insert into code_word select " + house + ", '" + field.key() + "', code, word, " + loading.run()
                + " from explained order by code");
        return taken;
    }
}
