package org.foyer.hub.linking.internal.model;

import java.util.SplittableRandom;
import org.foyer.hub.linking.internal.block.Blocks;
import org.foyer.hub.linking.internal.block.PairWalk;
import org.foyer.hub.linking.internal.compare.PairLevels;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.ValuePool;

/** Counts the comparison vectors of a table, so that they stand for all its pairs. */
public final class Sampling {

    /** Pairs drawn at random. */
    static final int PAIRS = 1_500_000;

    /** Pairs of the passes that are counted, at most about. */
    private static final long COUNTED = 6_000_000;

    private static final long SEED = 0x5EED_F07E_4L;

    private final RecordTable table;
    private final Blocks blocks;
    private final Scheme scheme;

    public Sampling(RecordTable table, Blocks blocks, Scheme scheme) {
        this.table = table;
        this.blocks = blocks;
        this.scheme = scheme;
    }

    /** The vectors of all pairs: of those that the passes find one in so many, and of the others a random sample, both scaled up. */
    public VectorCounts count() {
        int oneIn = (int) Math.max(1, blocks.pairs() / COUNTED);
        VectorCounts counts = new VectorCounts();
        for (Counter counter : PairWalk.walk(blocks, () -> new Counter(oneIn))) {
            counts.addAll(counter.counts, oneIn);
        }
        sameRows(counts);
        VectorCounts others = others();
        double left = table.pairs() - counts.total();
        if (left > 0 && others.total() > 0) {
            counts.addAll(others, left / others.total());
        }
        return counts;
    }

    private final class Counter implements PairWalk.Visitor {

        private final int oneIn;
        private final VectorCounts counts = new VectorCounts();
        private final PairLevels pairLevels = new PairLevels(table.fields());
        private final int[] levels = new int[table.fields().size()];

        private Counter(int oneIn) {
            this.oneIn = oneIn;
        }

        @Override
        public void visit(int a, int b) {
            if (oneIn > 1 && (ValuePool.mix(a * 31 + b) & Integer.MAX_VALUE) % oneIn != 0) {
                return;
            }
            pairLevels.compare(a, b, levels);
            counts.add(scheme.vector(levels), (double) table.times(a) * table.times(b));
        }
    }

    private void sameRows(VectorCounts counts) {
        PairLevels pairLevels = new PairLevels(table.fields());
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
        PairLevels pairLevels = new PairLevels(table.fields());
        int[] levels = new int[table.fields().size()];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < PAIRS && table.rows() > 1; i++) {
            int a = table.row(random.nextInt(table.records()));
            int b = table.row(random.nextInt(table.records()));
            if (a != b && !blocks.meet(a, b)) {
                pairLevels.compare(a, b, levels);
                others.add(scheme.vector(levels), 1);
            }
        }
        return others;
    }
}
