package org.foyer.hub.linking.internal.cluster;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.foyer.hub.linking.internal.model.Scorer;
import org.foyer.hub.linking.internal.table.Field;
import org.jspecify.annotations.Nullable;

/** From edges to groups of rows, component by component. */
public final class Clustering {

    /** Bits from which two groups are one person: likelier one than two. */
    public static final double LEAST = 0;

    /** From so many edges on it is worth while to share the components among processors. */
    private static final int MANY = 10_000;

    private static final int SHARES = 2;

    private Clustering() {}

    /** Without decisions of people. */
    public static int[] groups(int rows, Edges edges, @Nullable Field dates, Supplier<Scorer> scorers) {
        return groups(rows, edges, dates, scorers, Decided.NONE);
    }

    /**
     * The groups.
     *
     * @param edges all pairs decided to be one person among them
     * @param scorers one for each thread; a table of few edges needs one only
     * @return for each row the least row of its group
     */
    public static int[] groups(
            int rows, Edges edges, @Nullable Field dates, Supplier<Scorer> scorers, Decided decided) {
        Unions components = new Unions(rows);
        for (int edge = 0; edge < edges.size(); edge++) {
            components.join(edges.a(edge), edges.b(edge));
        }
        long[] byComponent = new long[edges.size()];
        for (int edge = 0; edge < edges.size(); edge++) {
            byComponent[edge] = (long) components.find(edges.a(edge)) << 32 | edge;
        }
        Arrays.parallelSort(byComponent);
        int[] group = new int[rows];
        Arrays.setAll(group, row -> row);
        int shares = edges.size() < MANY ? 1 : SHARES;
        IntStream.range(0, shares).parallel().forEach(share -> {
            Scorer scorer = scorers.get();
            Grounds grounds = new Grounds(scorer, new BirthConflict(dates), decided);
            for (int from = 0; from < byComponent.length; ) {
                int to = end(byComponent, from);
                if ((byComponent[from] >> 32) % shares == share) {
                    component(byComponent, from, to, edges, grounds, group);
                }
                from = to;
            }
        });
        return group;
    }

    /** What groups are judged by. */
    private record Grounds(Scorer scorer, BirthConflict conflict, Decided decided) {}

    private static int end(long[] byComponent, int from) {
        int to = from + 1;
        while (to < byComponent.length && byComponent[to] >> 32 == byComponent[from] >> 32) {
            to++;
        }
        return to;
    }

    private static void component(long[] order, int from, int to, Edges edges, Grounds grounds, int[] group) {
        Edges own = new Edges();
        int[] rows = new int[2 * (to - from)];
        for (int i = from; i < to; i++) {
            int edge = (int) order[i];
            own.add(edges.a(edge), edges.b(edge), edges.weight(edge));
            rows[2 * (i - from)] = edges.a(edge);
            rows[2 * (i - from) + 1] = edges.b(edge);
        }
        if (grounds.decided.isEmpty() && Agglomeration.isIdle(own, LEAST)) {
            return;
        }
        int[] distinct = Arrays.stream(rows).sorted().distinct().toArray();
        if (distinct.length == 2 && !grounds.decided.isAbout(distinct)) {
            if (own.weight(0) >= LEAST) {
                group[distinct[1]] = distinct[0];
            }
            return;
        }
        for (int[] rowsOfGroup :
                new Agglomeration(grounds.scorer, grounds.conflict, grounds.decided, LEAST).group(distinct, own)) {
            int least = Arrays.stream(rowsOfGroup).min().orElseThrow();
            for (int row : rowsOfGroup) {
                group[row] = least;
            }
        }
    }
}
