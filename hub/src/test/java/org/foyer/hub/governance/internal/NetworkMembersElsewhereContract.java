package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.governance.internal.PooledHouses.DAY;
import static org.foyer.hub.governance.internal.PooledHouses.LEA;
import static org.foyer.hub.governance.internal.PooledHouses.id;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Ballot;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Wish;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Proposal.Outcome;
import org.foyer.hub.governance.internal.abroad.NetworkWords;
import org.foyer.hub.governance.internal.agreements.Signing;
import org.foyer.hub.governance.internal.agreements.SigningKeys;
import org.foyer.hub.governance.internal.networks.RegisterGuests;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members of other nodes may do, on every register of a home. */
abstract class NetworkMembersElsewhereContract {

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

    private Proposal proposal(String slug, long id) {
        return networks.proposal(pooled.house(0).id(), slug, id).orElseThrow();
    }

    private Network network(String slug) {
        return networks.network(pooled.house(0).id(), slug).orElseThrow();
    }

    private static final NetworkGuests.Who WHO =
            new NetworkGuests.Who("urn:foyer:node:there", "https://there.example", "la-bas");
    private static final String SEAT = WHO.house() + "@" + WHO.node();

    /** A member of another node, and the key with which it signs. */
    private record Elsewhere(RegisterGuests guests, String slug, String uid, String key) {

        String iri() {
            return WHO.base() + "/id/house/" + WHO.house();
        }

        List<Networks.Fault> says(long number, String choice, @Nullable String why, long at) {
            NetworkGuests.Voted bare = new NetworkGuests.Voted(uid, number, choice, why, at, "");
            String jws = Signing.sign(NetworkWords.vote(bare, slug, iri()), key);
            return guests.vote(WHO.node(), new NetworkGuests.Voted(uid, number, choice, why, at, jws));
        }

        List<Networks.Fault> proposes(Wish wish) {
            String named = UUID.randomUUID().toString();
            String json = NetworkWords.write(wish);
            NetworkGuests.Proposed bare = new NetworkGuests.Proposed(uid, named, json, "");
            String jws = Signing.sign(NetworkWords.proposal(bare, slug, iri()), key);
            return guests.propose(WHO.node(), new NetworkGuests.Proposed(uid, named, json, jws));
        }
    }

    private Elsewhere elsewhere(String slug) {
        RegisterGuests guests = new RegisterGuests(pooled.register, pooled.clock, pooled.audit);
        SigningKeys.Pair keys = pooled.register.write(handle ->
                new SigningKeys(pooled.secrets, pooled.audit).of(handle, pooled.house(5), LEA, pooled.clock.millis()));
        assertThat(guests.invite(pooled.house(0), slug, WHO, null, LEA).faults())
                .isEmpty();
        String uid = network(slug).guests().get(0).uid();
        pooled.register.write(handle -> handle.execute(
                "update network_guest set state = 'member', public_key = ? where uid = ?", keys.publicKey(), uid));
        return new Elsewhere(guests, slug, uid, keys.privateKey());
    }

    @Test
    void aHouseOfAnotherNodeIsElectedProposesAndDeclaresAConflict() {
        String slug = pooled.cooperative(1);
        Elsewhere there = elsewhere(slug);
        long election = id(networks.propose(
                pooled.house(0),
                slug,
                new Wish(
                        Kind.SEAT,
                        "Au comité",
                        "B",
                        Matter.guestSeat(String.valueOf(WHO.house()), WHO.node(), "data-committee", false),
                        3),
                LEA));
        assertThat(there.says(election, "yes", null, 1)).isEmpty();
        networks.vote(pooled.house(0), slug, election, Choice.YES, LEA);
        pooled.clock.advance(DAY.multipliedBy(3));
        assertThat(proposal(slug, election).outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(network(slug).guests().get(0).seats()).containsExactly("data-committee");

        Matter more = new Matter("x".repeat(10_000), "board", true, "occupancy", "1", 7L, 1, "urn:nobody");
        assertThat(there.proposes(new Wish(Kind.DEFINITION, "Version", "B", more, 3)))
                .isEmpty();
        assertThat(there.proposes(new Wish(Kind.DEFINITION, null, "B", Matter.decision("occupancy", "0"), 999)))
                .extracting(Networks.Fault::code)
                .containsExactly("network-text", "proposal-days", "proposal-definition");
        Proposal proposed = networks.proposals(pooled.house(0).id(), slug).get(0);
        assertThat(proposed.matter()).isEqualTo(Matter.decision("occupancy", "1"));
        assertThat(proposed.house()).isEqualTo(SEAT);
        assertThat(proposed.ballot().seats()).extracting(Ballot.Seat::house).containsExactlyInAnyOrder("house-0", SEAT);
        assertThat(there.says(proposed.id(), NetworkGuests.CONFLICT, "Elle y gagne", 2))
                .isEmpty();
        assertThat(there.says(proposed.id(), "yes", null, 3))
                .extracting(Networks.Fault::code)
                .containsExactly("proposal-no-seat");
        NetworkAbroad.Vote told = there.guests()
                .tell(WHO.node(), there.uid())
                .orElseThrow()
                .votes()
                .get(0);
        assertThat(told.conflict()).isEqualTo("Elle y gagne");
        assertThat(told.key()).isNotNull();
        assertThat(there.says(proposed.id(), NetworkGuests.WITHDRAWN, null, 4)).isEmpty();
        assertThat(proposal(slug, proposed.id()).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(proposal(slug, proposed.id()).minutes().agrees()).isTrue();
    }

    @Test
    void aHouseOfAnotherNodeVotesWithItsKey() {
        String slug = pooled.cooperative(2);
        Elsewhere there = elsewhere(slug);
        RegisterGuests guests = there.guests();
        String uid = there.uid();
        long number = id(networks.propose(
                pooled.house(0), slug, new Wish(Kind.PURPOSE, "A", "B", Matter.decision("a", "A"), 3), LEA));
        assertThat(guests.tell(WHO.node(), uid).orElseThrow().votes())
                .singleElement()
                .satisfies(vote -> assertThat(vote.number()).isEqualTo(number));
        for (String choice : List.of("no", "yes")) {
            assertThat(there.says(number, choice, null, choice.equals("no") ? 1 : 2))
                    .isEmpty();
        }
        networks.vote(pooled.house(0), slug, number, Choice.NO, LEA);
        assertThat(proposal(slug, number).ballot().choiceOf("la-bas@urn:foyer:node:there"))
                .contains(Choice.YES);
        assertThat(guests.tell(WHO.node(), uid).orElseThrow().votes().get(0).choice())
                .isEqualTo(Choice.YES);
        pooled.clock.advance(DAY.multipliedBy(3));
        assertThat(proposal(slug, number).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(proposal(slug, number).minutes().agrees()).isTrue();
        assertThat(pooled.audit.lines(null, 0, 20))
                .extracting(Audit.Line::detail)
                .contains(
                        "network %s, proposal %d, yes, by la-bas of node urn:foyer:node:there".formatted(slug, number));
    }
}
