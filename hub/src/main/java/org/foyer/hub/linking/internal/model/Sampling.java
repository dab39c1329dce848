package org.foyer.hub.linking.internal.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.foyer.hub.linking.internal.block.Blocks;
import org.foyer.hub.linking.internal.block.PairWalk;
import org.foyer.hub.linking.internal.compare.PairLevels;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.ValuePool;

/** Counts the comparison vectors of a table, so that they stand for all its pairs. */
public final class Sampling {

    /** Pairs drawn at random. */
    private static final int PAIRS = 800_000;

    /** Pairs of one pass that are counted, at most about. */
    private static final long COUNTED = 100_000;

    /** The share of both that is enough where a strong column tells most pairs apart. */
    private static final int ENOUGH_OF = 3;

    /** Random draws, each with a seed of its own, so that several processors may share them. */
    private static final int DRAWS = 2;

    private static final int PASS_SALT = 0x9E3779B1;
    private static final long SEED = 0x5EED_F07E_4L;

    private final RecordTable table;
    private final Blocks blocks;
    private final Scheme scheme;
    private final int[] oneIn;
    private final int pairs;

    /** @param blocks before they are divided, so that what is usual among like records is seen whole */
    public Sampling(RecordTable table, Blocks blocks, Scheme scheme) {
        this.table = table;
        this.blocks = blocks;
        this.scheme = scheme;
        this.oneIn = new int[blocks.passes()];
        int share = blocks.areClose() ? ENOUGH_OF : 1;
        this.pairs = PAIRS / share;
        long counted = COUNTED / share;
        Arrays.setAll(oneIn, pass -> (int) Math.max(1, Math.min(table.rows(), blocks.pairs(pass) / counted)));
    }

    /**
     * The vectors of all pairs: of those that a pass finds first the pairs of one row in so many, and of those that none finds a random
     * sample, all scaled up.
     */
    public VectorCounts count() {
        VectorCounts counts = new VectorCounts();
        for (Counter counter : PairWalk.walk(blocks, Counter::new)) {
            counts.addAll(counter.counts, 1);
        }
        sameRows(counts);
        VectorCounts others = others();
        double left = table.pairs() - counts.total();
        if (left > 0 && others.total() > 0) {
            counts.addAll(others, left / others.total());
        }
        counts.drawn(pairs);
        return counts;
    }

    private final class Counter implements PairWalk.Visitor {

        private final VectorCounts counts = new VectorCounts();
        private final PairLevels pairLevels = scheme.pairLevels();
        private final int[] levels = new int[table.fields().size()];

        @Override
        public boolean wants(int pass, int a) {
            return oneIn[pass] == 1 || (ValuePool.mix(a + pass * PASS_SALT) & Integer.MAX_VALUE) % oneIn[pass] == 0;
        }

        @Override
        public void visit(int pass, int a, int b) {
            pairLevels.compare(a, b, levels);
            counts.add(scheme.vector(levels), (double) oneIn[pass] * table.times(a) * table.times(b));
        }
    }

    private void sameRows(VectorCounts counts) {
        PairLevels pairLevels = scheme.pairLevels();
        int[] levels = new int[table.fields().size()];
        for (int row = 0; row < table.rows(); row++) {
            double times = table.times(row);
            if (times > 1) {
                pairLevels.compare(row, row, levels);
                counts.add(scheme.vector(levels), times * (times - 1) / 2);
            }
        }
    }

    private VectorCounts others() {
        VectorCounts others = new VectorCounts();
        IntStream.range(0, DRAWS).parallel().mapToObj(this::drawn).toList().forEach(drawn -> others.addAll(drawn, 1));
        return others;
    }

    private VectorCounts drawn(int draw) {
        VectorCounts drawn = new VectorCounts();
        PairLevels pairLevels = scheme.pairLevels();
        int[] levels = new int[table.fields().size()];
        SplittableRandom random = new SplittableRandom(SEED + draw);
        for (int i = 0; i < pairs / DRAWS && table.rows() > 1; i++) {
            int a = table.row(random.nextInt(table.records()));
            int b = table.row(random.nextInt(table.records()));
            if (a != b && !blocks.meet(a, b)) {
                pairLevels.compare(a, b, levels);
                drawn.add(scheme.vector(levels), 1);
            }
        }
        return drawn;
    }
}
