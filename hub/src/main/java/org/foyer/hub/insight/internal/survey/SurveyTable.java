package org.foyer.hub.insight.internal.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.insight.Surveys.Batch;
import org.foyer.hub.insight.Surveys.Way;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of surveys in the register. */
final class SurveyTable {

    private static final String COLUMNS =
            "select id, house, slug, title_fr, title_en, optional, opens, closes, ended, address, tablet, created_at from survey ";

    private final Handle handle;

    SurveyTable(Handle handle) {
        this.handle = handle;
    }

    List<Survey> of(HouseId house) {
        return handle.createQuery(COLUMNS + "where house = :house order by opens desc, id desc limit :most")
                .bind("house", house.value())
                .bind("most", Surveys.SURVEYS_MAX)
                .map((row, context) -> survey(row))
                .list();
    }

    Optional<Survey> bySlug(HouseId house, String slug) {
        return handle.createQuery(COLUMNS + "where house = :house and slug = :slug")
                .bind("house", house.value())
                .bind("slug", slug)
                .map((row, context) -> survey(row))
                .findOne();
    }

    Optional<Survey> byAddress(String address) {
        return handle.createQuery(COLUMNS + "where address = :address")
                .bind("address", address)
                .map((row, context) -> survey(row))
                .findOne();
    }

    private static Survey survey(ResultSet row) throws SQLException {
        String optional = row.getString("optional");
        return new Survey(
                row.getLong("id"),
                new HouseId(row.getInt("house")),
                row.getString("slug"),
                row.getString("title_fr"),
                row.getString("title_en"),
                optional.isEmpty() ? List.of() : Arrays.asList(optional.split(" ")),
                LocalDate.parse(row.getString("opens")),
                day(row.getString("closes")),
                day(row.getString("ended")),
                row.getString("address"),
                row.getString("tablet"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    void add(Survey survey, String by) {
        handle.createUpdate("""
                        insert into survey (house, slug, title_fr, title_en, optional, opens, closes, address, created_by, created_at)
                        values (:house, :slug, :french, :english, :optional, :opens, :closes, :address, :by, :at)
                        """)
                .bind("house", survey.house().value())
                .bind("slug", survey.slug())
                .bind("french", survey.titleFr())
                .bind("english", survey.titleEn())
                .bind("optional", String.join(" ", survey.optional()))
                .bind("opens", survey.opens().toString())
                .bind("closes", survey.closes() == null ? null : survey.closes().toString())
                .bind("address", survey.address())
                .bind("by", by)
                .bind("at", survey.createdAt().toEpochMilli())
                .execute();
    }

    void end(Survey survey, LocalDate day) {
        handle.execute("update survey set ended = ? where id = ? and ended is null", day.toString(), survey.number());
    }

    void tablet(Survey survey, String key) {
        handle.execute("update survey set tablet = ? where id = ?", key, survey.number());
    }

    long count(Survey survey) {
        return handle.createQuery("select count(*) from survey_answer where survey = :survey")
                .bind("survey", survey.number())
                .mapTo(Long.class)
                .one();
    }

    /** Oldest day first, within a day in no order that tells anything. */
    List<Answer> answers(Survey survey) {
        return handle.createQuery("""
                        select day, way, language, codes from survey_answer where survey = :survey order by day, id
                        """)
                .bind("survey", survey.number())
                .map((row, context) -> new Answer(
                        LocalDate.parse(row.getString("day")),
                        Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                        row.getString("language"),
                        Answer.read(row.getString("codes"))))
                .list();
    }

    /** @param number draws one that is not negative */
    void keep(Survey survey, List<Answer> answers, @Nullable Integer batch, LongSupplier number) {
        PreparedBatch rows = handle.prepareBatch("""
                insert into survey_answer (id, survey, day, way, language, batch, codes)
                values (:id, :survey, :day, :way, :language, :batch, :codes)
                """);
        for (Answer answer : answers) {
            rows.bind("id", number.getAsLong())
                    .bind("survey", survey.number())
                    .bind("day", answer.day().toString())
                    .bind("way", answer.way().key())
                    .bind("language", answer.language())
                    .bind("batch", batch)
                    .bind("codes", Answer.kept(answer.codes()))
                    .add();
        }
        rows.execute();
    }

    List<Batch> batches(Survey survey) {
        return handle.createQuery("""
                        select number, answers, imported_by, imported_at, undone_at from survey_batch
                        where survey = :survey order by number desc
                        """)
                .bind("survey", survey.number())
                .map((row, context) -> batch(row))
                .list();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        long undone = row.getLong("undone_at");
        return new Batch(
                row.getInt("number"),
                row.getInt("answers"),
                row.getString("imported_by"),
                Instant.ofEpochMilli(row.getLong("imported_at")),
                undone == 0 ? null : Instant.ofEpochMilli(undone));
    }

    /** Whether the same file counts already. */
    boolean hasFile(Survey survey, String sha256) {
        return handle.createQuery("""
                        select count(*) from survey_batch
                        where survey = :survey and sha256 = :sha256 and undone_at is null
                        """)
                        .bind("survey", survey.number())
                        .bind("sha256", sha256)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    void addBatch(Survey survey, Batch batch, String sha256) {
        handle.execute(
                """
                insert into survey_batch (survey, number, sha256, answers, imported_by, imported_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                survey.number(),
                batch.number(),
                sha256,
                batch.answers(),
                batch.by(),
                batch.at().toEpochMilli());
    }

    /** Deletes what a file brought. @return false when there is no such file that counts */
    boolean undo(Survey survey, int batch, long now) {
        int undone = handle.execute(
                "update survey_batch set undone_at = ? where survey = ? and number = ? and undone_at is null",
                now,
                survey.number(),
                batch);
        handle.execute("delete from survey_answer where survey = ? and batch = ?", survey.number(), batch);
        return undone > 0;
    }
}
