package org.foyer.hub.linking.internal;

import java.util.List;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.block.Blocks;
import org.foyer.hub.linking.internal.block.PairWalk;
import org.foyer.hub.linking.internal.cluster.Clustering;
import org.foyer.hub.linking.internal.cluster.Edges;
import org.foyer.hub.linking.internal.model.Learning;
import org.foyer.hub.linking.internal.model.Model;
import org.foyer.hub.linking.internal.model.Sampling;
import org.foyer.hub.linking.internal.model.Scheme;
import org.foyer.hub.linking.internal.model.Scorer;
import org.foyer.hub.linking.internal.model.VectorCounts;
import org.foyer.hub.linking.internal.table.RecordTable;

/** All steps of linking one table, each of which gives the same for the same records in any order. */
public final class Engine {

    /** Pairs with fewer bits are forgotten. */
    private static final double EDGE_LEAST = -5;

    private final RecordTable table;
    private final Scheme scheme;
    private final Blocks blocks;
    private final VectorCounts counts;

    public Engine(RecordTable table) {
        this.table = table;
        this.scheme = Scheme.of(table.fields());
        this.blocks = Blocks.of(table);
        this.counts = new Sampling(table, blocks, scheme).count();
        blocks.divide();
    }

    public Blocks blocks() {
        return blocks;
    }

    public Scheme scheme() {
        return scheme;
    }

    public Model learn() {
        return new Learning(scheme, counts).learn(table.records());
    }

    /** Pairs that may be one person. */
    public Edges edges(Model model) {
        List<Collector> collectors = PairWalk.walk(blocks, () -> new Collector(model));
        return Edges.sorted(
                collectors.stream().map(collector -> collector.edges).toList());
    }

    /** @return for each row the least row of its group */
    public int[] groups(Model model, Edges edges) {
        return Clustering.groups(table.rows(), edges, table.field(ColumnKind.DATE), () -> new Scorer(scheme, model));
    }

    /** Links the table. */
    public Found link() {
        Model model = learn();
        Edges edges = edges(model);
        int[] groups = groups(model, edges);
        return new Found(records(model, groups), edges, model);
    }

    private int[] records(Model model, int[] groups) {
        Scorer scorer = new Scorer(scheme, model);
        boolean[] apart = new boolean[table.rows()];
        for (int row = 0; row < apart.length; row++) {
            apart[row] = table.times(row) > 1 && scorer.weigh(row, row) < Clustering.LEAST;
        }
        int[] persons = new int[table.records()];
        for (int record = 0; record < persons.length; record++) {
            int row = table.row(record);
            boolean alone = apart[row] && table.first(row) != record;
            persons[record] = alone ? record : table.first(groups[row]);
        }
        return persons;
    }

    private final class Collector implements PairWalk.Visitor {

        private final Edges edges = new Edges();
        private final Scorer scorer;

        private Collector(Model model) {
            this.scorer = new Scorer(scheme, model);
        }

        @Override
        public void visit(int pass, int a, int b) {
            double weight = scorer.weigh(a, b, EDGE_LEAST);
            if (weight >= EDGE_LEAST) {
                edges.add(a, b, weight);
            }
        }
    }
}
