package org.foyer.hub.exchange.internal.networks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.NetworkRefused;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.NetworkGuests.Told;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.NetworksAbroad;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * What this node believes of what the home of a network tells: that a house lives where the address of its node says, and that a
 * signature is made with the key that the house's own node answers for. The home answers for its own houses alone.
 *
 * @param home participant that told it
 * @param house of this node that it is told to
 * @param base address of this node, without a final slash
 * @param ownKey with which signatures of this node are verified
 * @param known what this node believed of that network before: a key that its node once answered for is believed also when that node
 *     signs with another one since
 */
record Believed(
        Identity identity,
        Participants participants,
        Participant home,
        House house,
        String base,
        String ownKey,
        NetworkAbroad known) {

    private static final int MEMBERS_MAX = Networks.MEMBERS_MAX;

    /** The same with only the signatures that are believed. @throws NetworkRefused when it makes no sense */
    Told of(Told told) {
        NetworkBodies.required(
                told.uid(),
                told.state(),
                told.name(),
                told.aim(),
                told.members(),
                told.agreements(),
                told.votes(),
                told.vouched());
        List<Network.Decision> decisions = told.decisions() == null ? List.of() : told.decisions();
        boolean fits = told.name().length() <= Networks.NAME_CHARACTERS_MAX
                && told.aim().length() <= Networks.TEXT_CHARACTERS_MAX
                && told.members().size() <= MEMBERS_MAX
                && told.agreements().size() <= NetworksAbroad.VERSIONS_MAX
                && told.votes().size() <= NetworksAbroad.VOTES_MAX
                && told.votes().stream().allMatch(Believed::fits)
                && decisions.size() <= NetworksAbroad.DECISIONS_MAX
                && decisions.stream().allMatch(Believed::fits);
        if (!fits) {
            throw new NetworkRefused("network-message");
        }
        told.members().forEach(one -> NetworkBodies.required(one, one.node(), one.slug(), one.name()));
        List<Agreement> believed = new ArrayList<>();
        for (Agreement agreement : told.agreements()) {
            believed.add(believed(agreement, told.vouched()));
        }
        return new Told(
                told.uid(),
                told.state(),
                told.name(),
                told.aim(),
                told.members(),
                List.copyOf(believed),
                told.votes(),
                decisions,
                told.vouched());
    }

    /** A threshold counts on this node too, so that it must be one that a network can have adopted. */
    private static boolean fits(Network.Decision decision) {
        NetworkBodies.required(decision, decision.kind(), decision.subject(), decision.value(), decision.since());
        boolean decided = switch (decision.kind()) {
            case PURPOSE, DEFINITION -> true;
            case THRESHOLD ->
                decision.value().matches("\\d{1,6}") && Integer.parseInt(decision.value()) <= Networks.MEMBERS_MAX;
            case MEMBER, SEAT, AGREEMENT -> false;
        };
        return decided
                && decision.subject().length() <= Networks.NAME_CHARACTERS_MAX
                && decision.value().length() <= Networks.NAME_CHARACTERS_MAX;
    }

    private static boolean fits(NetworkAbroad.Vote vote) {
        NetworkBodies.required(vote, vote.kind(), vote.title(), vote.reason(), vote.matter(), vote.closesAt());
        return vote.title().length() <= Networks.NAME_CHARACTERS_MAX
                && vote.reason().length() <= Networks.TEXT_CHARACTERS_MAX;
    }

    private Agreement believed(Agreement told, Map<String, String> vouched) {
        NetworkBodies.required(told, told.template(), told.title(), told.house(), told.madeAt(), told.versions());
        if (told.versions().size() != 1) {
            throw new NetworkRefused("network-message");
        }
        Agreement.Version version = told.versions().get(0);
        check(version);
        List<Agreement.Party> parties = new ArrayList<>();
        for (Agreement.Party party : version.parties()) {
            NetworkBodies.required(party, party.node(), party.slug(), party.name(), party.standing());
            AgreementTerms.Party named = version.terms()
                    .party(party.node(), party.slug())
                    .orElseThrow(() -> new NetworkRefused("network-message"));
            boolean own = party.node().equals(identity.self()) && party.slug().equals(house.slug());
            parties.add(
                    own // the house knows itself what it said; what its home heard is compared with it
                            ? party.with(house.id(), party.standing())
                            : party.with(null, standing(version.terms(), party, named, vouched)));
        }
        return new Agreement(
                told.id(),
                told.network(),
                told.template(),
                told.title(),
                told.house(),
                told.madeAt(),
                List.of(version.with(version.state(), List.copyOf(parties))));
    }

    private void check(Agreement.Version version) {
        NetworkBodies.required(
                version.uid(),
                version.terms(),
                version.textFr(),
                version.textEn(),
                version.policy(),
                version.madeAt(),
                version.parties(),
                version.state());
        AgreementTerms terms = version.terms();
        NetworkBodies.required(
                terms.base(), terms.parties(), terms.recipients(), terms.data(), terms.from(), terms.until());
        if (!terms.base().equals(home.base()) || terms.parties().size() > Agreements.PARTIES_MAX) {
            throw new NetworkRefused("network-message");
        }
        Set<String> named = new HashSet<>();
        for (AgreementTerms.Party party : terms.parties()) {
            NetworkBodies.required(party, party.slug(), party.name());
            if (!named.add(party.key()) || !livesThere(party)) {
                throw new NetworkRefused("network-message");
            }
        }
    }

    /** Whether a house is said to be of the node under whose address its identifier lies; of a node that is not known anything may be said. */
    private boolean livesThere(AgreementTerms.Party party) {
        String node = party.node();
        if (node == null) {
            return party.base() == null;
        }
        if (node.equals(identity.self())) {
            return base.equals(party.base());
        }
        Optional<Participant> known = identity.find(node);
        return known.isEmpty() || known.get().base().equals(party.base());
    }

    private Standing standing(
            AgreementTerms terms, Agreement.Party party, AgreementTerms.Party named, Map<String, String> vouched) {
        if (party.standing() == Standing.WITHDRAWN || party.jws() == null || party.key() == null) {
            return party.standing() == Standing.WITHDRAWN ? Standing.WITHDRAWN : Standing.WAITING;
        }
        if (party.node().isEmpty()) {
            return Standing
                    .SIGNED; // the home signed what it tells; whether the signature fits is verified at each reading
        }
        List<String> keys = keys(party.node());
        if (keys.isEmpty()) {
            return Standing.WAITING; // nobody here knows that node
        }
        String iri = terms.iri(named);
        return answersFor(keys, iri, party.key(), vouched.get(iri)) || isKnown(iri, party.key())
                ? Standing.SIGNED
                : Standing.BROKEN;
    }

    private boolean isKnown(String iri, String key) {
        return known.agreements().stream()
                .flatMap(one -> one.versions().stream())
                .anyMatch(version -> version.parties().stream()
                        .filter(party -> party.standing() == Standing.SIGNED && key.equals(party.key()))
                        .flatMap(party -> version.terms().party(party.node(), party.slug()).stream())
                        .anyMatch(party -> iri.equals(version.terms().iri(party))));
    }

    private List<String> keys(String node) {
        if (node.equals(identity.self())) {
            return List.of(ownKey);
        }
        return participants
                .find(node)
                .filter(entry -> entry.revokedAt() == null)
                .map(Participants.Entry::keys)
                .orElse(List.of());
    }

    /** Whether a node answers for the key of a house. @param said Base64 */
    static boolean answersFor(List<String> keys, String iri, String key, @Nullable String said) {
        try {
            return said != null
                    && NodeKey.verifies(
                            keys,
                            NetworkGuests.vouching(iri, key),
                            java.util.Base64.getDecoder().decode(said));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
