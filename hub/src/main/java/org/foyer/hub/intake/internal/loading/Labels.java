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

    /** Makes new words and fills {@code label_of (field, h, id)}. */
    void findOrMake() throws SQLException {
        sql.run("create or replace temp table label_of (field varchar, h ubigint, id bigint)");
        for (Field field : FIELDS) {
            if (file.has(field)) {
                findOrMake(field);
            }
        }
    }

    private void findOrMake(Field field) throws SQLException {
        int house = loading.houseNumber();
        String key = field.key();
        Map<String, String> values = file.binding(field).orElseThrow().rule().values();
        sql.run("""
                create or replace temp table given_label as
                select p.t_%1$s as code, coalesce(w.word, p.t_%1$s) as label, min(p.line) as line
                from %3$s p
                left join (select code, arg_max(word, run) as word from code_word where house = %2$d and field = '%1$s'
                  group by code) w on w.code = p.t_%1$s
                group by all
                """.formatted(key, house, stage.naming(key)));
        long most = sql.number(
                "select count(distinct label) from (select label from given_label union all select label from label"
                        + " where house = " + house + " and field = '" + key + "')");
        if (most > LABELS_MAX) {
            throw new Stopped(Problem.stops(
                    "too-many-" + key + "s", Place.of(""), Long.toString(most), Integer.toString(LABELS_MAX)));
        }
        long before = sql.number("select coalesce(max(id), " + loading.stage("").idBase()
                + ") from label where house = " + house + " and run = " + loading.run());
        sql.run("""
                insert into label
                select %1$d, '%2$s', %3$d + row_number() over (order by line), label, %4$s, %5$d
                from (select label, min(line) as line from given_label group by label)
                where label not in (select label from label where house = %1$d and field = '%2$s')
                order by line
                """.formatted(house, key, before, CellSql.meaning("label", Map.of(), values), loading.run()));
        classify(field, values);
        sql.run("""
                insert into label_of
                select '%1$s', hash(g.code), l.id from given_label g
                join label l on l.house = %2$d and l.field = '%1$s' and l.label = g.label
                """.formatted(key, house));
    }

    /** Words that were to be classified and are known now; what a person said counts above all. */
    private void classify(Field field, Map<String, String> values) throws SQLException {
        String condition = "house = " + loading.houseNumber() + " and field = '" + field.key() + "'";
        String meaning = CellSql.meaning("label", Map.of(), values);
        sql.run("update label set kind = " + meaning + " where " + condition + " and kind is null and " + meaning
                + " is not null");
        for (JsonNode word : file.fit().recipe().content().path("overlay").path("values")) {
            if (word.path("field").asText().equals(field.key())) {
                sql.change(
                        "update label set kind = ? where " + condition + " and label = ? and kind is distinct from ?",
                        word.path("kind").asText(),
                        word.path("label").asText(),
                        word.path("kind").asText());
            }
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
