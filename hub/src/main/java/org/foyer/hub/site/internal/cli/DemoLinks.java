package org.foyer.hub.site.internal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.foyer.hub.exchange.NetworksBetweenNodes;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Agreement.State;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Wish;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Purpose;
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

    private static final String COMMITTEE = "data-committee";

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
            if (elected(founder, slug, guests.get(0))) {
                TEMPLATES.forEach(template -> goesOn(members, slug, template));
            }
            adopt(members, slug);
        }
        return allIn
                && agreed(founder, slug).stream()
                                .filter(one -> one.present().state() == State.IN_FORCE)
                                .count()
                        >= TEMPLATES.size();
    }

    /** Whether a house of another node sits beside the founder, after a vote that is opened when it does not. */
    private boolean elected(House founder, String slug, Guest guest) {
        boolean sits = network(founder, slug).guests().stream()
                .anyMatch(one -> one.node().equals(guest.node())
                        && one.slug().equals(guest.house())
                        && one.seats().contains(COMMITTEE));
        if (!sits) {
            propose(
                    founder,
                    slug,
                    "Une maison d’un autre nœud au comité",
                    Kind.SEAT,
                    Matter.guestSeat(guest.house(), guest.node(), COMMITTEE, false));
        }
        return sits;
    }

    /**
     * What houses of another node do: they say yes, vote, and sign what is open. Who was elected proposes something, which stays open.
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
                network.votes().stream()
                        .filter(vote -> vote.outcome() == null && vote.choice() == null)
                        .forEach(vote -> networks.vote(
                                house, network.uid(), vote.number(), Choice.YES, DemoHouses.stewardOf(house)));
                network.agreements()
                        .forEach(agreement ->
                                signed(house, network, agreement.versions().get(0)));
            }
            boolean ready = node.pooling().abroad().of(house.id()).stream()
                            .flatMap(network -> network.agreements().stream())
                            .filter(one -> one.versions().get(0).state() == State.IN_FORCE)
                            .count()
                    >= TEMPLATES.size();
            if (ready) {
                node.pooling().abroad().of(house.id()).forEach(network -> proposes(house, network));
            }
            all &= ready;
        }
        networks.carry();
        return all;
    }

    private void proposes(House house, NetworkAbroad network) {
        boolean sits = network.members().stream()
                .anyMatch(one -> one.slug().equals(house.slug())
                        && !one.node().isEmpty()
                        && one.seats().contains(COMMITTEE));
        boolean proposed = !network.sent().isEmpty() || network.votes().stream().anyMatch(vote -> vote.key() != null);
        if (sits && !proposed) {
            Wish wish = new Wish(
                    Kind.THRESHOLD,
                    "Comparer à partir de huit maisons",
                    "Nous sommes plus nombreux qu’au début : un groupe plus grand protège mieux chacune.",
                    Matter.decision("houses", "8"),
                    null);
            networks.propose(house, network.uid(), wish, DemoHouses.stewardOf(house));
        }
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

    /**
     * Takes the next step towards an agreement, which waits for the houses of other nodes after each: its purpose is adopted, it is drawn up
     * and opened, and the home's own houses sign.
     */
    private void goesOn(List<House> members, String slug, String template) {
        House founder = members.get(0);
        boolean adopted = network(founder, slug).decisions().stream()
                .anyMatch(one -> one.kind() == Kind.PURPOSE && one.subject().equals(template));
        Agreement drawn = agreed(founder, slug).stream()
                .filter(one -> one.template().equals(template))
                .findFirst()
                .orElse(null);
        if (!adopted) {
            String title = title(template, AgreementTemplate::purposeTitle);
            propose(founder, slug, title, Kind.PURPOSE, Matter.decision(template, title));
        } else if (drawn == null) {
            List<String> parties =
                    new ArrayList<>(members.stream().map(House::slug).toList());
            network(founder, slug).guests().stream()
                    .filter(one -> one.state() == NetworkAbroad.State.MEMBER)
                    .forEach(one -> parties.add(one.key()));
            long number = new DemoSharing(node, address).drawn(founder, template, slug, parties);
            String title = title(template, AgreementTemplate::title);
            propose(founder, slug, title, Kind.AGREEMENT, Matter.agreement(number, 1));
        } else if (drawn.present().state() == State.OPEN) {
            DemoSharing sharing = new DemoSharing(node, address);
            members.stream()
                    .filter(house -> drawn.present()
                            .party(house.id())
                            .filter(party -> party.standing() == Standing.WAITING)
                            .isPresent())
                    .forEach(house -> sharing.sign(house, drawn.id(), 1));
        }
    }

    private String title(String template, Function<AgreementTemplate, Purpose.Text> of) {
        return node.pooling().agreements().templates().stream()
                .filter(one -> one.id().equals(template))
                .findFirst()
                .map(one -> of.apply(one).in("fr"))
                .map(one -> one.substring(0, 1).toUpperCase(Locale.FRENCH) + one.substring(1))
                .orElseThrow();
    }

    /** Unless that is open already. */
    private void propose(House founder, String slug, String title, Kind kind, Matter matter) {
        Networks doors = node.pooling().networks();
        boolean open = doors.proposals(founder.id(), slug).stream()
                .anyMatch(one -> one.outcome() == null
                        && one.kind() == kind
                        && one.matter().equals(matter));
        if (!open) {
            Wish wish = new Wish(kind, title, "Pour voir au-delà d’un nœud.", matter, null);
            wanted(doors.propose(founder, slug, wish, DemoHouses.stewardOf(founder)));
        }
    }

    /** Everybody of this node who sits says yes to what this node opened; it ends when all have voted. */
    private void adopt(List<House> members, String slug) {
        Networks doors = node.pooling().networks();
        House founder = members.get(0);
        for (Proposal proposal : doors.proposals(founder.id(), slug)) {
            if (proposal.outcome() == null
                    && members.stream().anyMatch(one -> one.slug().equals(proposal.house()))) {
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
