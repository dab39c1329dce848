package org.foyer.hub.governance.internal.abroad;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworkErrands;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.NetworksAbroad.Own;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.agreements.Signing;
import org.foyer.hub.governance.internal.agreements.SigningKeys;
import org.foyer.hub.model.House;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a house of this node says of votes of a network of another: signed with its key, kept, and left to be told, in one transaction.
 *
 * @param house that says it, as {@code actor}
 */
record VoicesAbroad(
        Handle handle,
        NetworkAbroad network,
        House house,
        Own own,
        Actor actor,
        SigningKeys keys,
        RegisterAudit audit,
        Clock clock) {

    private static List<Fault> refused(String field, String code, String... arguments) {
        return List.of(new Fault(field, code, arguments));
    }

    private String iri() {
        return own.base() + "/id/house/" + house.slug();
    }

    private String signed(Map<String, String> claims) {
        return Signing.sign(
                claims, keys.of(handle, house, actor, clock.millis()).privateKey());
    }

    private void tell(String step, Object body) {
        RegisterErrands.add(handle, network.node(), step, network.uid(), NetworkWords.write(body), clock.millis());
    }

    private void audit(String action, String what) {
        audit.append(
                handle,
                actor,
                house.id(),
                action,
                null,
                "network %s of node %s, %s".formatted(network.slug(), network.node(), what));
    }

    /** Empty when it may be said. @param counts whether only a seat that counts may say it */
    private List<Fault> closed(long number, boolean counts) {
        Optional<NetworkAbroad.Vote> vote = network.vote(number);
        if (network.state() != State.MEMBER || vote.isEmpty()) {
            return refused("proposal", "proposal-unknown", Long.toString(number));
        }
        if (!vote.get().isOpen(clock.instant())) {
            return refused("proposal", "proposal-ended");
        }
        if (counts && !vote.get().counts()) {
            return refused("proposal", vote.get().seated() ? "proposal-seat-struck" : "proposal-no-seat");
        }
        return !counts && vote.get().key() == null ? refused("proposal", "proposal-not-yours") : List.of();
    }

    private NetworkGuests.Voted voted(long number, String choice, @Nullable String why) {
        long at = VotesAbroad.after(network.vote(number).orElseThrow(), clock.instant());
        NetworkGuests.Voted bare = new NetworkGuests.Voted(network.uid(), number, choice, why, at, "");
        return new NetworkGuests.Voted(
                network.uid(), number, choice, why, at, signed(NetworkWords.vote(bare, network.slug(), iri())));
    }

    /** @param choice a vote, or a conflict of interest */
    List<Fault> says(long number, String choice, @Nullable String why) {
        List<Fault> faults = closed(number, true);
        if (faults.isEmpty()) {
            NetworkGuests.Voted voted = voted(number, choice, why);
            new VotesAbroad(handle).choose(voted, actor.login());
            tell(NetworkErrands.VOTE, voted);
            if (choice.equals(NetworkGuests.CONFLICT)) {
                audit("conflict-declared", "proposal " + number);
            } else {
                audit("proposal-voted", "proposal %d, %s".formatted(number, choice));
            }
        }
        return faults;
    }

    /** What the house proposed itself; the home ends it. */
    List<Fault> takesBack(long number) {
        List<Fault> faults = closed(number, false);
        if (faults.isEmpty()) {
            tell(NetworkErrands.VOTE, voted(number, NetworkGuests.WITHDRAWN, null));
            audit("proposal-taken-back", "proposal " + number);
        }
        return faults;
    }

    /** The home knows the rules, and the members that they are about; what it refuses is kept with its reasons. */
    List<Fault> proposes(Networks.Wish wish) {
        if (network.state() != State.MEMBER) {
            return refused("network", "network-not-member");
        }
        List<Fault> faults = new ArrayList<>();
        text(faults, "title", wish.title(), Networks.NAME_CHARACTERS_MAX);
        text(faults, "reason", wish.reason(), Networks.TEXT_CHARACTERS_MAX);
        if (wish.kind() == null || wish.matter() == null || wish.kind() == Kind.AGREEMENT) {
            faults.add(new Fault("kind", "proposal-kind"));
        }
        if (network.sent().stream().filter(one -> one.faults().isEmpty()).count() >= NetworkGuests.OPEN_PROPOSALS_MAX) {
            faults.add(new Fault("kind", "proposals-too-many", Integer.toString(NetworkGuests.OPEN_PROPOSALS_MAX)));
        }
        if (faults.isEmpty()) {
            String key = UUID.randomUUID().toString();
            String json = NetworkWords.write(wish);
            NetworkGuests.Proposed bare = new NetworkGuests.Proposed(network.uid(), key, json, "");
            NetworkGuests.Proposed proposed = new NetworkGuests.Proposed(
                    network.uid(), key, json, signed(NetworkWords.proposal(bare, network.slug(), iri())));
            new SentAbroad(handle).keep(proposed, actor.login(), clock.millis());
            tell(NetworkErrands.PROPOSE, proposed);
            audit("proposal-sent", wish.kind() == null ? "" : wish.kind().key());
        }
        return faults;
    }

    static void text(List<Fault> faults, String field, @Nullable String text, int most) {
        if (!RegisterAbroad.fits(text, most)) {
            faults.add(new Fault(field, "network-text", Integer.toString(most)));
        }
    }
}
