package org.foyer.hub.intake.internal.words;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The register's side of words: what people said last, and what the warehouse may not hold yet. */
public final class WordRegister {

    private static final String KEEP = """
            insert into word (house, field, label, kind, said_by, said_at, settled)
            values (:house, :field, :label, :kind, :by, :at, 0)
            on conflict (house, field, label) do update set kind = excluded.kind, said_by = excluded.said_by,
              said_at = excluded.said_at, settled = 0
            """;

    /** An import may end long after someone said otherwise on the page. */
    private static final String UNLESS_SAID_SINCE = " where word.said_at <= excluded.said_at";

    private final Register register;

    public WordRegister(Register register) {
        this.register = register;
    }

    /** A word with the moment at which it was said. */
    record Kept(SaidWord word, long saidAt) {}

    /** Keeps words said now. */
    void say(HouseId house, List<SaidWord> words, String actor, Instant now) {
        register.write(handle -> {
            keep(handle, KEEP, house, words, actor, now);
            return true;
        });
    }

    /** Keeps words said with an import when it began, in the transaction that says how it ended. */
    public static void sayWithRun(Handle handle, HouseId house, List<SaidWord> words, String actor, Instant begunAt) {
        keep(handle, KEEP + UNLESS_SAID_SINCE, house, words, actor, begunAt);
    }

    private static void keep(Handle handle, String sql, HouseId house, List<SaidWord> words, String actor, Instant at) {
        if (words.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (SaidWord word : words) {
                batch.bind("house", house.value())
                        .bind("field", word.field())
                        .bind("label", word.label())
                        .bindByType("kind", word.kind(), String.class)
                        .bind("by", actor)
                        .bind("at", at.toEpochMilli())
                        .add();
            }
            batch.execute();
        }
    }

    /** What counts for a house now. */
    public List<SaidWord> of(HouseId house) {
        return list(house, "").stream().map(Kept::word).toList();
    }

    /** Of these, what the warehouse may not hold yet. */
    List<Kept> unsettled(HouseId house) {
        return list(house, " and settled = 0");
    }

    private List<Kept> list(HouseId house, String which) {
        return register.read(handle -> handle.createQuery("select field, label, kind, said_at from word"
                        + " where house = :house" + which + " order by field, label")
                .bind("house", house.value())
                .map((row, context) -> kept(row))
                .list());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new SaidWord(row.getString("field"), row.getString("label"), row.getString("kind")),
                row.getLong("said_at"));
    }

    /** Houses of which someone said a word. */
    public List<HouseId> houses() {
        return houses("");
    }

    /** Of these, the ones with a word that the warehouse may not hold yet. */
    List<HouseId> unsettledHouses() {
        return houses(" where settled = 0");
    }

    private List<HouseId> houses(String which) {
        return register.read(handle -> handle.createQuery("select distinct house from word" + which + " order by house")
                .map((row, context) -> new HouseId(row.getInt("house")))
                .list());
    }

    /** Says that the warehouse holds these words, except where another was said meanwhile. */
    void settled(HouseId house, List<Kept> words) {
        register.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("update word set settled = 1 where house = :house"
                    + " and field = :field and label = :label and said_at = :at and coalesce(kind, '') = :kind")) {
                for (Kept kept : words) {
                    String kind = kept.word().kind();
                    batch.bind("house", house.value())
                            .bind("field", kept.word().field())
                            .bind("label", kept.word().label())
                            .bind("at", kept.saidAt())
                            .bind("kind", kind == null ? "" : kind)
                            .add();
                }
                batch.execute();
            }
            return true;
        });
    }
}
