package org.foyer.hub.governance.internal.networks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.NetworkGuests.Proposed;
import org.foyer.hub.governance.NetworkGuests.Voted;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Outcome;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.abroad.NetworkWords;
import org.foyer.hub.governance.internal.agreements.Signing;

/** What a member of another node says of votes, once it is known to be its own word: taken by the rules that houses of this node have. */
record GuestVoices(Speaking speaking, List<NetworkForm> forms, RegisterAudit audit, Clock clock) {

    /** Longest key by which a house calls what it proposes. */
    private static final String KEY = "[0-9a-f-]{36}";

    private static List<Fault> refused(String field, String code, String... arguments) {
        return List.of(new Fault(field, code, arguments));
    }

    private Network.Guest guest() {
        return speaking.row().guest();
    }

    private boolean holds(String jws, Map<String, String> claims) {
        return Signing.holds(jws, claims, speaking.row().key());
    }

    /** An older word, or the same again, changes nothing. */
    List<Fault> voted(Voted voted) {
        if (!holds(voted.jws(), NetworkWords.vote(voted, speaking.network().slug(), speaking.iri()))) {
            return refused("jws", "network-word-forged");
        }
        ProposalTables proposals = new ProposalTables(speaking.handle());
        Optional<Proposal> proposal = proposals.find(speaking.network().id(), voted.proposal());
        boolean own = voted.choice().equals(NetworkGuests.WITHDRAWN);
        boolean may = own
                ? proposals.isOf(guest().uid(), voted.proposal())
                : new GuestSeats(speaking.handle()).sits(voted.proposal(), guest().uid());
        if (proposal.isEmpty() || !may) {
            return refused("proposal", own ? "proposal-not-yours" : "proposal-no-seat");
        }
        if (proposal.get().outcome() != null) {
            return refused("proposal", "proposal-ended");
        }
        return switch (voted.choice()) {
            case NetworkGuests.WITHDRAWN -> withdrawn(proposal.get());
            case NetworkGuests.CONFLICT -> conflict(voted);
            default -> choice(voted);
        };
    }

    private List<Fault> choice(Voted voted) {
        Optional<Choice> choice = Choice.of(voted.choice());
        if (choice.isEmpty()) {
            return refused("choice", "vote-unreadable");
        }
        GuestSeats seats = new GuestSeats(speaking.handle());
        if (seats.vote(voted.proposal(), guest().uid(), choice.get(), voted.jws(), voted.at())) {
            audit("proposal-voted", voted.proposal(), choice.get().key() + ", ");
        }
        return List.of();
    }

    private List<Fault> conflict(Voted voted) {
        List<Fault> faults = new ArrayList<>();
        String why = voted.why();
        NetworkFaults.text(faults, "why", why, Networks.TEXT_CHARACTERS_MAX);
        if (faults.isEmpty()
                && new GuestSeats(speaking.handle())
                        .conflict(voted.proposal(), guest().uid(), String.valueOf(why), voted.jws(), voted.at())) {
            audit("conflict-declared", voted.proposal(), "");
        }
        return faults;
    }

    private List<Fault> withdrawn(Proposal proposal) {
        new Settling(forms, audit, clock)
                .end(
                        speaking.handle(),
                        proposal,
                        Outcome.WITHDRAWN,
                        Instant.ofEpochMilli(clock.millis()),
                        speaking.row().actor(),
                        speaking.row().invitedBy());
        return List.of();
    }

    private void audit(String action, long proposal, String what) {
        audit.append(
                speaking.handle(),
                speaking.row().actor(),
                speaking.row().invitedBy(),
                action,
                null,
                "network %s, proposal %d, %sby %s of node %s"
                        .formatted(speaking.network().slug(), proposal, what, guest().slug(), guest().node()));
    }

    /** The same again changes nothing. */
    List<Fault> proposed(Proposed proposed) {
        if (!proposed.key().matches(KEY)
                || !holds(
                        proposed.jws(),
                        NetworkWords.proposal(proposed, speaking.network().slug(), speaking.iri()))) {
            return refused("jws", "network-word-forged");
        }
        ProposalTables proposals = new ProposalTables(speaking.handle());
        if (proposals.isOpened(guest().uid(), proposed.key())) {
            return List.of();
        }
        Optional<Networks.Wish> wish = NetworkWords.wish(proposed.wish());
        if (wish.isEmpty() || wish.get().kind() == Kind.AGREEMENT) { // drafts are read at home alone
            return refused("kind", "proposal-kind");
        }
        NetworkTables tables = new NetworkTables(speaking.handle(), forms);
        List<Fault> faults = NetworkFaults.of(wish.get(), tables.whole(speaking.network()), tables);
        if (proposals.openOnes(speaking.network().id()) >= Networks.OPEN_PROPOSALS_MAX) {
            faults.add(new Fault("kind", "proposals-too-many", Integer.toString(Networks.OPEN_PROPOSALS_MAX)));
        } else if (proposals.openOnes(guest().uid()) >= NetworkGuests.OPEN_PROPOSALS_MAX) {
            faults.add(new Fault("kind", "proposals-too-many", Integer.toString(NetworkGuests.OPEN_PROPOSALS_MAX)));
        }
        if (faults.isEmpty()) {
            long opened = Opening.open(
                    speaking.handle(),
                    speaking.network(),
                    wish.get(),
                    speaking.row().invitedBy(),
                    speaking.row().actor(),
                    clock.millis(),
                    audit);
            proposals.openedBy(opened, guest().uid(), proposed.key());
        }
        return faults;
    }
}
