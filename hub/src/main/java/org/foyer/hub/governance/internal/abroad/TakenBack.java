package org.foyer.hub.governance.internal.abroad;

import java.util.LinkedHashMap;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.abroad.Withdrawals.Withdrawal;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counts what was forgotten and for whom, and writes it into the register and the audit: never what it was. */
final class TakenBack {

    /** Of houses whose answer is kept by each of the two. */
    static final String SHARED_BUYERS = "shared-buyers";

    /** To free questions, and parts of them. */
    static final String ANSWERS = "answers";

    /** Over nodes. */
    static final String SUMS = "sums";

    private record Line(Withdrawal leaver, @Nullable HouseId keeper, String kind) {}

    private final Map<Line, Integer> lines = new LinkedHashMap<>();

    /**
     * Counts.
     *
     * @param keeper house of this node that kept the answers; null when the node kept them for several
     */
    void add(Withdrawal leaver, @Nullable HouseId keeper, String kind, int answers) {
        if (answers > 0) {
            lines.merge(new Line(leaver, keeper, kind), answers, Integer::sum);
        }
    }

    void write(Handle handle, RegisterAudit audit, Actor actor, long now) {
        lines.forEach((line, answers) -> {
            Withdrawal leaver = line.leaver();
            HouseId house = leaver.house();
            HouseId keeper = line.keeper();
            handle.createUpdate("""
                            insert into taken_back (at, house, node, slug, keeper, agreement, kind, answers)
                            values (:at, :house, :node, :slug, :keeper, :agreement, :kind, :answers)
                            """)
                    .bind("at", now)
                    .bindByType("house", house == null ? null : house.value(), Integer.class)
                    .bind("node", leaver.node())
                    .bind("slug", leaver.slug())
                    .bindByType("keeper", keeper == null ? null : keeper.value(), Integer.class)
                    .bind("agreement", leaver.named())
                    .bind("kind", line.kind())
                    .bind("answers", answers)
                    .execute();
            audit.append(
                    handle,
                    actor,
                    keeper == null ? house : keeper,
                    "answers-forgotten",
                    null,
                    "%s, %d, %s, %s withdrew"
                            .formatted(
                                    line.kind(),
                                    answers,
                                    leaver.named(),
                                    leaver.slug() + (leaver.node().isEmpty() ? "" : " of node " + leaver.node())));
        });
    }
}
