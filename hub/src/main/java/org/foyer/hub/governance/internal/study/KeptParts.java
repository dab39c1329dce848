package org.foyer.hub.governance.internal.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.NodeStudyGate.Part;
import org.foyer.hub.governance.internal.study.StudyLedger.Payer;
import org.jdbi.v3.core.Handle;

/** Parts of answers over nodes in the register: those of this node, which are its spending, and what others gave. */
final class KeptParts {

    /** What another node tells beyond these is not believed. */
    static final int HOUSES_MAX = 100_000;

    static final long ABOUT_MAX = 1_000_000_000_000L;

    private KeptParts() {}

    /** Where a part stands. */
    record Place(String universe, String period, String question) {}

    static Optional<Part> find(Handle handle, Place place) {
        return written(handle, place).filter(part -> !part.isEmpty()).map(StudyParts::read);
    }

    /** Whether it was forgotten because a house in it withdrew: what is left is its spending. */
    static boolean isTakenBack(Handle handle, Place place) {
        return written(handle, place).filter(String::isEmpty).isPresent();
    }

    private static Optional<String> written(Handle handle, Place place) {
        return handle.createQuery("""
                        select part from study_part
                        where universe = :universe and period = :period and question = :question
                        """)
                .bind("universe", place.universe())
                .bind("period", place.period())
                .bind("question", place.question())
                .mapTo(String.class)
                .findOne();
    }

    static void keep(Handle handle, Place place, Payer payer, Epsilon spent, Part part, long now) {
        handle.createUpdate("""
                        insert into study_part (universe, period, question, purpose, asker, node, spent_over, spent_under, houses,
                          part, asked_at)
                        values (:universe, :period, :question, :purpose, :asker, :node, :over, :under, :houses, :part, :now)
                        """)
                .bind("universe", place.universe())
                .bind("period", place.period())
                .bind("question", place.question())
                .bind("purpose", payer.purpose())
                .bind("asker", payer.asker())
                .bind("node", payer.node())
                .bind("over", spent.over())
                .bind("under", spent.under())
                .bind("houses", part.houses())
                .bind("part", StudyParts.written(part))
                .bind("now", now)
                .execute();
    }

    static Map<String, Part> heard(Handle handle, Place place) {
        Map<String, Part> heard = new LinkedHashMap<>();
        handle.createQuery("""
                        select node, part from study_heard
                        where universe = :universe and period = :period and question = :question order by node limit :limit
                        """)
                .bind("universe", place.universe())
                .bind("period", place.period())
                .bind("question", place.question())
                .bind("limit", NodeStudyGate.NODES_MAX)
                .map((row, context) -> Map.entry(row.getString("node"), StudyParts.read(row.getString("part"))))
                .forEach(one -> heard.put(one.getKey(), one.getValue()));
        return heard;
    }

    /** The first answer of a node stays. */
    static int hear(Handle handle, Place place, String node, Part part, long now) {
        return handle.createUpdate("""
                        insert into study_heard (universe, period, question, node, part, heard_at)
                        values (:universe, :period, :question, :node, :part, :now)
                        on conflict (universe, period, question, node) do nothing
                        """)
                .bind("universe", place.universe())
                .bind("period", place.period())
                .bind("question", place.question())
                .bind("node", node)
                .bind("part", StudyParts.written(part))
                .bind("now", now)
                .execute();
    }
}
