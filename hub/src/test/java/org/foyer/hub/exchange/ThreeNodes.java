package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Purpose.Text;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A network of six houses on three nodes, its agreement, and what is asked by it. */
abstract class ThreeNodes {

    static final Actor LEA = new Actor("lea", false, Map.of(), false);
    static final Season SEASON = new Season(2025);
    static final List<Data> INDICATORS = List.of(new Data("occupancy", new Text("taux de remplissage", "occupancy")));

    @TempDir
    Path folder;

    final MovingClock clock = new MovingClock();
    LinkedNode home;
    LinkedNode near;
    LinkedNode far;
    House founder;
    House second;
    String slug;

    @BeforeEach
    void threeNodesOfTwoHouses() {
        home = new LinkedNode("home", folder, clock);
        near = new LinkedNode("near", folder, clock);
        far = new LinkedNode("far", folder, clock);
        List<LinkedNode> nodes = List.of(home, near, far);
        for (LinkedNode node : nodes) {
            nodes.stream().filter(other -> other != node).forEach(node::knows);
        }
        founder = home.house("a", 0.40);
        second = home.house("b", 0.50);
        near.house("a", 0.60); // the same short name as one of the home
        near.house("c", 0.70);
        far.house("d", 0.80);
        far.house("e", 0.90);
        Networks networks = home.pooling.networks();
        slug = String.valueOf(
                networks.found(founder, new Networks.Founding("Scènes d’Ouest", "Comparer", "co-operative", null), LEA)
                        .network());
    }

    @AfterEach
    void close() {
        List.of(home, near, far).forEach(LinkedNode::close);
    }

    void invite(LinkedNode node, House house) {
        assertThat(home.networks
                        .invite(founder, slug, node.self(), house.slug(), null, LEA)
                        .faults())
                .isEmpty();
        home.networks.carry();
    }

    static NetworkAbroad abroad(LinkedNode node, House house) {
        return node.pooling.abroad().of(house.id()).get(0);
    }

    void accept(LinkedNode node, House house) {
        assertThat(node.networks.answer(house, abroad(node, house).uid(), true, LEA))
                .isEmpty();
        node.networks.carry();
    }

    /** Everybody says yes to everything that is open. */
    void adopt() {
        Networks networks = home.pooling.networks();
        List.of(near, far).forEach(this::saysYes);
        for (Proposal proposal : networks.proposals(founder.id(), slug)) {
            if (proposal.outcome() == null) {
                for (House house : List.of(founder, second)) {
                    networks.vote(house, slug, proposal.id(), Choice.YES, LEA);
                }
                networks.close(founder, slug, proposal.id(), LEA);
            }
        }
    }

    private void saysYes(LinkedNode node) {
        node.networks.carry();
        for (House house : node.all) {
            for (NetworkAbroad network : node.pooling.abroad().of(house.id())) {
                network.votes().stream()
                        .filter(vote -> vote.isOpen(clock.instant()))
                        .forEach(vote -> node.networks.vote(house, network.uid(), vote.number(), Choice.YES, LEA));
            }
        }
        node.networks.carry();
    }

    void comesIn(LinkedNode node, House house) {
        invite(node, house);
        accept(node, house);
        adopt();
        node.networks.carry();
    }

    void propose(Kind kind, Matter matter) {
        assertThat(home.pooling
                        .networks()
                        .propose(founder, slug, new Networks.Wish(kind, "Titre", "Parce que", matter, 7), LEA)
                        .faults())
                .isEmpty();
        adopt();
    }

    /** All six are members and an agreement is open for them to be signed. */
    void network() {
        Networks networks = home.pooling.networks();
        networks.invite(founder, slug, second.slug(), null, LEA);
        networks.join(second, slug, LEA);
        adopt();
        for (LinkedNode node : List.of(near, far)) {
            node.all.forEach(house -> comesIn(node, house));
        }
        propose(Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        Network network = networks.network(founder.id(), slug).orElseThrow();
        Agreements.Wish wish = new Agreements.Wish(
                "comparison",
                "Saison 2026",
                slug,
                Stream.concat(
                                java.util.stream.Stream.of("a", "b"),
                                network.guests().stream().map(Network.Guest::key))
                        .toList(),
                List.of(),
                List.of("occupancy"),
                null,
                LocalDate.of(2026, 6, 30),
                null,
                null,
                null);
        Agreements.Done drawn = home.pooling.agreements().draw(founder, wish, INDICATORS, home.base, LEA);
        assertThat(drawn.faults()).isEmpty();
        propose(Kind.AGREEMENT, Matter.agreement(number(), 1));
        List.of(near, far).forEach(node -> node.networks.carry());
    }

    long number() {
        return home.pooling.agreements().of(founder.id()).get(0).id();
    }

    Agreement.Version atHome() {
        return home.pooling.agreements().of(founder.id()).get(0).versions().get(0);
    }

    static Agreement.Version version(LinkedNode node, House house) {
        return abroad(node, house).agreements().get(0).versions().get(0);
    }

    static List<Fault> sign(LinkedNode node, House house) {
        Agreement.Version read = version(node, house);
        return node.networks.sign(house, abroad(node, house).uid(), read.uid(), read.hash(), LEA);
    }

    static List<Fault> withdraw(LinkedNode node, House house) {
        return node.networks.withdraw(
                house, abroad(node, house).uid(), version(node, house).uid(), LEA);
    }

    void carry() {
        List.of(near, far, near).forEach(node -> node.networks.carry());
    }

    void signedByAll() {
        network();
        for (House house : List.of(founder, second)) {
            assertThat(home.pooling
                            .agreements()
                            .sign(house, number(), 1, atHome().hash(), LEA)
                            .faults())
                    .isEmpty();
        }
        for (LinkedNode node : List.of(near, far)) {
            node.all.forEach(house -> assertThat(sign(node, house)).isEmpty());
        }
        carry();
    }

    Comparison ask() {
        return home.together.ask(LEA, founder.id(), SEASON, new TreeMap<>());
    }

    static List<String> codes(List<Fault> faults) {
        return faults.stream().map(Fault::code).toList();
    }
}
