package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.foyer.hub.governance.Ballot;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkGuests.Voted;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Proposal.Outcome;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.Test;

/** A member has a vote, on whichever node it lives: here two of the home and one of another node. */
class VotesOverNodesTest extends MemberElsewhere {

    @Test
    void theVoteOfAHouseElsewhereDecidesLikeAnyOther() {
        long number = open(Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        assertThat(seen(number).title()).isEqualTo("Titre");
        assertThat(seen(number).choice()).isNull();
        assertThat(seen(number).outcome()).isNull();
        homeSays(number, Choice.YES, Choice.NO);
        assertThat(codes(close(number))).containsExactly("proposal-not-all-voted");
        assertThat(says(number, Choice.YES)).isEmpty();
        assertThat(seen(number).choice()).isEqualTo(Choice.YES);
        assertThat(abroad(near, guest).waiting()).isTrue();
        assertThat(atHome(number).ballot().choiceOf(seat())).isEmpty();
        near.networks.carry();
        assertThat(atHome(number).ballot().choiceOf(seat())).contains(Choice.YES);
        assertThat(atHome(number).tally().seats()).isEqualTo(3);
        assertThat(close(number)).isEmpty();
        assertThat(atHome(number).outcome()).as("two thirds said yes").isEqualTo(Outcome.ADOPTED);
        assertThat(atHome(number).minutes().agrees()).isTrue();
        near.networks.carry();
        assertThat(seen(number).outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(codes(says(number, Choice.NO))).containsExactly("proposal-ended");
    }

    @Test
    void theLastWordCountsUntilTheEndHoweverItArrives() {
        long number = open(Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        says(number, Choice.YES);
        Voted first = waiting();
        near.networks.carry();
        says(number, Choice.NO); // in the same moment of the clock
        Voted last = waiting();
        near.networks.carry();
        assertThat(last.at()).isGreaterThan(first.at());
        assertThat(home.pooling.guests().vote(near.self(), first))
                .as("late, or sent again")
                .isEmpty();
        assertThat(home.pooling.guests().vote(near.self(), last)).isEmpty();
        assertThat(atHome(number).ballot().choiceOf(seat())).contains(Choice.NO);
        clock.advance(Duration.ofDays(8));
        assertThat(codes(says(number, Choice.YES))).containsExactly("proposal-ended");
        assertThat(codes(home.pooling.guests().vote(near.self(), last))).containsExactly("proposal-ended");
        assertThat(atHome(number).outcome()).isEqualTo(Outcome.NO_QUORUM);
    }

    @Test
    void nobodyVotesForAnother() {
        long number = open(Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        says(number, Choice.NO);
        Voted said = waiting();
        near.networks.carry();
        Voted turned = new Voted(said.uid(), number, "yes", null, said.at() + 1, said.jws());
        assertThat(codes(home.pooling.guests().vote(near.self(), turned))).containsExactly("network-word-forged");
        Voted other = new Voted(said.uid(), number + 1, "no", null, said.at(), said.jws());
        assertThat(codes(home.pooling.guests().vote(near.self(), other))).containsExactly("network-word-forged");
        Voted nonsense = new Voted(said.uid(), number, "maybe", null, said.at() + 1, said.jws());
        assertThat(codes(home.pooling.guests().vote(near.self(), nonsense))).containsExactly("network-word-forged");
        assertThat(codes(home.pooling.guests().vote(far.self(), said))).containsExactly("network-not-member");
        assertThat(atHome(number).ballot().choiceOf(seat())).contains(Choice.NO);
        assertThat(near.networks.vote(near.all.get(1), said.uid(), number, Choice.YES, LEA))
                .extracting(Fault::code)
                .as("a house next door")
                .containsExactly("network-unknown");
    }

    @Test
    void whoLeavesIsNotCountedAndWhoComesLaterHasNoSeatInWhatWasOpen() {
        long before = open(Kind.PURPOSE, Matter.decision("study", "Étudier"));
        House late = near.all.get(1);
        invite(near, late);
        accept(near, late);
        long admission = home.pooling.networks().proposals(founder.id(), slug).stream()
                .filter(one -> one.kind() == Kind.MEMBER && one.outcome() == null)
                .findFirst()
                .orElseThrow()
                .id();
        homeSays(admission, Choice.YES, Choice.YES);
        near.networks.carry();
        says(admission, Choice.ABSTAIN);
        near.networks.carry();
        assertThat(close(admission)).isEmpty();
        near.networks.carry();
        assertThat(abroad(near, late).state()).isEqualTo(NetworkAbroad.State.MEMBER);
        assertThat(abroad(near, late).vote(before)).isEmpty();
        assertThat(codes(near.networks.vote(late, abroad(near, late).uid(), before, Choice.YES, LEA)))
                .containsExactly("proposal-unknown");
        says(before, Choice.YES);
        near.networks.carry();
        near.networks.leave(guest, abroad(near, guest).uid(), LEA);
        near.networks.carry();
        assertThat(atHome(before).ballot().seats())
                .filteredOn(seat -> seat.house().equals(seat()))
                .extracting(Ballot.Seat::struck)
                .containsExactly("left");
        assertThat(atHome(before).tally().yes()).isZero();
    }

    @Test
    void aHouseHasNoSeatInTheVoteAboutItsOwnMembership() {
        long number = open(Kind.MEMBER, Matter.guest(guest.slug(), near.self(), true));
        assertThat(atHome(number).ballot().seats())
                .extracting(Ballot.Seat::house)
                .containsExactlyInAnyOrder(founder.slug(), second.slug());
        assertThat(abroad(near, guest).vote(number)).isEmpty();
        homeSays(number, Choice.YES, Choice.YES);
        assertThat(close(number)).isEmpty();
        near.networks.carry();
        assertThat(abroad(near, guest).state()).isEqualTo(NetworkAbroad.State.EXCLUDED);
    }

    /** As after a back-up of the day before. */
    @Test
    void aHomeThatLostAVoteIsToldAgainAndAHouseThatLostItSeesWhatTheHomeHeard() {
        long number = open(Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        says(number, Choice.YES);
        near.networks.carry();
        home.register.write(handle -> handle.execute(
                "update proposal_guest set choice = null, said = null, said_at = null where proposal = ?", number));
        near.networks.carry();
        near.networks.carry();
        assertThat(atHome(number).ballot().choiceOf(seat())).contains(Choice.YES);
        assertThat(near.pooling.errands().waiting()).isEmpty();
        near.register.write(
                handle -> handle.execute("update proposal_abroad set choice = null, said = null, chosen_at = null"));
        near.networks.carry();
        assertThat(seen(number).choice()).isEqualTo(Choice.YES);
        says(number, Choice.NO);
        near.networks.carry();
        assertThat(atHome(number).ballot().choiceOf(seat())).contains(Choice.NO);
    }
}
