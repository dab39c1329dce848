package org.foyer.hub.governance.internal.abroad;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Numbers of shared buyers of a house of this node and one of another, of which one withdrew: neither keeps them. */
record ForgottenPairs(Handle handle, Clock clock, LocalDate today, Withdrawals withdrawals, TakenBack taken) {

    private record Pair(HouseId house, Other other) {}

    void forget() {
        Map<Long, Agreement> read = new HashMap<>();
        Map<HouseId, List<Held>> held = new HashMap<>();
        List<Pair> pairs = handle.createQuery("""
                        select distinct house, node, other from overlap_answer
                        where withheld is null or withheld <> :withdrawn order by house, node, other
                        """)
                .bind("withdrawn", NodeOverlapGate.WITHDRAWN)
                .map((row, context) -> new Pair(
                        new HouseId(row.getInt("house")), new Other(row.getString("node"), row.getString("other"))))
                .list();
        for (Pair pair : pairs) {
            List<Held> all = held.computeIfAbsent(
                    pair.house(), house -> Held.of(handle, today, house, SharedUse.SHARED_BUYERS.template(), read));
            if (!isCovered(all, pair.other())) {
                all.stream()
                        .flatMap(one -> one.withdrew(pair.other()).map(party -> withdrawals.of(one, party)).stream())
                        .findFirst()
                        .ifPresent(leaver ->
                                taken.add(leaver, pair.house(), TakenBack.SHARED_BUYERS, over(pair) + present(pair)));
            }
        }
    }

    private boolean isCovered(List<Held> held, Other other) {
        return held.stream()
                .filter(one -> one.standing() == null)
                .anyMatch(one -> RegisterAgreedUses.isWith(one, other, SharedUse.SHARED_BUYERS, today));
    }

    private int over(Pair pair) {
        return of(pair, handle.createUpdate("""
                        delete from overlap_answer
                        where house = :house and node = :node and other = :other and period < :period
                        """)).execute();
    }

    /** A line without a number stays, so that a second count of the period cannot be taken from the first. */
    private int present(Pair pair) {
        return of(pair, handle.createUpdate("""
                        update overlap_answer set about = 0, error = 0, withheld = :withdrawn, told_at = :now
                        where house = :house and node = :node and other = :other and period >= :period
                        """))
                .bind("withdrawn", NodeOverlapGate.WITHDRAWN)
                .bind("now", clock.millis())
                .execute();
    }

    private Update of(Pair pair, Update update) {
        return update.bind("house", pair.house().value())
                .bind("node", pair.other().node())
                .bind("other", pair.other().house())
                .bind("period", OverlapGate.period(clock));
    }
}
