package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.foyer.hub.governance.Ballot;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Proposal.Outcome;
import org.foyer.hub.store.EmptyStores;

/** No sequence of acts gives a seat two votes, lets a leaver vote or changes what has ended. */
class NetworkActsPropertyTest {

    private static final int HOUSES = 5;

    private static Path folder;
    private static PooledHouses pooled;

    /** One register for all tries: each founds a network of its own, so that tries stay cheap. */
    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("acts-");
        pooled = new PooledHouses(EmptyStores.register(folder.resolve("register.db")), folder, HOUSES);
    }

    @AfterContainer
    static void delete() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** @param what 0–2 votes, 3 conflict, 4 leaves, 5 a day passes, 6 closes, 7 two days pass */
    record Act(int what, int house) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(
                                        12, Arbitraries.integers().between(0, 2)),
                                net.jqwik.api.Tuple.of(2, Arbitraries.just(3)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(4)),
                                net.jqwik.api.Tuple.of(2, Arbitraries.just(5)),
                                net.jqwik.api.Tuple.of(2, Arbitraries.just(6)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(7))),
                        Arbitraries.integers().between(0, HOUSES - 1))
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    @Property(tries = 25)
    void whateverHappens(@ForAll("acts") List<Act> acts) {
        String slug = pooled.cooperative(HOUSES);
        long id = pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision("comparison", "Comparer"));
        long opened = pooled.clock.millis();
        Map<String, Choice> said = new HashMap<>();
        Set<String> struck = new HashSet<>();
        Set<String> left = new HashSet<>();
        boolean open = true;
        for (Act act : acts) {
            String house = pooled.house(act.house()).slug();
            boolean inTime =
                    open && pooled.clock.millis() < opened + Duration.ofDays(7).toMillis();
            boolean may = inTime && !left.contains(house) && !struck.contains(house);
            switch (act.what()) {
                case 0, 1, 2 -> {
                    Choice choice = Choice.values()[act.what()];
                    Done done = pooled.networks.vote(pooled.house(act.house()), slug, id, choice, PooledHouses.LEA);
                    assertThat(done.faults().isEmpty()).isEqualTo(may);
                    if (may) {
                        said.put(house, choice);
                    }
                }
                case 3 -> {
                    Done done = pooled.networks.declareConflict(
                            pooled.house(act.house()), slug, id, "Un intérêt", PooledHouses.LEA);
                    assertThat(done.faults().isEmpty()).isEqualTo(may);
                    if (may) {
                        struck.add(house);
                    }
                }
                case 4 -> {
                    if (left.size() < HOUSES - 1 && act.house() > 0) { // somebody stays to look at it
                        pooled.networks.leave(pooled.house(act.house()), slug, PooledHouses.LEA);
                        if (inTime) {
                            struck.add(house);
                        }
                        left.add(house);
                    }
                }
                case 6 -> {
                    Done done = pooled.networks.close(pooled.house(0), slug, id, PooledHouses.LEA);
                    open &= !done.faults().isEmpty();
                }
                default -> pooled.clock.advance(Duration.ofDays(act.what() == 5 ? 1 : 2));
            }
            check(slug, id, said, struck);
        }
        pooled.clock.advance(Duration.ofDays(30));
        Proposal ended = check(slug, id, said, struck);
        assertThat(ended.outcome()).isEqualTo(ended.tally().outcome());
        assertThat(ended.minutes()).isNotNull();
        assertThat(ended.minutes().agrees()).isTrue();
        boolean decided = pooled.networks
                .network(pooled.house(0).id(), slug)
                .orElseThrow()
                .decision(Kind.PURPOSE, "comparison")
                .isPresent();
        assertThat(decided).isEqualTo(ended.outcome() == Outcome.ADOPTED);
    }

    /** The register holds what was said last by each seat that may, and nothing else. */
    private static Proposal check(String slug, long id, Map<String, Choice> said, Set<String> struck) {
        Proposal now = pooled.networks.proposal(pooled.house(0).id(), slug, id).orElseThrow();
        Map<String, Choice> votes = new HashMap<>();
        for (Ballot.Vote vote : now.ballot().votes()) {
            assertThat(votes.put(vote.house(), vote.choice())).isNull();
        }
        assertThat(votes).isEqualTo(said);
        Set<String> without = new HashSet<>();
        now.ballot().seats().stream().filter(seat -> seat.struck() != null).forEach(seat -> without.add(seat.house()));
        assertThat(without).isEqualTo(struck);
        assertThat(now.tally().voted()).isEqualTo((int)
                said.keySet().stream().filter(one -> !struck.contains(one)).count());
        return now;
    }
}
