package org.foyer.hub.governance;

import java.time.Instant;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;

/** What this node forgot of earlier answers because a house withdrew from an agreement or left a network. */
public final class ForgottenAnswers {

    /** Lines that are told of a house. */
    private static final int LINES_MAX = 50;

    private final Register register;

    public ForgottenAnswers(Register register) {
        this.register = register;
    }

    /**
     * Answers of one kind that were forgotten at one time.
     *
     * @param own whether it was the house itself that withdrew; else another one, of which it kept them
     * @param slug short name of the house that withdrew
     * @param node its participant of the data space; empty when it is of this node
     * @param kind {@code shared-buyers}, {@code answers} to free questions and parts of them, or {@code sums} over nodes
     * @param answers how many, 1 at least
     */
    public record Forgotten(Instant at, boolean own, String slug, String node, String kind, int answers) {}

    /** What was forgotten of a house, and what it had to forget of others; the newest first, 50 lines at most. */
    public List<Forgotten> of(HouseId house) {
        return register.read(handle -> handle.createQuery("""
                        select t.at, t.own, t.slug, t.node, t.kind, sum(t.answers) as answers
                        from (select at, case when house = :house then 1 else 0 end as own, slug, node, kind, answers
                            from taken_back where house = :house or keeper = :house) t
                        group by t.at, t.own, t.slug, t.node, t.kind order by t.at desc, t.own desc, t.node, t.slug, t.kind
                        limit :limit
                        """)
                .bind("house", house.value())
                .bind("limit", LINES_MAX)
                .map((row, context) -> new Forgotten(
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getInt("own") == 1,
                        row.getString("slug"),
                        row.getString("node"),
                        row.getString("kind"),
                        row.getInt("answers")))
                .list());
    }
}
