package org.foyer.hub.linking.internal.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.foyer.hub.linking.internal.model.Scorer;

/**
 * Groups the rows of one component: the two groups that most surely are one person are joined, and so on until no two are likelier one
 * than two. All pairs between two groups count, also those that no pass found, so that a chain of likenesses does not make a person
 * of many; and each factor is averaged by itself, so that a record may be like one member by its address and like another by its name.
 * Pairs that cannot be joined as they stand are weighed factor by factor only once a group that they lead to has grown.
 */
final class Agglomeration {

    /** Pairs weighed anew for one link at most. */
    private static final int PAIRS_MAX = 400;

    /** Edges this much below what joins two groups do not join them, however they were rounded. */
    private static final double ROUNDING = 0.01;

    private record Candidate(double weight, int a, int b, Link link) {}

    private final Scorer scorer;
    private final BirthConflict dates;
    private final Decided decided;
    private final int factors;
    private final double least;
    private final Map<Integer, Map<Integer, Link>> links = new HashMap<>();
    private final Map<Integer, int[]> groups = new TreeMap<>();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Agglomeration::order);
    private long[] directed = {};

    /** @param least bits from which two groups are joined */
    Agglomeration(Scorer scorer, BirthConflict dates, Decided decided, double least) {
        this.scorer = scorer;
        this.dates = dates;
        this.decided = decided;
        this.factors = scorer.parts().length;
        this.least = least;
    }

    private static int order(Candidate one, Candidate other) {
        int byWeight = Double.compare(other.weight, one.weight);
        int byA = byWeight == 0 ? Integer.compare(one.a, other.a) : byWeight;
        return byA == 0 ? Integer.compare(one.b, other.b) : byA;
    }

    /** Whether no two rows of an edge could be joined. */
    static boolean isIdle(Edges edges, double least) {
        for (int edge = 0; edge < edges.size(); edge++) {
            if (edges.weight(edge) >= least - ROUNDING) {
                return false;
            }
        }
        return true;
    }

    /** @return the groups, each with its rows */
    List<int[]> group(int[] rows, Edges edges) {
        for (int row : rows) {
            groups.put(row, new int[] {row});
        }
        directed = new long[2 * edges.size()];
        for (int edge = 0; edge < edges.size(); edge++) {
            directed[2 * edge] = (long) edges.a(edge) << Integer.SIZE | edges.b(edge);
            directed[2 * edge + 1] = (long) edges.b(edge) << Integer.SIZE | edges.a(edge);
        }
        Arrays.sort(directed);
        for (int edge = 0; edge < edges.size(); edge++) {
            if (edges.weight(edge) >= least - ROUNDING) {
                put(edges.a(edge), edges.b(edge), pair(edges.a(edge), edges.b(edge)));
            }
        }
        joinDecided(rows);
        while (!queue.isEmpty()) {
            Candidate best = queue.poll();
            if (best.weight < least) {
                break;
            }
            Map<Integer, Link> ofA = links.get(best.a);
            if (ofA != null && ofA.get(best.b) == best.link) {
                join(best.a, best.b);
            }
        }
        return List.copyOf(groups.values());
    }

    /** What people decided comes first. */
    private void joinDecided(int[] rows) {
        for (int row : rows) {
            for (int mate : decided.sameAs(row)) {
                int a = groupOf(row);
                int b = groupOf(mate);
                if (a != b) {
                    join(Math.min(a, b), Math.max(a, b));
                }
            }
        }
    }

    private int groupOf(int row) {
        return groups.entrySet().stream()
                .filter(group -> Arrays.stream(group.getValue()).anyMatch(member -> member == row))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void put(int a, int b, Link link) {
        link.weight = decided.keepsApart(rows(a), rows(b))
                ? Double.NEGATIVE_INFINITY
                : scorer.sum(link.means()) - dates.conflict(rows(a), rows(b));
        of(a).put(b, link);
        of(b).put(a, link);
        if (link.weight >= least) {
            queue.add(new Candidate(link.weight, Math.min(a, b), Math.max(a, b), link));
        }
    }

    private Link pair(int a, int b) {
        Link link = new Link(factors);
        scorer.weigh(Math.min(a, b), Math.max(a, b));
        link.add(scorer.parts());
        return link;
    }

    /** The links of a group; of a row that nothing happened to, those that are not weighed yet stand as {@link Link#UNKNOWN}. */
    private Map<Integer, Link> of(int group) {
        return links.computeIfAbsent(group, row -> {
            Map<Integer, Link> own = new TreeMap<>();
            int from = Arrays.binarySearch(directed, (long) row << Integer.SIZE);
            for (int i = from < 0 ? -from - 1 : from; i < directed.length && directed[i] >> Integer.SIZE == row; i++) {
                own.put((int) directed[i], Link.UNKNOWN);
            }
            return own;
        });
    }

    /** Only between two rows a link is not known: each row of which a neighbour was joined has links of its own. */
    private Link known(Link link, int row, int other) {
        return link == Link.UNKNOWN ? pair(row, other) : link;
    }

    private int[] rows(int group) {
        return java.util.Objects.requireNonNull(groups.get(group));
    }

    /** Joins the second group to the first. */
    private void join(int a, int b) {
        Map<Integer, Link> ofA = of(a);
        Map<Integer, Link> ofB = of(b);
        ofA.remove(b);
        ofB.remove(a);
        Map<Integer, Link> joined = new TreeMap<>();
        ofA.forEach((other, link) -> joined.put(other, together(known(link, a, other), ofB.get(other), b, other)));
        ofB.forEach((other, link) -> {
            if (!ofA.containsKey(other)) {
                joined.put(other, together(known(link, b, other), null, a, other));
            }
        });
        int[] rowsA = rows(a);
        int[] rowsB = rows(b);
        int[] rows = java.util.Arrays.copyOf(rowsA, rowsA.length + rowsB.length);
        System.arraycopy(rowsB, 0, rows, rowsA.length, rowsB.length);
        groups.put(a, rows);
        groups.remove(b);
        links.remove(b);
        ofA.clear();
        joined.forEach((other, link) -> {
            of(other).remove(b);
            put(a, other, link);
        });
    }

    /** Two links to another group as one; the one that is not there is weighed between the rows. */
    private Link together(Link link, @org.jspecify.annotations.Nullable Link second, int group, int other) {
        Link sum = new Link(factors);
        sum.add(link);
        sum.add(second == null ? weighed(rows(group), rows(other)) : known(second, group, other));
        return sum;
    }

    private Link weighed(int[] some, int[] others) {
        Link link = new Link(factors);
        int pairs = 0;
        for (int a : some) {
            for (int b : others) {
                if (pairs++ == PAIRS_MAX) {
                    return link;
                }
                scorer.weigh(a, b);
                link.add(scorer.parts());
            }
        }
        return link;
    }
}
