package org.foyer.hub.insight.internal.forecast;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Sums over the pools of performances, and each production's part in them, so that a production is left out by taking its
 * part away.
 */
final class Pools {

    /** Productions whose word weighs as much as that of the next wider pool. */
    private static final double SHRINKAGE = 4;

    private static final int NONE = -1;
    private static final int NARROWEST = 2;

    /** Sums of one pool, or of one production's part in it. */
    private static final class Sums {
        int performances;
        int productions;
        double then;
        double end;
        double thenThen;
        double thenEnd;

        void add(double nowThen, double nowEnd) {
            performances++;
            then += nowThen;
            end += nowEnd;
            thenThen += nowThen * nowThen;
            thenEnd += nowThen * nowEnd;
        }
    }

    private record Part(int pool, int production) {}

    /** What comparable shows say of one, the narrower pools shrunk towards the wider by how few productions they hold. */
    record Learnt(double then, double end, double pickup, double ratio) {}

    private final Map<Integer, Sums> pools = new HashMap<>();
    private final Map<Part, Sums> parts = new HashMap<>();
    private final Map<Integer, int[]> narrowPools = new HashMap<>();
    private double withinThen;
    private double withinEnd;

    Pools(Standing standing) {
        for (int at = 0; at < standing.size; at++) {
            for (int pool : standing.poolsInTheEnd[at]) {
                add(pool, standing.production[at], standing.then[at], standing.end[at]);
            }
        }
        Set<Integer> narrow = new TreeSet<>();
        for (int production = 0; production < standing.productions; production++) {
            int[] own = IntStream.of(standing.members[production])
                    .map(at -> standing.poolsInTheEnd[at][NARROWEST])
                    .distinct()
                    .toArray();
            narrowPools.put(production, own);
            IntStream.of(own).forEach(narrow::add);
        }
        for (int pool : narrow) {
            withinThen += withinThen(pool, NONE);
            withinEnd += withinEnd(pool, NONE);
        }
    }

    private void add(int pool, int production, double then, double end) {
        Sums all = pools.computeIfAbsent(pool, made -> new Sums());
        Sums part = parts.get(new Part(pool, production));
        if (part == null) {
            part = new Sums();
            parts.put(new Part(pool, production), part);
            all.productions++;
        }
        all.add(then, end);
        part.add(then, end);
    }

    /** Squares of what was sold then around the mean of the pool, without a production. */
    private double withinThen(int pool, int without) {
        double n = count(pool, without);
        double then = sum(pool, without, 1);
        return n < 2 ? 0 : sum(pool, without, 3) - then * then / n;
    }

    private double withinEnd(int pool, int without) {
        double n = count(pool, without);
        return n < 2 ? 0 : sum(pool, without, 4) - sum(pool, without, 1) * sum(pool, without, 2) / n;
    }

    private int count(int pool, int without) {
        Sums all = pools.get(pool);
        Sums part = parts.get(new Part(pool, without));
        return all == null ? 0 : all.performances - (part == null ? 0 : part.performances);
    }

    private int productions(int pool, int without) {
        Sums all = pools.get(pool);
        return all == null ? 0 : all.productions - (parts.containsKey(new Part(pool, without)) ? 1 : 0);
    }

    private double sum(int pool, int without, int which) {
        Sums all = pools.get(pool);
        Sums part = parts.get(new Part(pool, without));
        return all == null ? 0 : of(all, which) - (part == null ? 0 : of(part, which));
    }

    private static double of(Sums sums, int which) {
        return switch (which) {
            case 1 -> sums.then;
            case 2 -> sums.end;
            case 3 -> sums.thenThen;
            default -> sums.thenEnd;
        };
    }

    /**
     * Goes from the widest pool to the narrowest; a pool without anybody in it says nothing.
     *
     * @param asked pools from the widest to the narrowest
     * @param without the production left out, negative for none
     */
    Learnt learnt(int[] asked, int without) {
        double then = 0;
        double end = 0;
        double pickup = 0;
        double ratio = Double.NaN;
        for (int pool : asked) {
            int n = count(pool, without);
            int productions = productions(pool, without);
            double weight = pool == 0 ? 1 : productions / (productions + SHRINKAGE);
            if (n > 0) {
                double ownThen = sum(pool, without, 1) / n;
                double ownEnd = sum(pool, without, 2) / n;
                then += weight * (ownThen - then);
                end += weight * (ownEnd - end);
                pickup += weight * (ownEnd - ownThen - pickup);
                ratio = ownThen <= 0 ? ratio : blended(ratio, ownEnd / ownThen, weight);
            }
        }
        return new Learnt(then, end, pickup, ratio);
    }

    private static double blended(double wider, double own, double weight) {
        return Double.isNaN(wider) ? own : wider + weight * (own - wider);
    }

    /** How much of a lead over comparable shows is still there in the end, within pools; 1 when nothing tells. */
    double slope(int without) {
        double squares = withinThen;
        double products = withinEnd;
        for (int pool : narrowPools.getOrDefault(without, new int[0])) {
            squares += withinThen(pool, without) - withinThen(pool, NONE);
            products += withinEnd(pool, without) - withinEnd(pool, NONE);
        }
        return squares <= 1e-9 ? 1 : Math.max(0, products / squares);
    }
}
