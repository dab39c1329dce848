package org.foyer.hub.governance.internal.study;

import java.util.Optional;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What was answered in a period and what it cost. Spending is never a number of its own: it is the sum over the answers that are kept, so that
 * neither a crash nor two who ask at once can give anything back.
 */
final class StudyLedger {

    /** Of one house in a period. */
    static final Epsilon OF_ASKER = new Epsilon(3, 1);

    /** Of all houses together in a period: what all answers together may tell of a person. */
    static final Epsilon OF_ALL = new Epsilon(6, 1);

    private StudyLedger() {}

    /** Where an answer stands. */
    record Place(String purpose, String universe, String period, String question) {}

    /** An answer that is kept. */
    record Kept(int houses, String answer) {}

    static Optional<Kept> find(Handle handle, Place place) {
        return handle.createQuery("""
                        select houses, answer from study_answer
                        where purpose = :purpose and universe = :universe and period = :period and question = :question
                        """)
                .bind("purpose", place.purpose())
                .bind("universe", place.universe())
                .bind("period", place.period())
                .bind("question", place.question())
                .map((row, context) -> new Kept(row.getInt("houses"), row.getString("answer")))
                .findOne();
    }

    /** What a house may still spend: no more than what is left of all. @param world real or simulated, whose people are others */
    static Epsilon left(Handle handle, String purpose, String world, String period, HouseId asker) {
        Epsilon own = OF_ASKER.less(spent(handle, purpose, world, period, asker));
        Epsilon all = OF_ALL.less(spent(handle, purpose, world, period, null));
        return own.compareTo(all) < 0 ? own : all;
    }

    private static Epsilon spent(Handle handle, String purpose, String world, String period, @Nullable HouseId asker) {
        return handle
                .createQuery("""
                        select spent_over, spent_under from study_answer
                        where purpose = :purpose and period = :period and universe like :world
                          and (asker = :asker or :asker = 0)
                        """)
                .bind("purpose", purpose)
                .bind("period", period)
                .bind("world", world + "%")
                .bind("asker", asker == null ? 0L : (long) asker.value())
                .map((row, context) -> new Epsilon(row.getLong("spent_over"), row.getLong("spent_under")))
                .list()
                .stream()
                .reduce(Epsilon.NONE, Epsilon::plus);
    }

    static void keep(Handle handle, Place place, HouseId asker, Epsilon spent, Kept kept, long now) {
        handle.createUpdate("""
                        insert into study_answer (purpose, universe, period, question, asker, spent_over, spent_under, houses,
                          answer, asked_at)
                        values (:purpose, :universe, :period, :question, :asker, :over, :under, :houses, :answer, :now)
                        """)
                .bind("purpose", place.purpose())
                .bind("universe", place.universe())
                .bind("period", place.period())
                .bind("question", place.question())
                .bind("asker", (long) asker.value())
                .bind("over", spent.over())
                .bind("under", spent.under())
                .bind("houses", kept.houses())
                .bind("answer", kept.answer())
                .bind("now", now)
                .execute();
    }
}
