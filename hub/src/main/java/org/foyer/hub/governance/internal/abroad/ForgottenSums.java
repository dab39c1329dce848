package org.foyer.hub.governance.internal.abroad;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.internal.abroad.Withdrawals.Withdrawal;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/**
 * Sums over nodes that a house of this node was told by an agreement of which one withdrew since. Nobody knows here which of the parties
 * were in a sum, so that each is taken to have been.
 */
record ForgottenSums(Handle handle, LocalDate today, Withdrawals withdrawals, TakenBack taken) {

    private record Sum(HouseId house, int season, String agreement, long askedAt) {}

    void forget() {
        List<Sum> sums = handle.createQuery("""
                        select house, season, agreement, asked_at from pooled_answer
                        where agreement <> '' and lines <> '' order by house, season
                        """)
                .map((row, context) -> new Sum(
                        new HouseId(row.getInt("house")),
                        row.getInt("season"),
                        row.getString("agreement"),
                        row.getLong("asked_at")))
                .list();
        for (Sum sum : sums) {
            withdrawals.of(sum.agreement()).stream()
                    .filter(one -> one.at() >= sum.askedAt() && !isCovered(sum, one))
                    .findFirst()
                    .ifPresent(one -> taken.add(one, sum.house(), TakenBack.SUMS, emptied(sum)));
        }
    }

    /** Another agreement in force of the house, which the one that withdrew has signed. */
    private boolean isCovered(Sum sum, Withdrawal leaver) {
        return Held.of(handle, today, sum.house(), Gate.COMPARISON, new HashMap<>()).stream()
                .filter(one -> one.standing() == null && !one.version().uid().equals(sum.agreement()))
                .anyMatch(one -> one.version().parties().stream()
                        .anyMatch(party -> party.standing() == Standing.SIGNED && leaver.isOf(one, party)));
    }

    /** A line without figures stays, so that a second sum of the month cannot be taken from the first. */
    private int emptied(Sum sum) {
        return handle.createUpdate("update pooled_answer set lines = '' where house = :house and season = :season")
                .bind("house", sum.house().value())
                .bind("season", sum.season())
                .execute();
    }
}
