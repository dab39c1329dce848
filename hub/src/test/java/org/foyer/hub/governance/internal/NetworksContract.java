package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.governance.internal.PooledHouses.DAY;
import static org.foyer.hub.governance.internal.PooledHouses.LEA;
import static org.foyer.hub.governance.internal.PooledHouses.TOM;
import static org.foyer.hub.governance.internal.PooledHouses.id;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Networks.Founding;
import org.foyer.hub.governance.Networks.Wish;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Proposal.Outcome;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deciding together must do on every register. */
abstract class NetworksContract {

    @TempDir
    Path kept;

    private PooledHouses pooled;
    private Networks networks;

    abstract Register register();

    @BeforeEach
    void sixHouses() {
        pooled = new PooledHouses(register(), kept, 6);
        networks = pooled.networks;
    }

    private static List<String> codes(Done done) {
        return done.faults().stream().map(Fault::code).toList();
    }

    private Proposal proposal(String slug, long id) {
        return networks.proposal(pooled.house(0).id(), slug, id).orElseThrow();
    }

    private Network network(String slug) {
        return networks.network(pooled.house(0).id(), slug).orElseThrow();
    }

    @Test
    void everyFormHasARuleForEveryKindAndAnOrganForEveryRule() {
        assertThat(networks.forms())
                .extracting(NetworkForm::id)
                .containsExactly("association", "co-operative", "trust", "processor");
        assertThat(networks.forms()).allSatisfy(form -> {
            for (Kind kind : Kind.values()) {
                assertThat(form.organ(form.rule(kind).organ()))
                        .as(form.id() + " " + kind)
                        .isPresent();
            }
            assertThat(form.organs()).filteredOn(NetworkForm.Organ::elected).allMatch(organ -> organ.seatsMax() > 0);
        });
    }

    @Test
    void aHouseComesInByInvitationAndVote() {
        String slug = String.valueOf(
                networks.found(pooled.house(0), new Founding("Scènes d’Ouest", "Comparer", "co-operative", null), LEA)
                        .network());
        assertThat(slug).isEqualTo("scenes-d-ouest");
        assertThat(networks.of(pooled.house(1).id())).isEmpty();
        assertThat(codes(networks.join(pooled.house(1), slug, LEA))).containsExactly("network-unknown");
        networks.invite(pooled.house(0), slug, "house-1", null, LEA);
        assertThat(networks.of(pooled.house(1).id())).hasSize(1);
        assertThat(networks.proposals(pooled.house(1).id(), slug)).isEmpty();
        assertThat(codes(networks.invite(pooled.house(0), slug, "house-1", null, LEA)))
                .containsExactly("network-guest-here");
        long proposal = id(networks.join(pooled.house(1), slug, TOM));
        assertThat(codes(networks.join(pooled.house(1), slug, TOM))).containsExactly("network-not-invited");
        assertThat(codes(networks.vote(pooled.house(1), slug, proposal, Choice.YES, TOM)))
                .containsExactly("network-not-member");
        networks.vote(pooled.house(0), slug, proposal, Choice.YES, LEA);
        networks.close(pooled.house(0), slug, proposal, LEA);
        assertThat(network(slug).members()).extracting(Network.Member::slug).containsExactly("house-0", "house-1");
        assertThat(network(slug).invited()).isEmpty();
        assertThat(pooled.audit.lines(null, 0, 20))
                .extracting(Audit.Line::action)
                .containsExactly(
                        "proposal-ended", "proposal-voted", "proposal-opened", "network-invited", "network-founded");
        assertThat(pooled.audit.intact()).isTrue();
    }

