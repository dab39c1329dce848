package org.foyer.hub.governance.internal.abroad;

import java.util.Objects;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes down what was forgotten and for whom, in the register and in the audit, and never what it was. */
record TakenBack(Handle handle, RegisterAudit audit, Actor actor, long now) {

    /**
     * A line, when there was anything to forget.
     *
     * @param leaver house that withdrew
     * @param keeper house of this node that kept the answers; null when the node kept them for several
     * @param agreement as the audit names it
     * @param kind of answers
     * @param answers how many
     */
    void of(Agreement.Party leaver, @Nullable HouseId keeper, String agreement, String kind, int answers) {
        if (answers == 0) {
            return;
        }
        HouseId house = leaver.house();
        String node = house == null ? leaver.node() : "";
        handle.createUpdate("""
                        insert into taken_back (at, house, node, slug, keeper, agreement, kind, answers)
                        values (:at, :house, :node, :slug, :keeper, :agreement, :kind, :answers)
                        """)
                .bind("at", now)
                .bindByType("house", house == null ? null : house.value(), Integer.class)
                .bind("node", node)
                .bind("slug", leaver.slug())
                .bindByType("keeper", keeper == null ? null : keeper.value(), Integer.class)
                .bind("agreement", agreement)
                .bind("kind", kind)
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
                                kind,
                                answers,
                                agreement,
                                Objects.equals(house, keeper) && house != null
                                        ? "the house"
                                        : leaver.slug() + (house == null ? " of another node" : "")));
    }
}
