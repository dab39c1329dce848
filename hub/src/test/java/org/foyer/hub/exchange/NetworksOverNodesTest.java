package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Purpose.Text;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of six houses on three nodes, its agreement, and what is asked by it. */
class NetworksOverNodesTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final Season SEASON = new Season(2025);
    private static final List<Data> INDICATORS =
            List.of(new Data("occupancy", new Text("taux de remplissage", "occupancy")));

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private LinkedNode home;
    private LinkedNode near;
    private LinkedNode far;
    private House founder;
    private House second;
    private String slug;

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

    private void invite(LinkedNode node, House house) {
        assertThat(home.networks
                        .invite(founder, slug, node.self(), house.slug(), null, LEA)
                        .faults())
                .isEmpty();
        home.networks.carry();
    }

    private static NetworkAbroad abroad(LinkedNode node, House house) {
        return node.pooling.abroad().of(house.id()).get(0);
    }

    private void accept(LinkedNode node, House house) {
        assertThat(node.networks.answer(house, abroad(node, house).uid(), true, LEA))
                .isEmpty();
        node.networks.carry();
    }

    /** The founder says yes to everything that is open. */
    private void adopt() {
        Networks networks = home.pooling.networks();
        for (Proposal proposal : networks.proposals(founder.id(), slug)) {
            if (proposal.outcome() == null) {
                for (House house : List.of(founder, second)) {
                    networks.vote(house, slug, proposal.id(), Choice.YES, LEA);
                }
                networks.close(founder, slug, proposal.id(), LEA);
            }
        }
    }

    private void comesIn(LinkedNode node, House house) {
        invite(node, house);
        accept(node, house);
        adopt();
        node.networks.carry();
    }

    private void propose(Kind kind, Matter matter) {
        assertThat(home.pooling
                        .networks()
                        .propose(founder, slug, new Networks.Wish(kind, "Titre", "Parce que", matter, 7), LEA)
                        .faults())
                .isEmpty();
        adopt();
    }

    /** All six are members and an agreement is open for them to be signed. */
    private void network() {
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
                java.util.stream.Stream.concat(
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

    private long number() {
        return home.pooling.agreements().of(founder.id()).get(0).id();
    }

    private Agreement.Version atHome() {
        return home.pooling.agreements().of(founder.id()).get(0).versions().get(0);
    }

    private static Agreement.Version version(LinkedNode node, House house) {
        return abroad(node, house).agreements().get(0).versions().get(0);
    }

    private static List<Fault> sign(LinkedNode node, House house) {
        Agreement.Version read = version(node, house);
        return node.networks.sign(house, abroad(node, house).uid(), read.uid(), read.hash(), LEA);
    }

    private static List<Fault> withdraw(LinkedNode node, House house) {
        return node.networks.withdraw(
                house, abroad(node, house).uid(), version(node, house).uid(), LEA);
    }

    private void carry() {
        List.of(near, far, near).forEach(node -> node.networks.carry());
    }

    private void signedByAll() {
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

    private Comparison ask() {
        return home.together.ask(LEA, founder.id(), SEASON);
    }

    private static List<String> codes(List<Fault> faults) {
        return faults.stream().map(Fault::code).toList();
    }

    @Test
    void aHouseOfAnotherNodeComesInByItsYesAndTheVoteOfTheHome() {
        House guest = near.all.get(0);
        invite(near, guest);
        NetworkAbroad invitation = abroad(near, guest);
        assertThat(invitation.state()).isEqualTo(State.INVITED);
        assertThat(invitation.name()).isEqualTo("Scènes d’Ouest");
        assertThat(invitation.node()).isEqualTo(home.self());
        accept(near, guest);
        assertThat(abroad(near, guest).state()).isEqualTo(State.ACCEPTED);
        assertThat(home.pooling.networks().proposals(founder.id(), slug))
                .singleElement()
                .satisfies(vote -> assertThat(vote.title()).isEqualTo("Maison a"));
        adopt();
        Network network = home.pooling.networks().network(founder.id(), slug).orElseThrow();
        assertThat(network.guests()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.MEMBER);
            assertThat(one.node()).isEqualTo(near.self());
            assertThat(one.name()).isEqualTo("Maison a");
        });
        near.networks.carry();
        assertThat(abroad(near, guest).state()).isEqualTo(State.MEMBER);
        assertThat(abroad(near, guest).members())
                .extracting(NetworkAbroad.Member::node)
                .containsExactly("", near.self());
        assertThat(home.networks
                        .invite(founder, slug, near.self(), guest.slug(), null, LEA)
                        .faults())
                .isNotEmpty();
        invite(near, near.all.get(1));
        home.networks.invite(founder, slug, near.self(), "nobody", null, LEA);
        home.networks.carry();
        assertThat(home.pooling
                        .networks()
                        .network(founder.id(), slug)
                        .orElseThrow()
                        .guests())
                .extracting(Network.Guest::slug)
                .as("that node knows no such house")
                .containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void sixHousesOfThreeNodesAreComparedByTheAgreementThatAllSigned() {
        signedByAll();
        assertThat(atHome().state()).isEqualTo(Agreement.State.IN_FORCE);
        assertThat(version(near, near.all.get(0)).state()).isEqualTo(Agreement.State.IN_FORCE);
        assertThat(version(far, far.all.get(1)).state()).isEqualTo(Agreement.State.IN_FORCE);
        assertThat(ask().lines().get(0).peers()).isEqualTo(5);
        assertThat(home.audit.left(founder.id(), 5))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.detail()).isEqualTo("2025-26, 1 figures, moved, agreement 1, version 1"));
        assertThat(near.audit.left(near.all.get(0).id(), 5)).singleElement().satisfies(line -> {
            assertThat(line.actor()).isEqualTo("node " + home.self());
            assertThat(line.detail())
                    .isEqualTo("2025-26, 1 figures, moved, agreement 1, version 1, of network " + slug + " of node "
                            + home.self());
        });
        assertThat(version(near, near.all.get(0)).uses()).isEqualTo(1);
        assertThat(atHome().uses()).isEqualTo(2);
        Comparison asked = far.together.ask(LEA, far.all.get(0).id(), SEASON);
        assertThat(asked.lines().get(0).peers()).isEqualTo(5);
    }

    @Test
    void untilAllHaveSignedNothingIsGiven() {
        network();
        assertThatThrownBy(this::ask).hasMessageContaining("agreement-not-signed");
        home.pooling.agreements().sign(founder, number(), 1, atHome().hash(), LEA);
        assertThatThrownBy(this::ask).hasMessageContaining("agreement-is-open");
        assertThat(home.audit.left(founder.id(), 5)).isEmpty();
    }

    @Test
    void aWithdrawalCountsAtOnceWhileTheHomeIsAwayAndIsToldLater() {
        signedByAll();
        near.away.add(home);
        near.all.forEach(house -> assertThat(withdraw(near, house)).isEmpty());
        near.networks.carry();
        assertThat(atHome().state()).isEqualTo(Agreement.State.IN_FORCE);
        assertThatThrownBy(this::ask).hasMessageContaining("too-few-nodes").hasMessageContaining("agreement-withdrawn");
        near.all.forEach(house -> assertThat(near.audit.left(house.id(), 5)).isEmpty());
        assertThat(abroad(near, near.all.get(0)).waiting()).isTrue();
        near.away.clear();
        near.networks.carry();
        assertThat(abroad(near, near.all.get(0)).waiting()).isFalse();
        assertThat(atHome().parties().stream().filter(one -> one.node().equals(near.self())))
                .extracting(Agreement.Party::standing)
                .containsOnly(Standing.WITHDRAWN);
        assertThat(codes(sign(near, near.all.get(0)))).containsExactly("agreement-not-to-sign");
    }

    @Test
    void aHouseThatLeavesIsNotCountedAndTheOthersAreTooFew() {
        signedByAll();
        House leaving = near.all.get(0);
        assertThat(near.networks.leave(leaving, abroad(near, leaving).uid(), LEA))
                .isEmpty();
        assertThat(ask().lines().get(0).withheld()).isEqualTo("too-few-houses");
        assertThat(near.audit.left(leaving.id(), 5)).isEmpty();
        assertThat(near.audit.left(near.all.get(1).id(), 5)).hasSize(1);
        near.networks.carry();
        assertThat(home.pooling
                        .networks()
                        .network(founder.id(), slug)
                        .orElseThrow()
                        .guests())
                .extracting(Network.Guest::slug)
                .containsExactlyInAnyOrder("c", "d", "e");
    }

    @Test
    void whatExpiredLetsNothingThrough() {
        signedByAll();
        clock.set(Instant.parse("2026-06-30T23:00:00Z"));
        assertThat(ask().lines().get(0).peers()).isEqualTo(5);
        clock.set(Instant.parse("2026-07-01T01:00:00Z"));
        assertThatThrownBy(this::ask).hasMessageContaining("agreement-is-expired");
        assertThat(home.together.kept(founder.id(), SEASON)).isEmpty();
    }

    @Test
    void aKeyOfAHouseForWhichItsNodeDoesNotAnswerIsNotBelieved() {
        signedByAll();
        home.register.write(handle -> handle.execute("update network_guest set vouched = (select max(g.vouched) from"
                + " network_guest g where g.house = 'e') where house = 'd'"));
        near.register.write(
                handle -> handle.execute("delete from agreement_abroad")); // as if it saw it for the first time
        near.networks.carry();
        assertThat(version(near, near.all.get(0)).parties().stream()
                        .filter(one -> one.slug().equals("d")))
                .extracting(Agreement.Party::standing)
                .containsExactly(Standing.BROKEN);
        far.networks.carry();
        assertThat(version(far, far.all.get(0)).state())
                .as("who knew the key before knows it still")
                .isEqualTo(Agreement.State.IN_FORCE);
    }

    @Test
    void aForgedSignatureOrWordIsRefused() {
        network();
        House guest = near.all.get(0);
        String uid = abroad(near, guest).uid();
        String policy = version(near, guest).uid();
        sign(near, near.all.get(1));
        near.networks.carry();
        String ofAnother = atHome().parties().stream()
                .filter(one -> one.slug().equals("c"))
                .findFirst()
                .orElseThrow()
                .jws();
        assertThat(codes(home.pooling.guests().sign(near.self(), new NetworkGuests.Signed(uid, policy, ofAnother))))
                .containsExactly("agreement-signature");
        assertThat(codes(home.pooling.guests().sign(far.self(), new NetworkGuests.Signed(uid, policy, ofAnother))))
                .as("another node speaks for its house")
                .containsExactly("network-not-member");
        assertThat(codes(home.pooling
                        .guests()
                        .hear(
                                near.self(),
                                new NetworkGuests.Said(
                                        uid, "leave", near.base + "/id/house/a", "A", null, null, ofAnother))))
                .containsExactly("network-word-forged");
        LinkedNode.Sent signed = home.heard.stream()
                .filter(one -> one.step().equals("sign"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> home.networks.answer(far.self(), "sign", signed.json()))
                .as("a message of another node")
                .hasMessageContaining("network-message");
        assertThatThrownBy(() ->
                        home.networks.answer(near.self(), "sign", signed.json().replace(policy, policy + "0")))
                .as("a message that was changed on the way")
                .hasMessageContaining("network-message");
        assertThat(atHome().state()).isEqualTo(Agreement.State.OPEN);
    }

    @Test
    void aTextThatTheHomeChangesIsSignedByNobodyElse() {
        network();
        House guest = near.all.get(0);
        home.register.write(
                handle -> handle.execute("update agreement_version set text_fr = text_fr || 'et aussi nos adresses'"));
        assertThat(sign(near, guest)).isEmpty(); // of the text that was told first
        near.networks.carry();
        assertThat(atHome().parties().stream().filter(one -> one.node().equals(near.self())))
                .extracting(Agreement.Party::standing)
                .as("the home does not get a signature under its new text")
                .containsOnly(Standing.WAITING);
        assertThat(version(near, guest).textFr()).doesNotContain("adresses");
    }

    @Test
    void aTextThatTheHomeChangesAfterwardsBreaksTheAgreementThereAlone() {
        signedByAll();
        home.register.write(handle ->
                handle.execute("update agreement_version set policy = replace(policy, '2026-06-30', '2099-06-30')"));
        carry();
        assertThat(atHome().state()).isEqualTo(Agreement.State.BROKEN);
        assertThat(version(near, near.all.get(0)).policy()).contains("2026-06-30");
        assertThatThrownBy(this::ask).hasMessageContaining("agreement-is-broken");
        clock.set(Instant.parse("2026-07-01T01:00:00Z"));
        assertThatThrownBy(() -> far.together.ask(LEA, far.all.get(0).id(), SEASON))
                .hasMessageContaining("agreement-is-expired");
    }

    @Test
    void anInvitationThatIsRepeatedOpensNothing() {
        House guest = near.all.get(0);
        invite(near, guest);
        String uid = abroad(near, guest).uid();
        assertThat(near.networks.answer(guest, uid, false, LEA)).isEmpty();
        near.networks.carry();
        LinkedNode.Sent invitation = near.heard.get(0);
        assertThat(invitation.step()).isEqualTo("invite");
        near.networks.answer(home.self(), "invite", invitation.json());
        assertThat(abroad(near, guest).state()).isEqualTo(State.DECLINED);
        assertThatThrownBy(() -> near.networks.answer(far.self(), "invite", invitation.json()))
                .hasMessageContaining("network-message");
        assertThatThrownBy(() -> far.networks.answer(home.self(), "invite", invitation.json()))
                .as("to another reader")
                .hasMessageContaining("network-message");
        assertThat(near.pooling.abroad().of(guest.id())).hasSize(1);
        assertThat(home.pooling
                        .networks()
                        .network(founder.id(), slug)
                        .orElseThrow()
                        .guests())
                .isEmpty();
        LinkedNode.Sent no = home.heard.stream()
                .filter(one -> one.step().equals("say"))
                .findFirst()
                .orElseThrow();
        home.networks.answer(near.self(), "say", no.json()); // a no that comes twice is a no
        assertThat(codes(near.networks.answer(guest, uid, true, LEA))).containsExactly("network-not-invited");
    }

    @Test
    void whoAVoteExcludesIsCountedNoMoreAndIsAnsweredNoMore() {
        signedByAll();
        for (House house : near.all) {
            propose(Kind.MEMBER, Matter.guest(house.slug(), near.self(), true));
        }
        assertThatThrownBy(() -> near.together.ask(LEA, near.all.get(0).id(), SEASON))
                .as("before it knows")
                .hasMessageContaining("too-few-nodes")
                .hasMessageContaining("use-not-signed");
        near.networks.carry();
        assertThat(abroad(near, near.all.get(0)).state()).isEqualTo(State.EXCLUDED);
        assertThatThrownBy(this::ask).hasMessageContaining("too-few-nodes");
        near.all.forEach(house -> assertThat(near.audit.left(house.id(), 5)).isEmpty());
    }

    @Test
    void aHouseInANetworkIsNotCountedForWhoJoinedWithoutOne() {
        signedByAll();
        House alone = home.house("alone", 0.5);
        List.of(home, near, far)
                .forEach(node -> node.all.forEach(house -> node.doors.join(house.id(), PooledGate.PURPOSE, LEA)));
        assertThatThrownBy(() -> home.together.ask(LEA, alone.id(), SEASON))
                .hasMessageContaining("too-few-nodes")
                .hasMessageContaining("agreement-needed");
    }

    @Test
    void nobodyAsksInTheNameOfAHouseOfAnotherNode() {
        signedByAll();
        String question = far.self() + " 1 " + atHome().uid();
        String asked = """
                {"question":"%s","asker":"%s","members":["x","y","z"],"season":2025,"month":"2026-03","simulated":false,
                 "currency":"EUR","agreement":"%s","taker":"%s","figures":[{"indicator":"occupancy","version":1,"unit":"ratio"}]}
                """;
        assertThat(near.together.answer(
                        far.self(), "willing", asked.formatted(question, far.self(), atHome().uid(), "d")))
                .contains("\"willing\":true");
        assertThat(near.together.answer(
                        far.self(), "willing", asked.formatted(question, far.self(), atHome().uid(), "c")))
                .contains("use-not-signed");
        assertThat(near.together.answer(
                        far.self(), "willing", asked.formatted(question, far.self(), atHome().uid(), "b")))
                .contains("use-not-signed");
        assertThatThrownBy(() -> near.together.answer(
                        far.self(), "willing", asked.formatted(far.self() + " 1", far.self(), atHome().uid(), "d")))
                .as("a question that is not bound to its agreement")
                .hasMessageContaining("question-malformed");
    }

    @Test
    void garbageIsRefusedAndNothingElse() {
        for (String garbage : List.of("", "null", "{}", "[]", "no json", "{\"body\":\"{}\",\"signature\":\"AAAA\"}")) {
            for (String step : List.of("invite", "say", "sign", "look", "nothing")) {
                assertThatThrownBy(() -> home.networks.answer(near.self(), step, garbage))
                        .isInstanceOf(NetworkRefused.class);
            }
        }
    }

    @Test
    void theHomeThatIsAwayIsToldOfAYesWhenItIsBack() {
        House guest = near.all.get(0);
        invite(near, guest);
        near.away.add(home);
        accept(near, guest);
        assertThat(abroad(near, guest).state()).isEqualTo(State.ACCEPTED);
        assertThat(home.pooling.networks().proposals(founder.id(), slug)).isEmpty();
        clock.advance(Duration.ofDays(2));
        near.away.clear();
        near.networks.carry();
        assertThat(home.pooling.networks().proposals(founder.id(), slug)).hasSize(1);
    }
}
