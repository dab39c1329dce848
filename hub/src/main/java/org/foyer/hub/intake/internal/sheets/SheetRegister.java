package org.foyer.hub.intake.internal.sheets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/** The register's side of sheets: what is being typed and what was published. */
final class SheetRegister {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COLUMNS = """
            select s.id, s.production, s.draft, s.saved_by, s.saved_at, coalesce(v.version, 0) as version, v.content,
              v.run
            from show_sheet s left join show_sheet_version v on v.sheet = s.id
              and v.version = (select max(version) from show_sheet_version where sheet = s.id)
            where s.house = :house
            """;

    /**
     * @param draft what waits, or null
     * @param published what the last version said
     * @param run that brought the last version in
     */
    record Kept(
            long id,
            @Nullable Long production,
            @Nullable SheetWords draft,
            SheetWords published,
            int version,
            @Nullable Integer run,
            String savedBy,
            Instant savedAt) {

        SheetWords typed() {
            return draft == null ? published : draft;
        }
    }

    private final Register register;

    SheetRegister(Register register) {
        this.register = register;
    }

    List<Kept> list(HouseId house, int limit) {
        return register.read(handle -> handle.createQuery(COLUMNS + " order by s.saved_at desc, s.id desc limit :limit")
                .bind("house", house.value())
                .bind("limit", limit)
                .map((row, context) -> kept(row))
                .list());
    }

    Optional<Kept> byId(HouseId house, long sheet) {
        return register.read(handle -> handle.createQuery(COLUMNS + " and s.id = :id")
                .bind("house", house.value())
                .bind("id", sheet)
                .map((row, context) -> kept(row))
                .findOne());
    }

    Optional<Long> ofProduction(HouseId house, long production) {
        return register.read(handle -> handle.createQuery(
                        "select min(id) from show_sheet where house = :house and production = :production")
                .bind("house", house.value())
                .bind("production", production)
                .mapTo(Long.class)
                .findOne());
    }

    /** The production of the sheet that a run published. */
    Optional<Long> productionOf(HouseId house, int run) {
        return register.read(handle -> handle.createQuery(
                        "select s.production from show_sheet_version v join show_sheet s on s.id = v.sheet"
                                + " where s.house = :house and v.run = :run and s.production is not null")
                .bind("house", house.value())
                .bind("run", run)
                .mapTo(Long.class)
                .findFirst());
    }

    long make(HouseId house, @Nullable Long production, String actor, Instant now) {
        return register.write(handle -> handle.createUpdate(
                        "insert into show_sheet (house, production, saved_by, saved_at) values (:house, :production, :by, :at)")
                .bind("house", house.value())
                .bindByType("production", production, Long.class)
                .bind("by", actor)
                .bind("at", now.toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /**
     * @param seen what the words were typed over; null for whatever is there
     * @return false when there is something else by now: a later version, or the draft of somebody else
     */
    boolean keep(
            HouseId house, long sheet, SheetWords draft, ShowSheet.@Nullable Seen seen, String actor, Instant now) {
        return register.write(handle -> handle.createUpdate(
                                "update show_sheet set draft = :draft, saved_by = :by,"
                                        + " saved_at = :at where id = :id and house = :house and (:any = 1"
                                        + " or (saved_at = :seen or saved_by = :by) and :version ="
                                        + " (select coalesce(max(v.version), 0) from show_sheet_version v where v.sheet = show_sheet.id))")
                        .bind("draft", written(draft))
                        .bind("by", actor)
                        .bind("at", now.toEpochMilli())
                        .bind("any", seen == null ? 1 : 0)
                        .bind("seen", seen == null ? 0 : seen.savedAt().toEpochMilli())
                        .bind("version", seen == null ? 0 : seen.version())
                        .bind("id", sheet)
                        .bind("house", house.value())
                        .execute()
                == 1);
    }

    int nextDate(HouseId house, long sheet) {
        return register.write(handle -> {
            handle.createUpdate("update show_sheet set dates_given = dates_given + 1 where id = :id and house = :house")
                    .bind("id", sheet)
                    .bind("house", house.value())
                    .execute();
            return handle.createQuery("select dates_given from show_sheet where id = :id and house = :house")
                    .bind("id", sheet)
                    .bind("house", house.value())
                    .mapTo(Integer.class)
                    .one();
        });
    }

    /**
     * Keeps a version, and that what was typed until then waits no more; what somebody else typed since goes on waiting.
     *
     * @param draftOf when what was published had been typed, null when the draft had no part in it
     */
    void published(
            HouseId house,
            long sheet,
            int version,
            SheetWords content,
            @Nullable Long production,
            int run,
            @Nullable Instant draftOf,
            String actor,
            Instant now) {
        register.write(handle -> {
            handle.createUpdate("insert into show_sheet_version (sheet, version, content, run, actor, at)"
                            + " values (:sheet, :version, :content, :run, :actor, :at)")
                    .bind("sheet", sheet)
                    .bind("version", version)
                    .bind("content", written(content))
                    .bind("run", run)
                    .bind("actor", actor)
                    .bind("at", now.toEpochMilli())
                    .execute();
            handle.createUpdate("update show_sheet set production = coalesce(production, :production)"
                            + " where id = :id and house = :house")
                    .bindByType("production", production, Long.class)
                    .bind("id", sheet)
                    .bind("house", house.value())
                    .execute();
            return handle.createUpdate("update show_sheet set draft = " + (draftOf == null ? "draft" : "null")
                            + ", saved_by = :by, saved_at = :at where id = :id and house = :house"
                            + " and (:any = 1 or saved_by = :by or saved_at = :typed)")
                    .bind("any", draftOf == null ? 1 : 0)
                    .bind("typed", draftOf == null ? 0 : draftOf.toEpochMilli())
                    .bind("by", actor)
                    .bind("at", now.toEpochMilli())
                    .bind("id", sheet)
                    .bind("house", house.value())
                    .execute();
        });
    }

    List<ShowSheet.Version> versions(HouseId house, long sheet, int limit) {
        return register.read(handle -> handle.createQuery(
                        "select v.version, v.run, v.at, v.actor from show_sheet_version v join show_sheet s on s.id = v.sheet"
                                + " where s.house = :house and s.id = :id order by v.version desc limit :limit")
                .bind("house", house.value())
                .bind("id", sheet)
                .bind("limit", limit)
                .map((row, context) -> new ShowSheet.Version(
                        row.getInt("version"),
                        row.getObject("run") == null ? null : row.getInt("run"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("actor")))
                .list());
    }

    Optional<SheetWords> version(HouseId house, long sheet, int version) {
        return register.read(handle -> handle.createQuery(
                        "select v.content from show_sheet_version v join show_sheet s on s.id = v.sheet"
                                + " where s.house = :house and s.id = :id and v.version = :version")
                .bind("house", house.value())
                .bind("id", sheet)
                .bind("version", version)
                .map((row, context) -> read(row.getString(1)))
                .findOne());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String draft = row.getString("draft");
        String content = row.getString("content");
        return new Kept(
                row.getLong("id"),
                row.getObject("production") == null ? null : row.getLong("production"),
                draft == null ? null : read(draft),
                content == null ? SheetWords.NOTHING : read(content),
                row.getInt("version"),
                row.getObject("run") == null ? null : row.getInt("run"),
                row.getString("saved_by"),
                Instant.ofEpochMilli(row.getLong("saved_at")));
    }

    private static String written(SheetWords words) {
        try {
            return JSON.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sheet cannot be written", e);
        }
    }

    private static SheetWords read(String text) {
        try {
            return JSON.readValue(text, SheetWords.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept sheet cannot be read", e);
        }
    }
}
