package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Pooling;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.model.House;

/** Founds networks over nodes and has agreements of them signed by every house, by the messages that nodes exchange. */
public final class SignedOverNodes {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);

    private final Side home;
    private final List<Side> others;
    private final String slug;

    /** A node. @param base its address, without a final slash @param houses the first of the home founds the network */
    public record Side(String self, String base, Pooling pooling, NetworksBetweenNodes networks, List<House> houses) {}

    private SignedOverNodes(Side home, List<Side> others, String slug) {
        this.home = home;
        this.others = others;
        this.slug = slug;
    }

    /** All houses of all nodes in one co-operative. */
    public static SignedOverNodes network(Side home, List<Side> others) {
        Networks networks = home.pooling.networks();
        House founder = home.houses.get(0);
        String slug = String.valueOf(
                networks.found(founder, new Networks.Founding("Scènes d’Ouest", "Compter", "co-operative", null), LEA)
                        .network());
        SignedOverNodes made = new SignedOverNodes(home, others, slug);
        for (House house : home.houses.subList(1, home.houses.size())) {
            networks.invite(founder, slug, house.slug(), null, LEA);
            networks.join(house, slug, LEA);
            made.adopt();
        }
        for (Side other : others) {
            for (House house : other.houses) {
                made.comesIn(other, house);
            }
        }
        return made;
    }

    /** The one network that its home has already. */
    public static SignedOverNodes known(Side home, List<Side> others) {
        return new SignedOverNodes(
                home,
                others,
                home.pooling.networks().of(home.houses.get(0).id()).get(0).slug());
    }

    private void comesIn(Side node, House house) {
        assertThat(home.networks
                        .invite(home.houses.get(0), slug, node.self, house.slug(), null, LEA)
                        .faults())
                .isEmpty();
        home.networks.carry();
        assertThat(node.networks.answer(house, abroad(node, house).uid(), true, LEA))
                .isEmpty();
        node.networks.carry();
        adopt();
        node.networks.carry();
    }

    public static NetworkAbroad abroad(Side node, House house) {
        return node.pooling.abroad().of(house.id()).get(0);
    }

    private void adopt() {
        Networks networks = home.pooling.networks();
        House founder = home.houses.get(0);
        others.forEach(SignedOverNodes::saysYes);
        for (Proposal proposal : networks.proposals(founder.id(), slug)) {
            if (proposal.outcome() == null) {
                home.houses.forEach(house -> networks.vote(house, slug, proposal.id(), Choice.YES, LEA));
                networks.close(founder, slug, proposal.id(), LEA);
            }
        }
    }

    private static void saysYes(Side node) {
        node.networks.carry();
        for (House house : node.houses) {
            for (NetworkAbroad network : node.pooling.abroad().of(house.id())) {
                network.votes().stream()
                        .filter(vote -> vote.outcome() == null)
                        .forEach(vote -> node.networks.vote(house, network.uid(), vote.number(), Choice.YES, LEA));
            }
        }
        node.networks.carry();
    }

    private void propose(Kind kind, Matter matter) {
        assertThat(home.pooling
                        .networks()
                        .propose(
                                home.houses.get(0), slug, new Networks.Wish(kind, "Titre", "Parce que", matter, 7), LEA)
                        .faults())
                .isEmpty();
        adopt();
    }

    /** A vote ends the membership of a house of another node. */
    public void exclude(Side node, House house) {
        propose(Kind.MEMBER, Matter.guest(house.slug(), node.self, true));
        carry();
    }

    /** Opened by a vote and fetched by every node; nobody signed it yet. */
    public long opened(String template, List<String> data, LocalDate until) {
        House founder = home.houses.get(0);
        propose(Kind.PURPOSE, Matter.decision(template, "Compter"));
        Network network = home.pooling.networks().network(founder.id(), slug).orElseThrow();
        Agreements.Done drawn = home.pooling
                .agreements()
                .draw(
                        founder,
                        new Agreements.Wish(
                                template,
                                "Saison",
                                slug,
                                Stream.concat(
                                                home.houses.stream().map(House::slug),
                                                network.guests().stream().map(Network.Guest::key))
                                        .toList(),
                                List.of(),
                                data,
                                null,
                                until,
                                null,
                                null,
                                null),
                        template.equals("comparison") ? ThreeNodes.INDICATORS : List.of(),
                        home.base,
                        LEA);
        assertThat(drawn.faults()).isEmpty();
        propose(Kind.AGREEMENT, Matter.agreement(drawn.agreement(), 1));
        carry();
        return drawn.agreement();
    }

    public void carry() {
        home.networks.carry();
        others.forEach(node -> node.networks.carry());
        others.forEach(node -> node.networks.carry());
    }

    /** Signed by every house of every node. */
    public long signed(String template, List<String> data, LocalDate until) {
        long agreement = opened(template, data, until);
        home.houses.forEach(house -> signAtHome(agreement, house));
        others.forEach(node -> node.houses.forEach(house -> sign(node, house, template)));
        carry();
        return agreement;
    }

    public void signAtHome(long agreement, House house) {
        Agreements agreements = home.pooling.agreements();
        String hash = agreements
                .agreement(house.id(), agreement)
                .orElseThrow()
                .versions()
                .get(0)
                .hash();
        assertThat(agreements.sign(house, agreement, 1, hash, LEA).faults()).isEmpty();
    }

    public static Agreement.Version version(Side node, House house, String template) {
        return abroad(node, house).agreements().stream()
                .filter(one -> one.template().equals(template))
                .findFirst()
                .orElseThrow()
                .versions()
                .get(0);
    }

    public void sign(Side node, House house, String template) {
        Agreement.Version read = version(node, house, template);
        assertThat(node.networks.sign(house, abroad(node, house).uid(), read.uid(), read.hash(), LEA))
                .isEmpty();
    }

    public void withdraw(Side node, House house, String template) {
        assertThat(node.networks.withdraw(
                        house,
                        abroad(node, house).uid(),
                        version(node, house, template).uid(),
                        LEA))
                .isEmpty();
    }
}
