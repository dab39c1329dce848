package org.foyer.hub.site.internal.cli;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.exchange.NetworksBetweenNodes;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Agreement.State;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Wish;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.jspecify.annotations.Nullable;

/**
 * The network of the demonstration that reaches over its nodes, and the agreements by which houses of all of them are compared, count
 * buyers and answer questions together. Each side does what it can do now, again and again, until everybody has signed.
 */
final class DemoLinks {

    static final List<String> TEMPLATES = List.of("comparison", "overlap", "study");

    /** How often the home looks what is to be done, a second after the last time. */
    static final int LEADS_MAX = 120;

    /** How often another node does: it may be filled long before the last one. */
    static final int FOLLOWS_MAX = 900;

    static final long ROUND = 1_000;

    private static final String NAME = "Nœuds voisins (simulé)";

    private final Node node;
    private final NetworksBetweenNodes networks;
    private final String address;

    /** @param address of the node, without a final slash */
    DemoLinks(Node node, NetworksBetweenNodes networks, String address) {
        this.node = node;
        this.networks = networks;
        this.address = address;
    }

    /** A house of another node that is to come in. @param node participant */
    record Guest(String node, String house) {}

    /**
     * What the home does.
     *
     * @param members its houses, the founder first
     * @return whether everything is signed by all
     */
    boolean leads(List<House> members, List<Guest> guests) {
        House founder = members.get(0);
        String slug = founded(members);
        for (Guest guest : guests) {
            Network network = network(founder, slug);
            if (network.guests().stream()
                    .noneMatch(
                            one -> one.node().equals(guest.node()) && one.slug().equals(guest.house()))) {
                networks.invite(founder, slug, guest.node(), guest.house(), null, DemoHouses.stewardOf(founder));
            }
        }
        networks.carry();
        adopt(members, slug);
        boolean allIn = network(founder, slug).guests().stream()
                        .filter(one -> one.state() == NetworkAbroad.State.MEMBER)
                        .count()
                >= guests.size();
        if (allIn) {
            TEMPLATES.forEach(template -> opened(members, slug, template));
        }
        return allIn
                && agreed(founder, slug).stream()
                                .filter(one -> one.present().state() == State.IN_FORCE)
                                .count()
                        >= TEMPLATES.size();
    }

    /**
     * What houses of another node do: they say yes, and sign what is open.
     *
     * @return whether everything is in force here
     */
    boolean follows(List<House> houses) {
        networks.carry();
        boolean all = true;
        for (House house : houses) {
            for (NetworkAbroad network : node.pooling().abroad().of(house.id())) {
                if (network.state() == NetworkAbroad.State.INVITED) {
                    networks.answer(house, network.uid(), true, DemoHouses.stewardOf(house));
                }
                network.agreements()
                        .forEach(agreement ->
                                signed(house, network, agreement.versions().get(0)));
            }
            all &= node.pooling().abroad().of(house.id()).stream()
                            .flatMap(network -> network.agreements().stream())
                            .filter(one -> one.versions().get(0).state() == State.IN_FORCE)
                            .count()
                    >= TEMPLATES.size();
        }
        networks.carry();
        return all;
    }

    private void signed(House house, NetworkAbroad network, Agreement.Version version) {
        boolean waits = version.party(house.id())
                .filter(party -> party.standing() == Standing.WAITING)
                .isPresent();
        if (version.state() == State.OPEN && waits) {
            networks.sign(house, network.uid(), version.uid(), version.hash(), DemoHouses.stewardOf(house));
        }
    }

    private String founded(List<House> members) {
        Networks doors = node.pooling().networks();
        House founder = members.get(0);
        String slug = doors.of(founder.id()).stream()
                .filter(one -> one.name().equals(NAME))
                .map(Network::slug)
                .findFirst()
                .orElse(null);
        if (slug == null) {
            slug = wanted(doors.found(
                            founder,
                            new Networks.Founding(
                                    NAME, "Compter ensemble ce qu’aucun nœud ne sait seul.", "co-operative", null),
                            DemoHouses.stewardOf(founder)))
                    .network();
        }
        String known = String.valueOf(slug);
        for (House house : members.subList(1, members.size())) {
            if (!network(founder, known).has(house.id())) {
                wanted(doors.invite(founder, known, house.slug(), null, DemoHouses.stewardOf(founder)));
                wanted(doors.join(house, known, DemoHouses.stewardOf(house)));
                adopt(members, known);
            }
        }
        return known;
    }

    private Network network(House founder, String slug) {
        return node.pooling().networks().network(founder.id(), slug).orElseThrow();
    }

    private List<Agreement> agreed(House founder, String slug) {
        return node.pooling().agreements().of(founder.id()).stream()
                .filter(one -> slug.equals(one.network()))
                .toList();
    }

    /** Adopted, drawn up, opened and signed by the home's own houses, as far as that is still to be done. */
    private void opened(List<House> members, String slug, String template) {
        House founder = members.get(0);
        if (agreed(founder, slug).stream().anyMatch(one -> one.template().equals(template))) {
            return;
        }
        propose(members, slug, Kind.PURPOSE, Matter.decision(template, template));
        List<String> parties = new ArrayList<>(members.stream().map(House::slug).toList());
        network(founder, slug).guests().stream()
                .filter(one -> one.state() == NetworkAbroad.State.MEMBER)
                .forEach(one -> parties.add(one.key()));
        DemoSharing sharing = new DemoSharing(node, address);
        long number = sharing.drawn(founder, template, slug, parties);
        propose(members, slug, Kind.AGREEMENT, Matter.agreement(number, 1));
        members.forEach(house -> sharing.sign(house, number, 1));
    }

    private void propose(List<House> members, String slug, Kind kind, Matter matter) {
        House founder = members.get(0);
        Wish wish = new Wish(kind, "Compter ensemble", "Pour voir au-delà d’un nœud.", matter, null);
        wanted(node.pooling().networks().propose(founder, slug, wish, DemoHouses.stewardOf(founder)));
        adopt(members, slug);
    }

    /** Everybody who sits says yes to what is open. */
    private void adopt(List<House> members, String slug) {
        Networks doors = node.pooling().networks();
        House founder = members.get(0);
        for (Proposal proposal : doors.proposals(founder.id(), slug)) {
            if (proposal.outcome() == null) {
                members.stream()
                        .filter(house -> network(founder, slug).has(house.id()))
                        .forEach(house ->
                                doors.vote(house, slug, proposal.id(), Choice.YES, DemoHouses.stewardOf(house)));
                doors.close(founder, slug, proposal.id(), DemoHouses.stewardOf(founder));
            }
        }
    }

    private static Done wanted(@Nullable Done done) {
        if (done == null || !done.faults().isEmpty()) {
            throw new IllegalStateException("refused in the demonstration: " + done);
        }
        return done;
    }
}