    @Test
    void whoIsRefusedDoesNotComeInAndMayBeInvitedAgain() {
        String slug = pooled.cooperative(2);
        networks.invite(pooled.house(0), slug, "house-2", null, LEA);
        long proposal = id(networks.join(pooled.house(2), slug, LEA));
        networks.vote(pooled.house(0), slug, proposal, Choice.NO, LEA);
        pooled.clock.advance(DAY.multipliedBy(14));
        assertThat(proposal(slug, proposal).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(network(slug).members()).hasSize(2);
        assertThat(codes(networks.invite(pooled.house(1), slug, "house-2", null, LEA)))
                .isEmpty();
    }

    @Test
    void twoAccountsOfAHouseHaveOneVoteAndTheSecondCounts() {
        String slug = pooled.cooperative(3);
        long proposal = pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        networks.vote(pooled.house(1), slug, proposal, Choice.YES, LEA);
        networks.vote(pooled.house(1), slug, proposal, Choice.NO, TOM);
        assertThat(proposal(slug, proposal).tally())
                .extracting("yes", "no", "voted", "seats")
                .containsExactly(0L, 1L, 1, 3);
        assertThat(pooled.audit.lines(pooled.house(1).id(), 0, 2))
                .extracting(Audit.Line::detail)
                .allMatch(detail -> detail.startsWith("network " + slug));
    }

    @Test
    void nobodyVotesFromTheMomentOfTheCloseOn() {
        String slug = pooled.cooperative(3);
        long proposal = pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        networks.vote(pooled.house(0), slug, proposal, Choice.YES, LEA);
        networks.vote(pooled.house(1), slug, proposal, Choice.YES, LEA);
        pooled.clock.advance(DAY.multipliedBy(7).minusMillis(1));
        assertThat(codes(networks.vote(pooled.house(2), slug, proposal, Choice.ABSTAIN, LEA)))
                .isEmpty();
        pooled.clock.advance(java.time.Duration.ofMillis(1));
        assertThat(codes(networks.vote(pooled.house(2), slug, proposal, Choice.NO, LEA)))
                .containsExactly("proposal-ended");
        Proposal ended = proposal(slug, proposal);
        assertThat(ended.outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(ended.ballot().choiceOf("house-2")).contains(Choice.ABSTAIN);
    }

    @Test
    void whatIsAdoptedCountsFromTheCloseWhoeverLooksWhenever() {
        String slug = pooled.cooperative(2);
        long proposal = pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        Instant closes = proposal(slug, proposal).closesAt();
        networks.vote(pooled.house(0), slug, proposal, Choice.YES, LEA);
        networks.vote(pooled.house(1), slug, proposal, Choice.YES, LEA);
        assertThat(network(slug).decisions()).isEmpty();
        pooled.clock.advance(DAY.multipliedBy(100));
        Network.Decision decision =
                network(slug).decision(Kind.PURPOSE, "comparison").orElseThrow();
        assertThat(decision.since()).isEqualTo(closes);
        assertThat(decision.version()).isEqualTo(1);
        assertThat(proposal(slug, proposal).closedAt()).isEqualTo(closes);
    }

    @Test
    void aLeaverHasNoVoteAndTheQuorumIsOneOfTheOthers() {
        String slug = pooled.cooperative(4);
        long proposal = pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        networks.vote(pooled.house(2), slug, proposal, Choice.NO, LEA);
        networks.vote(pooled.house(3), slug, proposal, Choice.NO, LEA);
        networks.leave(pooled.house(2), slug, LEA);
        networks.leave(pooled.house(3), slug, LEA);
        assertThat(codes(networks.vote(pooled.house(3), slug, proposal, Choice.NO, LEA)))
                .containsExactly("network-unknown");
        networks.vote(pooled.house(0), slug, proposal, Choice.YES, LEA);
        assertThat(proposal(slug, proposal).tally())
                .extracting("yes", "no", "seats", "quorate")
                .containsExactly(1L, 0L, 2, true);
        networks.vote(pooled.house(1), slug, proposal, Choice.YES, LEA);
        networks.close(pooled.house(1), slug, proposal, LEA);
        assertThat(proposal(slug, proposal).outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(networks.of(pooled.house(3).id())).isEmpty();
    }

    @Test
    void whoComesInLaterHasNoVoteInWhatWasOpen() {
        String slug = pooled.cooperative(2);
        long open = pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        networks.invite(pooled.house(0), slug, "house-2", null, LEA);
        long entry = id(networks.join(pooled.house(2), slug, LEA));
        pooled.adopt(slug, entry);
        assertThat(network(slug).members()).hasSize(3);
        assertThat(codes(networks.vote(pooled.house(2), slug, open, Choice.NO, LEA)))
                .containsExactly("proposal-no-seat");
    }

    @Test
    void aConflictTakesTheSeatOutOfTheCount() {
        String slug = pooled.cooperative(3);
        long proposal = pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        networks.vote(pooled.house(2), slug, proposal, Choice.NO, LEA);
        assertThat(codes(networks.declareConflict(pooled.house(2), slug, proposal, " ", LEA)))
                .containsExactly("network-text");
        networks.declareConflict(pooled.house(2), slug, proposal, "Notre régie vend l’outil", LEA);
        assertThat(codes(networks.vote(pooled.house(2), slug, proposal, Choice.NO, LEA)))
                .containsExactly("proposal-seat-struck");
        networks.vote(pooled.house(0), slug, proposal, Choice.YES, LEA);
        Proposal open = proposal(slug, proposal);
        assertThat(open.tally()).extracting("yes", "no", "seats", "quorate").containsExactly(1L, 0L, 2, true);
        assertThat(open.ballot().seats())
                .filteredOn(seat -> seat.struck() != null)
                .singleElement()
                .satisfies(seat -> {
                    assertThat(seat.house()).isEqualTo("house-2");
                    assertThat(seat.why()).isEqualTo("Notre régie vend l’outil");
                });
    }

    @Test
    void aCommitteeDecidesAloneAndItsSeatsAreGivenByVote() {
        String slug = pooled.cooperative(3);
        long seat = pooled.propose(slug, 1, Kind.SEAT, Matter.seat("house-1", "data-committee", false));
        assertThat(codes(networks.propose(
                        pooled.house(0),
                        slug,
                        new Wish(Kind.SEAT, "T", "R", Matter.seat("house-9", "assembly", false), 7),
                        LEA)))
                .containsExactly("seat-organ", "seat-house");
        pooled.adopt(slug, seat);
        assertThat(network(slug).members().get(1).seats()).containsExactly("data-committee");
        long definition = pooled.propose(slug, 2, Kind.DEFINITION, Matter.decision("occupancy", "1"));
        assertThat(codes(networks.vote(pooled.house(2), slug, definition, Choice.NO, LEA)))
                .containsExactly("proposal-no-seat");
        networks.vote(pooled.house(0), slug, definition, Choice.YES, LEA);
        networks.vote(pooled.house(1), slug, definition, Choice.YES, LEA);
        networks.close(pooled.house(2), slug, definition, LEA);
        // whoever closes needs a seat; it ends by the clock all the same
        pooled.clock.advance(DAY.multipliedBy(7));
        assertThat(networks.definitions(pooled.house(2).id())).singleElement().satisfies(one -> {
            assertThat(one.network()).isEqualTo("Scènes d’Ouest");
            assertThat(one.decision().value()).isEqualTo("1");
        });
        long gone = pooled.propose(slug, 1, Kind.SEAT, Matter.seat("house-1", "data-committee", true));
        pooled.adopt(slug, gone);
        assertThat(network(slug).members().get(1).seats()).isEmpty();
    }

    @Test
    void aThresholdIsOnlyEverStricterThanTheFloor() {
        String slug = pooled.cooperative(2);
        for (String value : List.of("5", "0", "-7", "x", "501")) {
            assertThat(codes(networks.propose(
                            pooled.house(0),
                            slug,
                            new Wish(Kind.THRESHOLD, "T", "R", Matter.decision("houses", value), 7),
                            LEA)))
                    .as(value)
                    .containsExactly("threshold-below-floor");
        }
        List<org.foyer.hub.model.HouseId> houses =
                List.of(pooled.house(0).id(), pooled.house(5).id());
        assertThat(networks.least(houses, Threshold.HOUSES)).isEqualTo(6);
        pooled.adopt(slug, pooled.propose(slug, 0, Kind.THRESHOLD, Matter.decision("houses", "9")));
        assertThat(networks.least(houses, Threshold.HOUSES)).isEqualTo(9);
        assertThat(networks.least(List.of(pooled.house(5).id()), Threshold.HOUSES))
                .isEqualTo(6);
        pooled.register.write(handle -> handle.execute("update network_decision set value = '2'"));
        assertThat(networks.least(houses, Threshold.HOUSES)).isEqualTo(6);
    }

    @Test
    void minutesTellWhatTheAuditHoldsUntilSomebodyChangesARow() {
        String slug = pooled.cooperative(3);
        long proposal = pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        pooled.adopt(slug, proposal);
        Proposal ended = proposal(slug, proposal);
        assertThat(ended.minutes()).isNotNull();
        assertThat(ended.minutes().agrees()).isTrue();
        assertThat(pooled.audit.lines(null, 0, 1).get(0).detail())
                .endsWith(ended.minutes().hash());
        pooled.register.write(handle -> handle.execute("update proposal_vote set choice = 'no' where house = 2"));
        assertThat(proposal(slug, proposal).minutes().agrees()).isFalse();
        pooled.register.write(handle -> handle.execute("update proposal_vote set choice = 'yes' where house = 2"));
        assertThat(proposal(slug, proposal).minutes().agrees()).isTrue();
        pooled.register.write(handle -> handle.execute("update proposal set reason = 'autre'"));
        assertThat(proposal(slug, proposal).minutes().agrees()).isFalse();
    }

    @Test
    void onlyWhoOpenedAProposalTakesItBackAndNobodyClosesEarly() {
        String slug = pooled.cooperative(3);
        long proposal = pooled.propose(slug, 1, Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        assertThat(codes(networks.close(pooled.house(0), slug, proposal, LEA)))
                .containsExactly("proposal-not-all-voted");
        assertThat(codes(networks.withdraw(pooled.house(0), slug, proposal, LEA)))
                .containsExactly("proposal-not-yours");
        assertThat(codes(networks.withdraw(pooled.house(1), slug, proposal, LEA)))
                .isEmpty();
        assertThat(proposal(slug, proposal).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(proposal(slug, proposal).minutes().agrees()).isTrue();
        assertThat(codes(networks.withdraw(pooled.house(1), slug, proposal, LEA)))
                .containsExactly("proposal-ended");
        assertThat(network(slug).decisions()).isEmpty();
    }

    @Test
    void collegesOfAFoundationWeighAlike() {
        String slug = String.valueOf(
                networks.found(pooled.house(0), new Founding("Fondation", "But", "association", "venues"), LEA)
                        .network());
        assertThat(codes(networks.invite(pooled.house(0), slug, "house-1", "cinemas", LEA)))
                .containsExactly("network-college");
        for (int i = 1; i < 4; i++) {
            networks.invite(pooled.house(0), slug, "house-" + i, i == 3 ? "producers" : "venues", LEA);
            pooled.adopt(slug, id(networks.join(pooled.house(i), slug, LEA)));
        }
        long proposal = pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        for (int i = 0; i < 3; i++) {
            networks.vote(pooled.house(i), slug, proposal, Choice.YES, LEA);
        }
        networks.vote(pooled.house(3), slug, proposal, Choice.NO, LEA);
        assertThat(proposal(slug, proposal)
                        .tally()
                        .percent(proposal(slug, proposal).tally().yes()))
                .isEqualTo(50);
        networks.close(pooled.house(0), slug, proposal, LEA);
        assertThat(proposal(slug, proposal).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(codes(networks.found(pooled.house(0), new Founding(null, " ", "club", null), LEA)))
                .containsExactly("network-text", "network-text", "network-form-unknown");
        String slug = pooled.cooperative(1);
        assertThat(codes(networks.propose(
                        pooled.house(0), slug, new Wish(Kind.MEMBER, null, null, Matter.member("house-3"), 999), LEA)))
                .containsExactly("network-text", "network-text", "proposal-days", "proposal-kind");
        assertThat(codes(networks.propose(
                        pooled.house(0), slug, new Wish(Kind.AGREEMENT, "T", "R", Matter.agreement(7, 1), null), LEA)))
                .containsExactly("proposal-agreement");
    }
}
