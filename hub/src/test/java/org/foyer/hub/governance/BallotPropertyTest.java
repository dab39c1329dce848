package org.foyer.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Ballot.Seat;
import org.foyer.hub.governance.Ballot.Vote;
import org.foyer.hub.governance.NetworkForm.College;
import org.foyer.hub.governance.NetworkForm.Rule;
import org.foyer.hub.governance.NetworkForm.Share;
import org.foyer.hub.governance.Proposal.Outcome;
import org.foyer.hub.governance.Purpose.Text;

/** What must hold of every vote, however many seats there are and whatever they say. */
class BallotPropertyTest {

    private static final Rule HALF = new Rule("assembly", Share.of("1/2"), Share.of("1/2"), true, false);
    private static final List<College> COLLEGES = List.of(
            new College("venues", new Text("Lieux", "Venues"), 1), new College("producers", new Text("P", "P"), 1));

    /** A ballot made of what each seat is and says: 0 nothing, 1 yes, 2 no, 3 abstains; from 4 on struck. */
    private static Ballot ballot(Rule rule, List<College> colleges, List<Integer> said) {
        List<Seat> seats = new ArrayList<>();
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            String house = "house-" + i;
            String college = colleges.isEmpty()
                    ? null
                    : colleges.get(i % colleges.size()).id();
            seats.add(new Seat(house, college, said.get(i) >= 4 ? "conflict" : null, null));
            if (said.get(i) % 4 != 0) {
                votes.add(new Vote(house, Choice.values()[said.get(i) % 4 - 1]));
            }
        }
        return new Ballot(rule, colleges, seats, votes);
    }

    @Provide
    Arbitrary<List<Integer>> said() {
        return Arbitraries.integers().between(0, 7).list().ofMinSize(0).ofMaxSize(40);
    }

    @Provide
    Arbitrary<Rule> rules() {
        Arbitrary<Share> shares =
                Arbitraries.of("1/3", "1/2", "2/3", "1/1", "0/1").map(Share::of);
        return Arbitraries.of(true, false)
                .flatMap(more -> Arbitraries.of(true, false)
                        .flatMap(ofSeats -> shares.flatMap(quorum ->
                                shares.map(majority -> new Rule("assembly", quorum, majority, more, ofSeats)))));
    }

    @Property
    void theOrderOfVotesAndSeatsChangesNothing(
            @ForAll("said") List<Integer> said, @ForAll("rules") Rule rule, @ForAll long seed) {
        for (List<College> colleges : List.of(List.<College>of(), COLLEGES)) {
            Ballot ballot = ballot(rule, colleges, said);
            List<Seat> seats = new ArrayList<>(ballot.seats());
            List<Vote> votes = new ArrayList<>(ballot.votes());
            Collections.shuffle(seats, new Random(seed));
            Collections.shuffle(votes, new Random(seed + 1));
            Ballot shuffled = new Ballot(rule, colleges, seats, votes);
            assertThat(shuffled).isEqualTo(ballot);
            assertThat(shuffled.tally()).isEqualTo(ballot.tally());
        }
    }

    /** Counted again in the simplest way, for one seat one vote. */
    @Property
    void oneSeatHasOneVote(@ForAll("said") List<Integer> said, @ForAll("rules") Rule rule) {
        Tally tally = ballot(rule, List.of(), said).tally();
        long yes = said.stream().filter(one -> one == 1).count();
        long no = said.stream().filter(one -> one == 2).count();
        long abstain = said.stream().filter(one -> one == 3).count();
        long seats = said.stream().filter(one -> one < 4).count();
        assertThat(tally.yes()).isEqualTo(yes);
        assertThat(tally.no()).isEqualTo(no);
        assertThat(tally.abstain()).isEqualTo(abstain);
        assertThat(tally.whole()).isEqualTo(seats);
        assertThat((long) tally.voted()).isEqualTo(yes + no + abstain).isLessThanOrEqualTo(seats);
        double quorum = (double) rule.quorum().part() / rule.quorum().whole();
        assertThat(tally.quorate()).isEqualTo(seats > 0 && yes + no + abstain >= quorum * seats - 1e-9);
    }

    @Property
    void aStruckSeatMightAsWellNotBeThere(@ForAll("said") List<Integer> said, @ForAll("rules") Rule rule) {
        for (List<College> colleges : List.of(List.<College>of(), COLLEGES)) {
            Ballot ballot = ballot(rule, colleges, said);
            List<Seat> left = ballot.seats().stream()
                    .filter(seat -> seat.struck() == null)
                    .toList();
            List<Vote> votes = ballot.votes().stream()
                    .filter(vote -> left.stream().anyMatch(seat -> seat.house().equals(vote.house())))
                    .toList();
            assertThat(ballot.tally()).isEqualTo(new Ballot(rule, colleges, left, votes).tally());
        }
    }

    @Property
    void oneMoreYesNeverLosesWhatWasWon(@ForAll("said") List<Integer> said, @ForAll("rules") Rule rule) {
        for (List<College> colleges : List.of(List.<College>of(), COLLEGES)) {
            boolean won = ballot(rule, colleges, said).tally().outcome() == Outcome.ADOPTED;
            for (int i = 0; won && i < said.size(); i++) {
                if (said.get(i) < 4) {
                    List<Integer> more = new ArrayList<>(said);
                    more.set(i, 1);
                    assertThat(ballot(rule, colleges, more).tally().outcome()).isEqualTo(Outcome.ADOPTED);
                }
            }
        }
    }

    @Example
    void collegesWeighAlikeHoweverManyTheyAre() {
        // venues: three say yes; producers: two say no. By heads it would be carried.
        Tally tally = ballot(HALF, COLLEGES, List.of(1, 2, 1, 2, 1)).tally();
        assertThat(tally.yes()).isEqualTo(tally.no());
        assertThat(tally.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(ballot(HALF, List.of(), List.of(1, 2, 1, 2, 1)).tally().outcome())
                .isEqualTo(Outcome.ADOPTED);
    }

    @Example
    void quorumAndMajorityAtTheirEdges() {
        assertThat(ballot(HALF, List.of(), List.of(1, 0, 0, 3)).tally().outcome())
                .isEqualTo(Outcome.ADOPTED);
        assertThat(ballot(HALF, List.of(), List.of(1, 0, 0)).tally().outcome()).isEqualTo(Outcome.NO_QUORUM);
        assertThat(ballot(HALF, List.of(), List.of(1, 2)).tally().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(ballot(HALF, List.of(), List.of(3, 3)).tally().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(ballot(HALF, List.of(), List.of()).tally().outcome()).isEqualTo(Outcome.NO_QUORUM);
        Rule thirds = new Rule("board", Share.of("1/2"), Share.of("2/3"), false, true);
        assertThat(ballot(thirds, List.of(), List.of(1, 1, 2)).tally().outcome())
                .isEqualTo(Outcome.ADOPTED);
        assertThat(ballot(thirds, List.of(), List.of(1, 1, 0, 0)).tally().outcome())
                .isEqualTo(Outcome.REJECTED);
    }

    @Example
    void aSecondVoteOfASeatIsNoBallot() {
        Assertions.assertThatThrownBy(() -> new Ballot(
                        HALF,
                        List.of(),
                        List.of(new Seat("a", null, null, null)),
                        List.of(new Vote("a", Choice.YES), new Vote("a", Choice.YES))))
                .isInstanceOf(IllegalArgumentException.class);
        Assertions.assertThatThrownBy(() -> new Ballot(HALF, List.of(), List.of(), List.of(new Vote("a", Choice.YES))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
