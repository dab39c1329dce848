package org.foyer.hub.catalogue.internal.publication;

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
import java.util.TreeMap;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.PublishedAgenda.Done;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the agendas of houses in the register. */
final class AgendaRegister {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Register register;

    AgendaRegister(Register register) {
        this.register = register;
    }

    Register register() {
        return register;
    }

    List<AgendaRow> ofHouse(HouseId house) {
        return register.read(handle -> ofHouse(handle, house));
    }

    static List<AgendaRow> ofHouse(Handle handle, HouseId house) {
        Map<String, Long> there = ThingRegister.there(handle, house);
        return handle.createQuery("select * from agenda where house = :house order by lower(name), slug")
                .bind("house", house.value())
                .map((row, context) -> row(row, there))
                .list();
    }

    Optional<AgendaRow> find(HouseId house, String slug) {
        return ofHouse(house).stream()
                .filter(row -> row.agenda().slug().equals(slug))
                .findFirst();
    }

    /** Whose time has come, by house and short name, the longest waiting first. */
    List<Map.Entry<HouseId, String>> due(Instant now, int limit) {
        return register.read(handle -> handle.createQuery(
                        "select house, slug from agenda where next_at <= :now order by next_at, id limit :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> Map.entry(new HouseId(row.getInt("house")), row.getString("slug")))
                .list());
    }

    static void insert(Handle handle, HouseId house, String target, PublishedAgenda agenda, String sealed) {
        handle.createUpdate("insert into agenda (house, slug, name, kind, address, target, settings, secret,"
                        + " every_minutes, taken_back, added_by, added_at, state, failures, created, changed, withdrawn,"
                        + " refused, waiting) values (:house, :slug, :name, :kind, :address, :target, :settings, :secret,"
                        + " :every, 0, :by, :at, 'new', 0, 0, 0, 0, 0, 0)")
                .bind("house", house.value())
                .bind("slug", agenda.slug())
                .bind("name", agenda.name())
                .bind("kind", agenda.kind())
                .bind("address", agenda.address())
                .bind("target", target)
                .bind("settings", write(agenda.settings()))
                .bind("secret", sealed)
                .bind("every", agenda.everyMinutes())
                .bind("by", agenda.addedBy())
                .bind("at", agenda.addedAt().toEpochMilli())
                .execute();
    }

    boolean delete(HouseId house, String slug) {
        return register.write(handle -> handle.createUpdate("delete from agenda where house = :house and slug = :slug")
                        .bind("house", house.value())
                        .bind("slug", slug)
                        .execute()
                > 0);
    }

    /** Keeps what a person wants, before anything is sent: a crash must not turn it into its opposite. */
    void want(AgendaRow row, boolean nothing, Instant now) {
        register.write(handle -> handle.createUpdate(
                        "update agenda set taken_back = :back, next_at = :next where id = :id")
                .bind("back", nothing ? 1 : 0)
                .bind("next", nothing || row.agenda().everyMinutes() != null ? Long.valueOf(now.toEpochMilli()) : null)
                .bind("id", row.id())
                .execute());
    }

    /** Keeps how a run ended; nothing when the agenda was forgotten meanwhile. */
    void ended(AgendaRow row, AgendaEnd end) {
        register.write(handle -> handle.createUpdate("update agenda set state = :state, problem = :problem,"
                        + " failures = :failures, tried_at = :tried, succeeded_at = :succeeded, next_at = :next,"
                        + " created = :created, changed = :changed, withdrawn = :withdrawn, refused = :refused,"
                        + " waiting = :waiting where id = :id")
                .bind("state", end.state().name().toLowerCase(Locale.ROOT))
                .bind("problem", KeptProblem.write(end.problem()))
                .bind("failures", end.failures())
                .bind("tried", end.triedAt().toEpochMilli())
                .bind("succeeded", millis(end.succeededAt()))
                .bind("next", millis(end.nextAt()))
                .bind("created", end.done().created())
                .bind("changed", end.done().changed())
                .bind("withdrawn", end.done().withdrawn())
                .bind("refused", end.done().refused())
                .bind("waiting", end.done().waiting())
                .bind("id", row.id())
                .execute());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static AgendaRow row(ResultSet row, Map<String, Long> there) throws SQLException {
        String target = row.getString("target");
        return new AgendaRow(
                row.getLong("id"),
                new HouseId(row.getInt("house")),
                target,
                agenda(row, there.getOrDefault(target, 0L)),
                row.getString("secret"),
                row.getInt("taken_back") == 1,
                row.getInt("failures"));
    }

    private static PublishedAgenda agenda(ResultSet row, long there) throws SQLException {
        Long every = number(row, "every_minutes");
        return new PublishedAgenda(
                row.getString("slug"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("address"),
                read(row.getString("settings")),
                every == null ? null : every.intValue(),
                PublishedAgenda.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                false,
                KeptProblem.read(row.getString("problem")),
                row.getString("added_by"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                instant(row, "tried_at"),
                instant(row, "succeeded_at"),
                instant(row, "next_at"),
                there,
                new Done(
                        row.getInt("created"),
                        row.getInt("changed"),
                        row.getInt("withdrawn"),
                        row.getInt("refused"),
                        row.getInt("waiting")));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = number(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static String write(Map<String, String> settings) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(settings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> read(String text) {
        try {
            return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
