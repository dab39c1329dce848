package org.foyer.hub.governance.internal.abroad;

import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworkErrands;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.NetworkGuests.Told;
import org.foyer.hub.governance.NetworksAbroad.Membership;
import org.foyer.hub.governance.internal.RegisterAudit;

/**
 * What a house said and only one side still knows, because the register of the other was put back from an older back-up. What ends
 * something is taken from the home; what the home lacks is told again. A home can so end what its own network may use, and no more.
 */
record Recalled(AbroadTables tables, RegisterAudit audit, long now) {

    /** @param known as it stood here before the home told anything; a home that has not heard everything yet recalls nothing */
    void of(Membership membership, NetworkAbroad known, Told told) {
        if (known.waiting()) {
            return;
        }
        if (told.state() == State.LEFT) {
            left(membership, known);
        }
        told.agreements().forEach(agreement -> agreement(membership, known, agreement));
        told.votes().forEach(vote -> vote(membership, vote));
    }

    private void left(Membership membership, NetworkAbroad known) {
        tables.left(membership.uid(), home(membership).login(), now);
        audit.append(
                tables.handle(),
                home(membership),
                membership.house(),
                "network-" + NetworkGuests.LEAVE,
                null,
                known.slug() + " of node " + known.node());
    }

    private void agreement(Membership membership, NetworkAbroad known, Agreement told) {
        Agreement.Version version = told.versions().get(0);
        Optional<Agreement.Party> there = version.party(membership.house());
        Optional<Agreement.Party> here = known.agreement(version.uid())
                .flatMap(one -> one.versions().get(0).party(membership.house()));
        if (there.isEmpty() || here.isEmpty()) {
            return;
        }
        Standing said = here.get().standing();
        Standing heard = there.get().standing();
        if (heard == Standing.WITHDRAWN && said != Standing.WITHDRAWN) {
            withdrawn(membership, known, told);
        } else if (said == Standing.WITHDRAWN && heard == Standing.SIGNED) {
            tell(membership, new NetworkGuests.Signed(membership.uid(), version.uid(), null));
        } else if (said == Standing.SIGNED && heard == Standing.WAITING && version.state() == Agreement.State.OPEN) {
            tell(
                    membership,
                    new NetworkGuests.Signed(
                            membership.uid(), version.uid(), here.get().jws()));
        }
    }

    /** A home that was put back may have lost a vote. */
    private void vote(Membership membership, NetworkAbroad.Vote told) {
        if (told.outcome() != null) {
            return;
        }
        new VotesAbroad(tables.handle())
                .said(membership.uid(), told.number())
                .filter(said -> said.at() > told.at())
                .ifPresent(said -> RegisterErrands.add(
                        tables.handle(),
                        membership.node(),
                        NetworkErrands.VOTE,
                        membership.uid(),
                        NetworkWords.write(said),
                        now));
    }

    private void withdrawn(Membership membership, NetworkAbroad known, Agreement told) {
        tables.withdrawn(
                membership.uid(), told.versions().get(0).uid(), home(membership).login(), now);
        audit.append(
                tables.handle(),
                home(membership),
                membership.house(),
                "agreement-withdrawn",
                null,
                RegisterAbroad.named(known, told));
    }

    private void tell(Membership membership, NetworkGuests.Signed signed) {
        RegisterErrands.add(
                tables.handle(),
                membership.node(),
                NetworkErrands.SIGN,
                membership.uid(),
                NetworkWords.write(signed),
                now);
    }

    private static Actor home(Membership membership) {
        return new Actor("node " + membership.node(), false, Map.of(), true);
    }
}
