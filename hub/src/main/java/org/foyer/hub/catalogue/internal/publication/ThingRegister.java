package org.foyer.hub.catalogue.internal.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.foyer.kit.Problem;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps what stands in one agenda of one house. Each change is kept before the next request goes out. */
final class ThingRegister {

    private final Register register;
    private final HouseId house;
    private final String target;

    ThingRegister(Register register, HouseId house, String target) {
        this.register = register;
        this.house = house;
        this.target = target;
    }

    /** All things of a kind, by name. */
    Map<String, Thing> all(Thing.Kind kind) {
        Map<String, Thing> found = new HashMap<>();
        register.read(handle -> handle.createQuery(
                                "select * from agenda_thing where house = :house and target = :target and kind = :kind")
                        .bind("house", house.value())
                        .bind("target", target)
                        .bind("kind", kind.stored())
                        .map((row, context) -> thing(row))
                        .list())
                .forEach(thing -> found.put(thing.thing(), thing));
        return found;
    }

    /** Events that stand in each agenda of a house. */
    static Map<String, Long> there(Handle handle, HouseId house) {
        Map<String, Long> there = new HashMap<>();
        handle.createQuery("select target, count(*) as n from agenda_thing"
                        + " where house = :house and kind = 'event' and remote is not null group by target")
                .bind("house", house.value())
                .map((row, context) -> Map.entry(row.getString("target"), row.getLong("n")))
                .list()
                .forEach(count -> there.put(count.getKey(), count.getValue()));
        return there;
    }

    /** The word by which things of the house go elsewhere; made at the first call. */
    String mark() {
        return register.write(handle -> {
            Optional<String> found = handle.createQuery("select mark from agenda_mark where house = :house")
                    .bind("house", house.value())
                    .mapTo(String.class)
                    .findOne();
            return found.orElseGet(() -> {
                String mark = UUID.randomUUID().toString();
                handle.createUpdate("insert into agenda_mark (house, mark) values (:house, :mark)")
                        .bind("house", house.value())
                        .bind("mark", mark)
                        .execute();
                return mark;
            });
        });
    }

    /** Before it is sent. */
    void sending(Thing.Kind kind, String thing, String title, @Nullable LocalDate last, String digest) {
        register.write(handle -> {
            int known = one(
                            handle,
                            "update agenda_thing set title = :title, last_day = :last, pending = :digest",
                            kind,
                            thing)
                    .bind("title", title)
                    .bind("last", text(last))
                    .bind("digest", digest)
                    .execute();
            return known > 0
                    ? known
                    : insert(handle, kind, thing, title, last)
                            .bind("pending", digest)
                            .execute();
        });
    }

    private org.jdbi.v3.core.statement.Update insert(
            Handle handle, Thing.Kind kind, String thing, String title, @Nullable LocalDate last) {
        return handle.createUpdate("insert into agenda_thing (house, target, kind, thing, generation, title, last_day,"
                        + " pending) values (:house, :target, :kind, :thing, 0, :title, :last, :pending)")
                .bind("house", house.value())
                .bind("target", target)
                .bind("kind", kind.stored())
                .bind("thing", thing)
                .bind("title", title)
                .bind("last", text(last));
    }

    /** It is there as it was sent. */
    void arrived(Thing.Kind kind, String thing, String digest, AgendaDoor.Remote remote, Instant at) {
        register.write(handle -> one(
                        handle,
                        "update agenda_thing set pending = null, digest = :digest, remote = :remote,"
                                + " link = coalesce(:link, link), refused = null, problem = null, sent_at = :at",
                        kind,
                        thing)
                .bind("digest", digest)
                .bind("remote", remote.id())
                .bind("link", remote.link())
                .bind("at", at.toEpochMilli())
                .execute());
    }

    /** It is there, though not as it is here: what it is there is not known. */
    void found(String thing, AgendaDoor.Remote remote) {
        register.write(handle -> one(
                        handle,
                        "update agenda_thing set remote = :remote, link = coalesce(:link, link), digest = ''",
                        Thing.Kind.EVENT,
                        thing)
                .bind("remote", remote.id())
                .bind("link", remote.link())
                .execute());
    }

    /** It was not taken, and what is there of it is what was there. */
    void refused(String thing, @Nullable String digest, Problem problem) {
        register.write(handle -> one(
                        handle,
                        "update agenda_thing set pending = null, refused = :digest, problem = :problem",
                        Thing.Kind.EVENT,
                        thing)
                .bind("digest", digest)
                .bind("problem", KeptProblem.write(problem))
                .execute());
    }

    /** It is no longer there; if it comes back, it goes by another name. */
    void gone(String thing) {
        register.write(handle -> one(
                        handle,
                        "update agenda_thing set generation = generation + 1, pending = null, digest = null,"
                                + " remote = null, link = null, refused = null, problem = null",
                        Thing.Kind.EVENT,
                        thing)
                .execute());
    }

    private org.jdbi.v3.core.statement.Update one(Handle handle, String change, Thing.Kind kind, String thing) {
        return handle.createUpdate(
                        change + " where house = :house and target = :target and kind = :kind and thing = :thing")
                .bind("house", house.value())
                .bind("target", target)
                .bind("kind", kind.stored())
                .bind("thing", thing);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Thing thing(ResultSet row) throws SQLException {
        String last = row.getString("last_day");
        long sent = row.getLong("sent_at");
        Instant sentAt = row.wasNull() ? null : Instant.ofEpochMilli(sent);
        return new Thing(
                row.getString("thing"),
                row.getInt("generation"),
                row.getString("title"),
                last == null ? null : LocalDate.parse(last),
                row.getString("pending"),
                row.getString("digest"),
                row.getString("remote"),
                row.getString("link"),
                row.getString("refused"),
                KeptProblem.read(row.getString("problem")),
                sentAt);
    }
}
