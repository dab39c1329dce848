package org.foyer.hub.governance.internal.abroad;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworkGuests.Told;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.jdbi.v3.core.Handle;

/**
 * What is kept of earlier answers goes when a house withdrew from the agreement by which they were given, or left its network, and no other
 * agreement covers them. It is found from agreements as they stand, in the transaction that changes them, so that it does not matter who said the
 * word, or how often. What was published stays.
 */
public final class Forgetting {

    private Forgetting() {}

    /** Forgets all that is due on this node. @param actor who said the word, as the audit names them */
    public static void sweep(Handle handle, Clock clock, RegisterAudit audit, Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Withdrawals withdrawals = new Withdrawals(handle, today);
        TakenBack taken = new TakenBack();
        new ForgottenPairs(handle, clock, today, withdrawals, taken).forget();
        new ForgottenStudies(handle, today, withdrawals, taken).forget();
        new ForgottenSums(handle, today, withdrawals, taken).forget();
        taken.write(handle, audit, actor, clock.millis());
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
        return known.agreement(policy).stream()
                .flatMap(one -> one.versions().stream())
                .flatMap(version -> version.parties().stream())
                .anyMatch(one -> one.node().equals(party.node())
                        && one.slug().equals(party.slug())
                        && one.standing() == Standing.WITHDRAWN);
    }
}
