package org.foyer.hub.intake.internal.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.foyer.hub.intake.PersonRights.Proof;
import org.foyer.hub.intake.internal.loading.Tombstone;
import org.foyer.hub.intake.internal.runs.FileCleaning;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Sha256;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Erasures as the register keeps them: begun, with what was done so far, and done, with the proof. */
final class ErasureRegister {

    private static final int ERASURES_MAX = 100;
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Register register;

    ErasureRegister(Register register) {
        this.register = register;
    }

    /**
     * A file that was written anew, or got another name.
     *
     * @param from digest of the form that must go; null when the file stays as it is
     * @param dropped lines that were never taken and were left out whole
     * @param renamed whether the name under which it was received named them
     */
    record Cleaned(int run, int file, @Nullable String from, List<Long> dropped, boolean renamed) {

        static Cleaned of(FileCleaning.Rewritten form) {
            return new Cleaned(form.run(), form.file(), form.from().sha256().hex(), form.dropped(), form.renamed());
        }

        static Cleaned of(FileCleaning.Renamed file) {
            return new Cleaned(file.run(), file.file(), null, List.of(), true);
        }
    }

    /** An erasure that was begun. */
    record Begun(long id, HouseId house, List<Long> persons, String actor, Instant at, List<Cleaned> cleaned) {

        /** Digests of the forms that must go. */
        List<Sha256> replaced() {
            List<Sha256> replaced = new ArrayList<>();
            for (Cleaned one : cleaned) {
                if (one.from() != null) {
                    replaced.add(new Sha256(one.from()));
                }
            }
            return replaced;
        }

        int renamed() {
            return (int) cleaned.stream().filter(Cleaned::renamed).count();
        }
    }

    /** Says that people are to be forgotten, and from this moment keeps them from coming back. */
    Begun begin(HouseId house, List<Long> persons, String actor, Instant at, List<Tombstone> tombstones) {
        long id = register.write(handle -> {
            long number = handle.createUpdate("insert into erasure (house, persons, actor, state, begun_at)"
                            + " values (:house, :persons, :actor, 'begun', :at)")
                    .bind("house", house.value())
                    .bind("persons", write(persons))
                    .bind("actor", actor)
                    .bind("at", at.toEpochMilli())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            Tombstones.keep(handle, house, number, tombstones);
            return number;
        });
        return new Begun(id, house, persons, actor, at, List.of());
    }

    /** Notes what a file lost, in the same transaction as something else. */
    Begun cleaned(Begun erasure, Cleaned cleaned, Consumer<Handle> beside) {
        List<Cleaned> all = new ArrayList<>(erasure.cleaned());
        all.add(cleaned);
        Begun next = new Begun(
                erasure.id(), erasure.house(), erasure.persons(), erasure.actor(), erasure.at(), List.copyOf(all));
        register.write(handle -> {
            handle.createUpdate("update erasure set proof = :proof where id = :id")
                    .bind("proof", write(next.cleaned()))
                    .bind("id", next.id())
                    .execute();
            beside.accept(handle);
            return true;
        });
        return next;
    }

    void done(Begun erasure, Proof proof) {
        register.write(handle -> {
            if (!erasure.persons().isEmpty()) {
                forget(handle, erasure);
            }
            return handle.createUpdate("update erasure set state = 'done', persons = '[]', ended_at = :at,"
                            + " proof = :proof where id = :id")
                    .bind("at", proof.endedAt().toEpochMilli())
                    .bind("proof", write(proof))
                    .bind("id", erasure.id())
                    .execute();
        });
    }

    private static void forget(Handle handle, Begun erasure) {
        // what was said of pairs with them goes too
        handle.createUpdate("delete from same_person_decision where house = :house"
                        + " and (one in (<persons>) or other in (<persons>))")
                .bind("house", erasure.house().value())
                .bindList("persons", erasure.persons())
                .execute();
        // and what they said of being contacted
        handle.createUpdate("delete from consent_event where house = :house and person in (<persons>)")
                .bind("house", erasure.house().value())
                .bindList("persons", erasure.persons())
                .execute();
        // what was put right of them, and whether they objected to being counted
        for (String table : List.of("correction", "figures_objection")) {
            handle.createUpdate("delete from " + table + " where house = :house and person in (<persons>)")
                    .bind("house", erasure.house().value())
                    .bindList("persons", erasure.persons())
                    .execute();
        }
        // and on which lists of contacts they were
        handle.createUpdate("delete from contact_list_person where person in (<persons>)"
                        + " and list in (select id from contact_list where house = :house)")
                .bind("house", erasure.house().value())
                .bindList("persons", erasure.persons())
                .execute();
    }

    /** Those that a crash left unfinished. */
    List<Begun> begun() {
        return register.read(handle -> handle.createQuery("select * from erasure where state = 'begun' order by id")
                .map((row, context) -> new Begun(
                        row.getLong("id"),
                        new HouseId(row.getInt("house")),
                        List.of(read(row.getString("persons"), Long[].class)),
                        row.getString("actor"),
                        Instant.ofEpochMilli(row.getLong("begun_at")),
                        row.getString("proof") == null
                                ? List.of()
                                : List.of(read(row.getString("proof"), Cleaned[].class))))
                .list());
    }

    /** Who is being forgotten in a house at this moment. */
    static Set<Long> leaving(Handle handle, HouseId house) {
        Set<Long> leaving = new HashSet<>();
        handle.createQuery("select persons from erasure where house = :house and state = 'begun'")
                .bind("house", house.value())
                .mapTo(String.class)
                .forEach(persons -> leaving.addAll(List.of(read(persons, Long[].class))));
        return leaving;
    }

    /** Newest first. */
    List<Proof> done(HouseId house) {
        return register.read(
                handle -> handle.createQuery("select proof from erasure where house = :house and state = 'done'"
                                + " order by id desc limit " + ERASURES_MAX)
                        .bind("house", house.value())
                        .mapTo(String.class)
                        .map(text -> read(text, Proof.class))
                        .list());
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an erasure in the register cannot be read", e);
        }
    }
}
