package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.foyer.hub.exchange.internal.MessageBodies;
import org.foyer.hub.governance.Ballot;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.Sent;
import org.foyer.hub.governance.NetworkErrands;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.NetworkGuests.Proposed;
import org.foyer.hub.governance.NetworkGuests.Voted;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.NetworksAbroad;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Proposal.Outcome;
import org.junit.jupiter.api.Test;

/** What a member of another node decides beside voting: it is elected, declares a conflict of interest, proposes and takes back. */
class DecidingOverNodesTest extends MemberElsewhere {

    private static final Matter PURPOSE = Matter.decision("study", "Étudier");

    private String uid() {
        return abroad(near, guest).uid();
    }

    private List<Fault> proposes(Kind kind, Matter matter) {
        return near.networks.propose(guest, uid(), new Networks.Wish(kind, "De là-bas", "Parce que", matter, 7), LEA);
    }

    private Proposed sent() {
        return near.pooling.errands().waiting().stream()
                .filter(one -> one.step().equals(NetworkErrands.PROPOSE))
                .map(one -> MessageBodies.read(one.body(), Proposed.class).orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private Proposal newest() {
        return home.pooling.networks().proposals(founder.id(), slug).get(0);
    }

    private Network.Guest asGuest() {
        return home.pooling.networks().network(founder.id(), slug).orElseThrow().guests().stream()
                .filter(one -> one.key().equals(seat()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> seatsSeen() {
        return abroad(near, guest).members().stream()
                .filter(one -> one.key().equals(seat()))
                .map(NetworkAbroad.Member::seats)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aConflictOfInterestIsDeclaredOnceAndTheQuorumIsOneOfTheOthers() {
        long number = open(Kind.PURPOSE, PURPOSE);
        says(number, Choice.NO);
        assertThat(codes(near.networks.declareConflict(guest, uid(), number, " ", LEA)))
                .containsExactly("network-text");
        assertThat(near.networks.declareConflict(guest, uid(), number, "Elle y gagne", LEA))
                .isEmpty();
        Voted declared = MessageBodies.read(
                        near.pooling.errands().waiting().get(1).body(), Voted.class)
                .orElseThrow();
        near.networks.carry();
        assertThat(atHome(number).ballot().seats())
                .filteredOn(one -> one.house().equals(seat()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.struck()).isEqualTo("conflict");
                    assertThat(one.why()).isEqualTo("Elle y gagne");
                });
        assertThat(atHome(number).tally().seats()).isEqualTo(2);
        assertThat(atHome(number).tally().no()).isZero();
        assertThat(seen(number).conflict()).isEqualTo("Elle y gagne");
        assertThat(codes(says(number, Choice.YES))).containsExactly("proposal-seat-struck");
        assertThat(codes(near.networks.declareConflict(guest, uid(), number, "Encore", LEA)))
                .containsExactly("proposal-seat-struck");
        Voted other = new Voted(declared.uid(), number, NetworkGuests.CONFLICT, "Autre", declared.at(), declared.jws());
        assertThat(codes(home.pooling.guests().vote(near.self(), other))).containsExactly("network-word-forged");
        homeSays(number, Choice.YES, Choice.YES);
        assertThat(close(number)).isEmpty();
        assertThat(atHome(number).outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(atHome(number).minutes().agrees()).isTrue();
    }

    @Test
    void aHouseElsewhereIsElectedVotesInItsOrganAndStandsWhenItLeaves() {
        Matter definition = Matter.decision("occupancy", "1");
        long before = open(Kind.DEFINITION, definition);
        assertThat(atHome(before).ballot().seats())
                .extracting(Ballot.Seat::house)
                .containsExactly(founder.slug());
        assertThat(abroad(near, guest).vote(before)).isEmpty();

        long election = open(Kind.SEAT, Matter.guestSeat(guest.slug(), near.self(), "data-committee", false));
        assertThat(says(election, Choice.YES))
                .as("as a candidate of the home may")
                .isEmpty();
        near.networks.carry();
        homeSays(election, Choice.YES, Choice.YES);
        assertThat(close(election)).isEmpty();
        near.networks.carry();
        assertThat(asGuest().seats()).containsExactly("data-committee");
        assertThat(seatsSeen()).containsExactly("data-committee");

        long number = open(Kind.DEFINITION, definition);
        assertThat(atHome(number).ballot().seats())
                .extracting(Ballot.Seat::house)
                .containsExactlyInAnyOrder(founder.slug(), seat());
        assertThat(says(number, Choice.YES)).isEmpty();
        near.networks.carry();
        home.pooling.networks().vote(founder, slug, number, Choice.YES, LEA);
        assertThat(close(number)).isEmpty();
        assertThat(atHome(number).outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(codes(home.pooling
                        .networks()
                        .propose(
                                founder,
                                slug,
                                new Networks.Wish(
                                        Kind.SEAT,
                                        "Encore",
                                        "Parce que",
                                        Matter.guestSeat(guest.slug(), near.self(), "data-committee", false),
                                        7),
                                LEA)
                        .faults()))
                .containsExactly("seat-taken");

        long still = open(Kind.DEFINITION, Matter.decision("occupancy", "2"));
        near.networks.leave(guest, uid(), LEA);
        near.networks.carry();
        assertThat(atHome(still).ballot().seats())
                .filteredOn(one -> one.house().equals(seat()))
                .extracting(Ballot.Seat::struck)
                .containsExactly("left");
        long empty = home.register.read(
                handle -> handle.createQuery("select count(*) from network_guest_seat where until is null")
                        .mapTo(Long.class)
                        .one());
        assertThat(empty).isZero();
    }

    @Test
    void aSeatIsTakenAgainByVote() {
        for (boolean vacate : List.of(false, true)) {
            open(Kind.SEAT, Matter.guestSeat(guest.slug(), near.self(), "board", vacate));
            adopt();
            near.networks.carry();
            assertThat(seatsSeen().isEmpty()).isEqualTo(vacate);
        }
        Networks.Wish nobody = new Networks.Wish(
                Kind.SEAT, "Personne", "Parce que", Matter.guestSeat("nobody", near.self(), "board", false), 7);
        assertThat(codes(home.pooling
                        .networks()
                        .propose(founder, slug, nobody, LEA)
                        .faults()))
                .containsExactly("seat-house");
    }

    @Test
    void whatAHouseElsewhereProposesIsVotedOnAndOpenedOnce() {
        assertThat(proposes(Kind.PURPOSE, PURPOSE)).isEmpty();
        Proposed proposed = sent();
        assertThat(abroad(near, guest).sent())
                .singleElement()
                .satisfies(one -> assertThat(one.faults()).isEmpty());
        near.networks.carry();
        assertThat(home.pooling.guests().propose(near.self(), proposed))
                .as("it comes twice")
                .isEmpty();
        assertThat(home.pooling.networks().proposals(founder.id(), slug))
                .filteredOn(one -> one.title().equals("De là-bas"))
                .hasSize(1);
        assertThat(newest().house()).isEqualTo(seat());
        assertThat(abroad(near, guest).sent()).isEmpty();
        assertThat(seen(newest().id()).key()).isEqualTo(proposed.key());
        assertThat(seen(newest().id()).matter()).isEqualTo(PURPOSE);
        adopt();
        assertThat(newest().outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(newest().minutes().agrees()).isTrue();
        near.networks.carry();
        assertThat(codes(near.networks.takeBack(guest, uid(), newest().id(), LEA)))
                .containsExactly("proposal-ended");
    }

    @Test
    void whoProposedTakesItBackAndNobodyElseDoes() {
        proposes(Kind.DEFINITION, Matter.decision("occupancy", "1"));
        near.networks.carry();
        long number = newest().id();
        assertThat(seen(number).seated())
                .as("it proposes to an organ in which it does not sit")
                .isFalse();
        assertThat(codes(says(number, Choice.YES))).containsExactly("proposal-no-seat");
        assertThat(codes(home.pooling
                        .networks()
                        .withdraw(founder, slug, number, LEA)
                        .faults()))
                .containsExactly("proposal-not-yours");
        assertThat(near.networks.takeBack(guest, uid(), number, LEA)).isEmpty();
        near.networks.carry();
        assertThat(atHome(number).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(seen(number).outcome()).isEqualTo(Outcome.WITHDRAWN);
        long ofAnother = open(Kind.PURPOSE, PURPOSE);
        assertThat(codes(near.networks.takeBack(guest, uid(), ofAnother, LEA))).containsExactly("proposal-not-yours");
    }

    @Test
    void whatTheHomeRefusesIsToldWithEveryReason() {
        assertThat(codes(proposes(Kind.AGREEMENT, Matter.agreement(1, 1)))).containsExactly("proposal-kind");
        assertThat(codes(near.networks.propose(guest, uid(), new Networks.Wish(null, " ", null, null, 999), LEA)))
                .containsExactly("network-text", "network-text", "proposal-kind");
        near.networks.propose(
                guest,
                uid(),
                new Networks.Wish(Kind.THRESHOLD, "Moins", "Parce que", Matter.decision("houses", "2"), 999),
                LEA);
        near.networks.carry();
        assertThat(abroad(near, guest).sent())
                .singleElement()
                .satisfies(one -> assertThat(one.faults())
                        .extracting(Fault::code)
                        .containsExactly("proposal-days", "threshold-below-floor"));
        assertThat(home.pooling.networks().proposals(founder.id(), slug))
                .noneMatch(one -> one.title().equals("Moins"));
        proposes(Kind.PURPOSE, PURPOSE);
        near.networks.carry();
        assertThat(abroad(near, guest).sent()).as("a new one takes its place").isEmpty();
    }

    @Test
    void whatTheNetworkDecidedHoldsOnTheNodeOfTheMemberUntilItLeaves() {
        Networks there = near.pooling.networks();
        assertThat(there.least(List.of(guest.id()), Threshold.HOUSES)).isEqualTo(Threshold.HOUSES.floor());
        open(Kind.THRESHOLD, Matter.decision("houses", "9"));
        adopt();
        open(Kind.SEAT, Matter.guestSeat(guest.slug(), near.self(), "data-committee", false));
        adopt();
        open(Kind.DEFINITION, Matter.decision("occupancy", "1"));
        adopt();
        near.networks.carry();
        assertThat(abroad(near, guest).decisions())
                .extracting(Network.Decision::kind, Network.Decision::subject, Network.Decision::value)
                .containsExactlyInAnyOrder(
                        tuple(Kind.THRESHOLD, "houses", "9"), tuple(Kind.DEFINITION, "occupancy", "1"));
        assertThat(there.least(List.of(guest.id()), Threshold.HOUSES)).isEqualTo(9);
        assertThat(there.definitions(guest.id()))
                .extracting(Networks.AdoptedDefinition::network)
                .containsExactly("Scènes d’Ouest");
        home.register.write(
                handle -> handle.execute("update network_decision set value = '100000' where kind = 'threshold'"));
        near.networks.carry();
        assertThat(there.least(List.of(guest.id()), Threshold.HOUSES))
                .as("what no network can have adopted is not believed")
                .isEqualTo(9);
        near.networks.leave(guest, uid(), LEA);
        assertThat(there.least(List.of(guest.id()), Threshold.HOUSES)).isEqualTo(Threshold.HOUSES.floor());
        assertThat(there.definitions(guest.id())).isEmpty();
    }

    @Test
    void nobodyProposesForAnotherAndNoNodeFloodsAVote() {
        proposes(Kind.PURPOSE, PURPOSE);
        Proposed own = sent();
        Proposed turned = new Proposed(own.uid(), own.key(), own.wish().replace("Étudier", "Vendre"), own.jws());
        assertThat(codes(home.pooling.guests().propose(near.self(), turned))).containsExactly("network-word-forged");
        assertThat(codes(home.pooling.guests().propose(far.self(), own))).containsExactly("network-not-member");
        for (int more = 1; more < NetworkGuests.OPEN_PROPOSALS_MAX; more++) {
            assertThat(proposes(Kind.PURPOSE, Matter.decision("p" + more, "Étudier")))
                    .isEmpty();
        }
        assertThat(codes(proposes(Kind.PURPOSE, PURPOSE))).containsExactly("proposals-too-many");
        near.networks.carry();
        proposes(Kind.PURPOSE, Matter.decision("more", "Étudier"));
        near.networks.carry();
        assertThat(abroad(near, guest).sent())
                .singleElement()
                .extracting(Sent::faults)
                .satisfies(faults -> assertThat(codes(faults)).containsExactly("proposals-too-many"));
    }

    @Test
    void thirtyVotesWithTheLongestReasonsAreTold() {
        String reason = "é".repeat(Networks.TEXT_CHARACTERS_MAX);
        for (int n = 0; n < NetworksAbroad.VOTES_MAX + 2; n++) {
            Networks.Wish wish =
                    new Networks.Wish(Kind.PURPOSE, "Titre", reason, Matter.decision("p" + n, "Étudier"), 7);
            assertThat(home.pooling.networks().propose(founder, slug, wish, LEA).faults())
                    .isEmpty();
        }
        near.networks.carry();
        List<NetworkAbroad.Vote> votes = abroad(near, guest).votes();
        assertThat(votes).hasSize(NetworksAbroad.VOTES_MAX);
        assertThat(votes.get(0).reason()).isEqualTo(reason);
        assertThat(votes.get(NetworksAbroad.VOTES_MAX - 1).reason())
                .hasSize(NetworksAbroad.REASON_CHARACTERS_TOLD)
                .endsWith("…");
    }

    @Test
    void whatAHouseSaidStaysOnItsPageWhenTheHomeDoesNotTellOfItAnyMore() {
        long number = open(Kind.PURPOSE, PURPOSE);
        says(number, Choice.NO);
        near.networks.carry();
        home.register.write(
                handle -> handle.execute("update proposal_guest set struck = 'left' where proposal = ?", number));
        near.networks.carry();
        assertThat(seen(number).choice()).isEqualTo(Choice.NO);
        clock.advance(Duration.ofDays(8));
        assertThat(seen(number).isOpen(clock.instant())).isFalse();
    }
}
