package org.foyer.hub.governance.internal.abroad;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworkGuests.Told;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/**
 * What is kept of earlier answers goes when a house withdrew from the agreement by which they were given, or left its network, and no other
 * agreement covers them. It is found from agreements as they stand, in the transaction that changes them, so that it does not matter who said the
 * word, or how often. What was published stays.
 */
public final class Forgetting {

    /** Number of two houses that is kept for each of them. */
    static final String SHARED_BUYERS = "shared-buyers";

    private final Handle handle;
    private final Clock clock;
    private final LocalDate today;
    private final TakenBack taken;

    private Forgetting(Handle handle, Clock clock, TakenBack taken) {
        this.handle = handle;
        this.clock = clock;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        this.taken = taken;
    }

    /** Forgets all that is due on this node. @param actor who said the word, as the audit names them */
    public static void sweep(Handle handle, Clock clock, RegisterAudit audit, Actor actor) {
        Forgetting forgetting = new Forgetting(handle, clock, new TakenBack(handle, audit, actor, clock.millis()));
        forgetting.sharedBuyers();
    }

    /** Whether the home of a network tells that somebody withdrew of whom it was not known. */
    static boolean isDue(NetworkAbroad known, Told told) {
        return told.state() == State.LEFT
                || told.state() == State.EXCLUDED
                || told.agreements().stream()
                        .flatMap(one -> one.versions().stream())
                        .anyMatch(version -> version.parties().stream()
                                .anyMatch(party -> party.standing() == Standing.WITHDRAWN
                                        && !isWithdrawn(known, version.uid(), party)));
    }

    private static boolean isWithdrawn(NetworkAbroad known, String policy, Agreement.Party party) {
        return known
                .agreement(policy)
                .flatMap(one -> one.versions().stream().findFirst())
                .stream()
                .flatMap(version -> version.parties().stream())
                .anyMatch(one -> one.node().equals(party.node())
                        && one.slug().equals(party.slug())
                        && one.standing() == Standing.WITHDRAWN);
    }

    private record Pair(HouseId house, Other other) {}

    private void sharedBuyers() {
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
                    pair.house(),
                    house -> Held.of(handle, today, house, SharedUse.SHARED_BUYERS.template(), read));
            boolean covered = all.stream()
                    .filter(one -> one.standing() == null)
                    .anyMatch(one -> RegisterAgreedUses.isWith(one, pair.other(), SharedUse.SHARED_BUYERS, today));
            if (!covered) {
                all.stream()
                        .filter(one -> one.withdrew(pair.other()).isPresent())
                        .findFirst()
                        .ifPresent(one -> forget(pair, one));
            }
        }
    }

    /** Of the present period a line without a number stays, so that a second count cannot be taken from the first. */
    private void forget(Pair pair, Held held) {
        Optional<Agreement.Party> leaver = held.withdrew(pair.other());
        String period = OverlapGate.period(clock);
        int answers = handle.createUpdate("""
                        delete from overlap_answer
                        where house = :house and node = :node and other = :other and period < :period
                        """)
                .bind("house", pair.house().value())
                .bind("node", pair.other().node())
                .bind("other", pair.other().house())
                .bind("period", period)
                .execute();
        answers += handle.createUpdate("""
                        update overlap_answer set about = 0, error = 0, withheld = :withdrawn, told_at = :now
                        where house = :house and node = :node and other = :other and period >= :period
                        """)
                .bind("withdrawn", NodeOverlapGate.WITHDRAWN)
                .bind("now", clock.millis())
                .bind("house", pair.house().value())
                .bind("node", pair.other().node())
                .bind("other", pair.other().house())
                .bind("period", period)
                .execute();
        taken.of(leaver.orElseThrow(), pair.house(), held.told(), SHARED_BUYERS, answers);
    }
}
