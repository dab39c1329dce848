package org.foyer.hub.intake.internal.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps pulled sources in the register. */
final class SourceRegister {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Register register;

    SourceRegister(Register register) {
        this.register = register;
    }

    /** How the register keeps a problem. */
    private record Kept(String code, List<String> arguments) {}

    List<SourceRow> ofHouse(HouseId house) {
        return register.read(handle -> ofHouse(handle, house));
    }

    static List<SourceRow> ofHouse(Handle handle, HouseId house) {
        return handle.createQuery("select * from pulled_source where house = :house order by lower(name), slug")
                .bind("house", house.value())
                .map((row, context) -> row(row))
                .list();
    }

    Optional<SourceRow> find(HouseId house, String slug) {
        return ofHouse(house).stream()
                .filter(row -> row.source().slug().equals(slug))
                .findFirst();
    }

    /** Those whose time has come, the longest waiting first. */
    List<SourceRow> due(Instant now, int limit) {
        return register.read(handle -> handle.createQuery(
                        "select * from pulled_source where next_at <= :now order by next_at, id limit :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list());
    }

    Register register() {
        return register;
    }

    static void insert(Handle handle, HouseId house, PulledSource source, @Nullable String sealed) {
        handle.createUpdate("insert into pulled_source (house, slug, name, kind, address, hosts, settings, secret,"
                        + " every_minutes, added_by, added_at, state, failures, next_at) values (:house, :slug, :name,"
                        + " :kind, :address, :hosts, :settings, :secret, :every, :by, :at, 'new', 0, :next)")
                .bind("house", house.value())
                .bind("slug", source.slug())
                .bind("name", source.name())
                .bind("kind", source.kind())
                .bind("address", source.address())
                .bind("hosts", String.join(" ", source.hosts()))
                .bind("settings", write(source.settings()))
                .bind("secret", sealed)
                .bind("every", source.everyMinutes())
                .bind("by", source.addedBy())
                .bind("at", source.addedAt().toEpochMilli())
                .bind("next", source.nextAt().toEpochMilli())
                .execute();
    }

    boolean delete(HouseId house, String slug) {
        return register.write(
                handle -> handle.createUpdate("delete from pulled_source where house = :house and slug = :slug")
                                .bind("house", house.value())
                                .bind("slug", slug)
                                .execute()
                        > 0);
    }

    /** Keeps how a pull ended; nothing when the source was removed meanwhile. */
    void ended(SourceRow row, PullEnd end) {
        SourceRow.Held held = end.held();
        register.write(handle -> handle.createUpdate(
                        "update pulled_source set state = :state, problem = :problem,"
                                + " failures = :failures, tried_at = :tried, succeeded_at = :succeeded, complete_at = :complete,"
                                + " next_at = :next, etag = :etag, last_modified = :modified, digest = :digest, records = :records,"
                                + " run = :run, held_file = :heldFile, held_name = :heldName, held_records = :heldRecords where id = :id")
                .bind("state", end.state().name().toLowerCase(Locale.ROOT))
                .bind("problem", end.problem() == null ? null : write(kept(end.problem())))
                .bind("failures", end.failures())
                .bind("tried", end.triedAt().toEpochMilli())
                .bind("succeeded", millis(end.succeededAt()))
                .bind("complete", millis(end.completeAt()))
                .bind("next", end.nextAt().toEpochMilli())
                .bind("etag", end.etag())
                .bind("modified", end.lastModified())
                .bind("digest", end.digest())
                .bind("records", end.records())
                .bind("run", end.run())
                .bind("heldFile", held == null ? null : held.sha256())
                .bind("heldName", held == null ? null : held.name())
                .bind("heldRecords", end.heldRecords())
                .bind("id", row.id())
                .execute());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static Kept kept(Problem problem) {
        return new Kept(problem.code(), problem.arguments());
    }

    private static SourceRow row(ResultSet row) throws SQLException {
        String heldFile = row.getString("held_file");
        return new SourceRow(
                row.getLong("id"),
                new HouseId(row.getInt("house")),
                source(row),
                row.getString("secret"),
                row.getInt("failures"),
                instant(row, "complete_at"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getString("digest"),
                heldFile == null ? null : new SourceRow.Held(heldFile, row.getString("held_name")));
    }

    private static PulledSource source(ResultSet row) throws SQLException {
        Long run = number(row, "run");
        return new PulledSource(
                row.getString("slug"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("address"),
                List.of(row.getString("hosts").split(" ")),
                read(row.getString("settings"), new TypeReference<Map<String, String>>() {}),
                row.getString("secret") != null,
                row.getInt("every_minutes"),
                PulledSource.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                false,
                problem(row.getString("problem")),
                row.getString("added_by"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                instant(row, "tried_at"),
                instant(row, "succeeded_at"),
                Instant.ofEpochMilli(row.getLong("next_at")),
                number(row, "records"),
                run == null ? null : run.intValue(),
                number(row, "held_records"));
    }

    private static @Nullable Problem problem(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Kept kept = read(text, new TypeReference<Kept>() {});
        return Problem.stops(kept.code(), Place.of(""), kept.arguments().toArray(String[]::new));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = number(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
