package org.foyer.hub.linking.internal;

import java.util.List;
import java.util.function.IntPredicate;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.LinkPlan;
import org.foyer.hub.linking.internal.block.BlockRule;
import org.foyer.hub.linking.internal.block.Blocks;
import org.foyer.hub.linking.internal.block.PairWalk;
import org.foyer.hub.linking.internal.cluster.Clustering;
import org.foyer.hub.linking.internal.cluster.Decided;
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
    static final double EDGE_LEAST = -5;

    private final RecordTable table;
    private final Scheme scheme;
    private final Blocks blocks;
    private final VectorCounts counts;

    private Engine(RecordTable table, Scheme scheme, Blocks blocks, VectorCounts counts) {
        this.table = table;
        this.scheme = scheme;
        this.blocks = blocks;
        this.counts = counts;
    }

    /** For a table from which a model is to be learned. */
    public static Engine learning(RecordTable table) {
        Scheme scheme = Scheme.of(table.fields());
        Blocks blocks = Blocks.of(table);
        VectorCounts counts = new Sampling(table, blocks, scheme).count();
        blocks.divide();
        return new Engine(table, scheme, blocks, counts);
    }

    /** For a table whose model was learned before, from it or from another; no longer one to learn from. */
    public static Engine knowing(RecordTable table, BlockRule rule) {
        return new Engine(table, Scheme.of(table.fields()), Blocks.of(table, rule), new VectorCounts());
    }

    public Scheme scheme() {
        return scheme;
    }

    public Model learn() {
        return new Learning(scheme, counts).learn(table.records());
    }

    /** What stays as it is while records come and go. */
    public Learned learned(LinkPlan plan) {
        return new Learned(plan, table.fields(), learn(), blocks.rule());
    }

    /** In which blocks each row stands. */
    public Blocks blocks() {
        return blocks;
    }

    /** Pairs that may be one person. */
    public Edges edges(Model model) {
        return edges(model, row -> true);
    }

    /** Those of them of which a row is among some. */
    public Edges edges(Model model, IntPredicate some) {
        List<Collector> collectors = PairWalk.walk(blocks, () -> new Collector(model, some));
        return Edges.sorted(
                collectors.stream().map(collector -> collector.edges).toList());
    }

    /** @return for each row the least row of its group */
    public int[] groups(Model model, Edges edges) {
        return groups(model, edges, Decided.NONE);
    }

    private int[] groups(Model model, Edges edges, Decided decided) {
        return Clustering.groups(
                table.rows(), edges, table.field(ColumnKind.DATE), () -> new Scorer(scheme, model), decided);
    }

    /** Learns from the table and links it. */
    public Found link() {
        return link(learn());
    }

    /** Links the table by a model. */
    public Found link(Model model) {
        return link(model, List.of(), List.of());
    }

    /**
     * Learns from the table and links it, whereby decisions of people count above weights.
     *
     * @param same pairs of rows that are one person; must not contradict the others, directly or by a chain
     * @param different pairs of rows that are two people
     */
    public Found link(List<int[]> same, List<int[]> different) {
        return link(learn(), same, different);
    }

    private Found link(Model model, List<int[]> same, List<int[]> different) {
        return link(model, edges(model), same, different);
    }

    /** Links the table by a model and all its {@link #edges}, whereby decisions of people count above weights. */
    public Found link(Model model, Edges all, List<int[]> same, List<int[]> different) {
        Edges edges = withDecided(all, model, same);
        int[] groups = groups(model, edges, new Decided(same, different));
        return new Found(records(model, groups), edges, model);
    }

    /** Pairs that people decided to be one person belong to the others, even if no pass found them. */
    private Edges withDecided(Edges edges, Model model, List<int[]> same) {
        Edges missing = new Edges();
        Scorer scorer = new Scorer(scheme, model);
        for (int[] pair : same) {
            if (!edges.has(pair[0], pair[1])) {
                missing.add(pair[0], pair[1], scorer.weigh(pair[0], pair[1]));
            }
        }
        return missing.size() == 0 ? edges : Edges.sorted(List.of(edges, missing));
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

        private final IntPredicate some;

        private Collector(Model model, IntPredicate some) {
            this.scorer = new Scorer(scheme, model);
            this.some = some;
        }

        @Override
        public boolean wantsPair(int a, int b) {
            return some.test(a) || some.test(b);
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
