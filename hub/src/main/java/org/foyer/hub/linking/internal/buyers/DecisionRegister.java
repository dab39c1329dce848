package org.foyer.hub.linking.internal.buyers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.linking.Decision;
import org.foyer.hub.linking.Verdict;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/** What people said of pairs of buyers, in the register. */
final class DecisionRegister {

    /** Pairs of one house of which something is said, at most. */
    static final int DECISIONS_MAX = 50_000;

    private final Register register;

    DecisionRegister(Register register) {
        this.register = register;
    }

    Decisions of(HouseId house) {
        return register.read(handle -> read(handle, house));
    }

    private static Decisions read(Handle handle, HouseId house) {
        Map<Pair, Verdict> verdicts = new HashMap<>();
        handle.createQuery("select one, other, verdict from same_person_decision where house = :house")
                .bind("house", house.value())
                .map((row, context) -> Map.entry(new Pair(row.getLong("one"), row.getLong("other")), verdict(row)))
                .forEach(said -> verdicts.put(said.getKey(), said.getValue()));
        return new Decisions(verdicts);
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return Verdict.of(row.getString("verdict")).orElseThrow();
    }

    /** Newest first. */
    List<Decision> list(HouseId house, int offset, int limit) {
        return register.read(handle -> handle.createQuery("select one, other, verdict, said_by, said_at"
                        + " from same_person_decision where house = :house"
                        + " order by said_at desc, one, other limit :limit offset :offset")
                .bind("house", house.value())
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> new Decision(
                        Long.toString(row.getLong("one")),
                        Long.toString(row.getLong("other")),
                        verdict(row),
                        row.getString("said_by"),
                        Instant.ofEpochMilli(row.getLong("said_at"))))
                .list());
    }

    /** Keeps what is said of a pair in the place of what was said before. Returns the code of why it was not kept. */
    Optional<String> say(HouseId house, Pair pair, Verdict verdict, String by, Instant at) {
        return register.write(handle -> {
            Decisions known = read(handle, house);
            if (known.contradicts(pair, verdict)) {
                return Optional.of("match-contradicts");
            }
            if (known.all().size() >= DECISIONS_MAX && !known.all().containsKey(pair)) {
                return Optional.of("matches-too-many");
            }
            handle.createUpdate("""
                            insert into same_person_decision (house, one, other, verdict, said_by, said_at)
                            values (:house, :one, :other, :verdict, :by, :at)
                            on conflict (house, one, other) do update set verdict = excluded.verdict,
                              said_by = excluded.said_by, said_at = excluded.said_at
                            """)
                    .bind("house", house.value())
                    .bind("one", pair.one())
                    .bind("other", pair.other())
                    .bind("verdict", verdict.key())
                    .bind("by", by)
                    .bind("at", at.toEpochMilli())
                    .execute();
            return Optional.empty();
        });
    }

    /** Whether there was anything to withdraw. */
    boolean withdraw(HouseId house, Pair pair) {
        return register.write(handle -> handle.createUpdate(
                                "delete from same_person_decision where house = :house and one = :one and other = :other")
                        .bind("house", house.value())
                        .bind("one", pair.one())
                        .bind("other", pair.other())
                        .execute()
                > 0);
    }
}
