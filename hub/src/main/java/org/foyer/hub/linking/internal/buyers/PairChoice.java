package org.foyer.hub.linking.internal.buyers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.foyer.hub.linking.MatchList;
import org.foyer.hub.linking.internal.cluster.Edges;
import org.foyer.hub.linking.internal.model.Scheme;
import org.foyer.hub.linking.internal.model.Scorer;
import org.foyer.hub.linking.internal.table.RecordTable;

/**
 * Chooses the pairs that people may want to look at: the most doubtful ones, those of which something was said, and all that
 * were compared within the groups of either. Everything else is forgotten, for it would be as large as the list of buyers.
 */
final class PairChoice {

    /** Bits from the threshold within which a pair is doubtful: odds of up to 32 to 1. */
    static final double DOUBT_MOST = 5;

    /** Pairs of groups that are kept at most. */
    private static final int OF_GROUPS_MAX = 20_000;

    private static final Comparator<Candidate> MOST_DOUBTFUL_FIRST = Comparator.comparingDouble(
                    (Candidate candidate) -> Math.abs(candidate.weight))
            .thenComparingInt(Candidate::a)
            .thenComparingInt(Candidate::b);

    private final BuyerTable buyers;
    private final RecordTable table;
    private final long[] keys;
    private final long[] people;
    private final Decisions decisions;
    private final Scorer scorer;
    private final PairWeighing weighing;

    private record Candidate(double weight, int a, int b, Pair pair) {}

    PairChoice(BuyerTable buyers, long[] people, Decisions decisions, Scheme scheme, Scorer scorer) {
        this.buyers = buyers;
        this.table = buyers.records();
        this.keys = buyers.keys();
        this.people = people;
        this.decisions = decisions;
        this.scorer = scorer;
        this.weighing = new PairWeighing(buyers, scheme, scorer);
    }

    List<WeighedPair> of(Edges edges) {
        SortedMap<Pair, WeighedPair> chosen = new TreeMap<>();
        Set<Long> groups = new HashSet<>();
        for (Candidate doubtful : doubtful(edges)) {
            choose(doubtful.a, doubtful.b, chosen, groups);
        }
        for (Pair pair : decisions.all().keySet()) {
            int a = buyers.decided(pair.one());
            int b = buyers.decided(pair.other());
            if (a >= 0 && b >= 0) {
                choose(a, b, chosen, groups);
            }
        }
        List<Candidate> within = new ArrayList<>();
        each(edges, candidate -> {
            boolean together = people[candidate.a] == people[candidate.b];
            if (together && within.size() < OF_GROUPS_MAX && groups.contains(people[candidate.a])) {
                within.add(candidate);
            }
        });
        within.forEach(
                candidate -> chosen.computeIfAbsent(candidate.pair, pair -> weighing.of(candidate.a, candidate.b)));
        return List.copyOf(chosen.values());
    }

    private void choose(int a, int b, SortedMap<Pair, WeighedPair> chosen, Set<Long> groups) {
        chosen.put(Pair.of(keys[a], keys[b]), weighing.of(a, b));
        groups.add(people[a]);
        groups.add(people[b]);
    }

    private List<Candidate> doubtful(Edges edges) {
        PriorityQueue<Candidate> best = new PriorityQueue<>(MOST_DOUBTFUL_FIRST.reversed());
        each(edges, candidate -> {
            boolean isFull = best.size() == MatchList.PAIRS_MAX;
            if (isFull && MOST_DOUBTFUL_FIRST.compare(candidate, Objects.requireNonNull(best.peek())) > 0) {
                return;
            }
            if (Math.abs(candidate.weight) <= DOUBT_MOST && !decisions.all().containsKey(candidate.pair)) {
                best.add(candidate);
                if (best.size() > MatchList.PAIRS_MAX) {
                    best.poll();
                }
            }
        });
        return List.copyOf(best);
    }

    private interface Look {
        void at(Candidate candidate);
    }

    /** All pairs that were compared; buyers that agree in everything stand there as one pair with the first of them. */
    private void each(Edges edges, Look look) {
        for (int edge = 0; edge < edges.size(); edge++) {
            look.at(candidate(edges.weight(edge), table.first(edges.a(edge)), table.first(edges.b(edge))));
        }
        for (int record = 0; record < table.records(); record++) {
            int row = table.row(record);
            if (table.first(row) != record) {
                look.at(candidate(scorer.weigh(row, row), table.first(row), record));
            }
        }
    }

    private Candidate candidate(double weight, int a, int b) {
        return new Candidate(weight, a, b, Pair.of(keys[a], keys[b]));
    }
}
