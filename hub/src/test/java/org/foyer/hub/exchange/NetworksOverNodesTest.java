package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.Test;

/** Houses of other nodes come in, sign, are counted together and go. */
class NetworksOverNodesTest extends ThreeNodes {

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
        Comparison asked = far.together.ask(LEA, far.all.get(0).id(), SEASON, new TreeMap<>());
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
    void whoAVoteExcludesIsCountedNoMoreAndIsAnsweredNoMore() {
        signedByAll();
        propose(Kind.MEMBER, Matter.guest(near.all.get(0).slug(), near.self(), true));
        near.away.add(home); // which hears nothing of the second, in which none of its houses sits any more
        propose(Kind.MEMBER, Matter.guest(near.all.get(1).slug(), near.self(), true));
        near.away.clear();
        assertThatThrownBy(() -> near.together.ask(LEA, near.all.get(0).id(), SEASON, new TreeMap<>()))
                .as("before it knows")
                .hasMessageContaining("too-few-nodes")
                .hasMessageContaining("use-not-signed");
        near.networks.carry();
        assertThat(abroad(near, near.all.get(0)).state()).isEqualTo(State.EXCLUDED);
        assertThatThrownBy(this::ask).hasMessageContaining("too-few-nodes");
        near.all.forEach(house -> assertThat(near.audit.left(house.id(), 5)).isEmpty());
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
