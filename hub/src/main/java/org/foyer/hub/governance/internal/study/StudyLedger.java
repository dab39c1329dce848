package org.foyer.hub.governance.internal.study;

import java.util.Optional;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/**
 * What was answered in a period and what it cost. Spending is never a number of its own: it is the sum over the answers that are kept, so that
 * neither a crash nor two who ask at once can give anything back.
 */
final class StudyLedger {

    /** Of one house, one observer or one other node in a period. */
    static final Epsilon OF_ASKER = new Epsilon(3, 1);

    /** Of everybody together in a period: what all answers together may tell of a person. */
    static final Epsilon OF_ALL = new Epsilon(6, 1);

    /** Of all other nodes together: what they ask never leaves the houses of this node without a budget. */
    static final Epsilon OF_NODES = new Epsilon(3, 1);

    private StudyLedger() {}

    /** Where an answer stands. */
    record Place(String purpose, String universe, String period, String question) {}

    /** An answer that is kept. */
    record Kept(int houses, String answer) {}

    static Optional<Kept> find(Handle handle, Place place) {
        return written(handle, place).filter(kept -> !kept.answer().isEmpty());
    }

    /** Whether it was forgotten because a house in it withdrew: what is left is its spending. */
    static boolean isTakenBack(Handle handle, Place place) {
        return written(handle, place).filter(kept -> kept.answer().isEmpty()).isPresent();
    }

    private static Optional<Kept> written(Handle handle, Place place) {
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

    /**
     * Who pays.
     *
     * @param purpose under which answers are kept
     * @param asker the number of a house, or of an account
     * @param node participant of the data space; empty for somebody of this node
     */
    record Payer(String purpose, long asker, String node) {
        static Payer house(HouseId house) {
            return new Payer(Gate.STUDY, house.value(), "");
        }

        static Payer observer(long account) {
            return new Payer(StudyGate.OBSERVERS, account, "");
        }

        static Payer node(String node) {
            return new Payer("", 0, node);
        }
    }

    /** What somebody may still spend: no more than what is left of all. @param world real or simulated, whose people are others */
    static Epsilon left(Handle handle, String world, String period, Payer payer) {
        Epsilon left = least(
                OF_ASKER.less(spent(handle, world, period, Whose.OF_PAYER, payer)),
                OF_ALL.less(spent(handle, world, period, Whose.OF_ALL, payer)));
        return payer.node().isEmpty()
                ? left
                : least(left, OF_NODES.less(spent(handle, world, period, Whose.OF_NODES, payer)));
    }

    private static Epsilon least(Epsilon one, Epsilon other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private enum Whose {
        OF_PAYER,
        OF_NODES,
        OF_ALL
    }

    /** Over answers of this node and parts given to others: both tell of the same people. */
    private static Epsilon spent(Handle handle, String world, String period, Whose whose, Payer payer) {
        return handle
                .createQuery("""
                        select spent_over, spent_under from (
                          select purpose, asker, '' as node, period, universe, spent_over, spent_under from study_answer
                          union all
                          select purpose, asker, node, period, universe, spent_over, spent_under from study_part) paid
                        where period = :period and universe like :world and (:whose = 'OF_ALL'
                          or (:whose = 'OF_NODES' and node <> '')
                          or (:whose = 'OF_PAYER' and purpose = :purpose and asker = :asker and node = :node))
                        """)
                .bind("period", period)
                .bind("world", world + "%")
                .bind("whose", whose.name())
                .bind("purpose", payer.purpose())
                .bind("asker", payer.asker())
                .bind("node", payer.node())
                .map((row, context) -> new Epsilon(row.getLong("spent_over"), row.getLong("spent_under")))
                .list()
                .stream()
                .reduce(Epsilon.NONE, Epsilon::plus);
    }

    static void keep(Handle handle, Place place, long asker, Epsilon spent, Kept kept, long now) {
        handle.createUpdate("""
                        insert into study_answer (purpose, universe, period, question, asker, spent_over, spent_under, houses,
                          answer, asked_at)
                        values (:purpose, :universe, :period, :question, :asker, :over, :under, :houses, :answer, :now)
                        """)
                .bind("purpose", place.purpose())
                .bind("universe", place.universe())
                .bind("period", place.period())
                .bind("question", place.question())
                .bind("asker", asker)
                .bind("over", spent.over())
                .bind("under", spent.under())
                .bind("houses", kept.houses())
                .bind("answer", kept.answer())
                .bind("now", now)
                .execute();
    }
}
