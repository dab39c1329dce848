package org.foyer.hub.linking.internal.model;

import java.util.Arrays;
import org.foyer.hub.linking.internal.compare.Comparisons;

/**
 * Learns a model without truth by expectation and maximisation (Dempster, Laird and Rubin 1977; Winkler 1988) on the table of distinct
 * comparison vectors, which stands for all pairs of the table: those that the passes find are counted, the others are represented by
 * a random sample. Shares of combinations are drawn towards the product of their fields' shares, and those towards usual ones, so that
 * a small table has a model too. Pairs that may as well be of one family count as that much less, lest what families share be taken for
 * the mark of one person.
 */
public final class Learning {

    private static final int ROUNDS_MAX = 60;
    private static final double STILL = 1e-4;
    private static final double TOWARDS_PRODUCT = 100;
    private static final double TOWARDS_USUAL = 100;
    private static final double TOWARDS_USUAL_SHARE = 0.01;
    /** Pairs of different persons added to each level, so that what was never seen is rare but not impossible. */
    private static final double UNSEEN = 0.5;

    /** Below, in bits, a pair counts for nothing, family or not. */
    private static final double DOUBTED_LEAST = -20;

    private static final double SHARE_LEAST = 1e-9;

    private final Scheme scheme;
    private final long[] vectors;
    private final double[] counts;
    private final double pairs;
    private final int drawn;

    public Learning(Scheme scheme, VectorCounts table) {
        this.scheme = scheme;
        this.vectors = table.vectors();
        this.counts = Arrays.stream(vectors).mapToDouble(table::count).toArray();
        this.pairs = Math.max(1, Arrays.stream(counts).sum());
        this.drawn = table.drawn();
    }

    /** @param records in the table, from which the first guess of the prior follows */
    public Model learn(int records) {
        double prior = Math.min(0.1, records / pairs / 2);
        double[][] none = cells();
        double[][] all = cells();
        for (int i = 0; i < vectors.length; i++) {
            add(all, vectors[i], counts[i]);
        }
        Model model = model(none, all, prior, records);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            double[][] same = cells();
            double[][] other = cells();
            double found = expect(model, same, other);
            double next = Math.min(0.5, Math.max(1, found) / pairs);
            boolean still = Math.abs(next - prior) < STILL * prior;
            prior = next;
            model = model(same, other, prior, records);
            if (still) {
                break;
            }
        }
        return model;
    }

    /** Shares the pairs between the two classes and gives how many are pairs of one person. */
    private double expect(Model model, double[][] same, double[][] other) {
        double found = 0;
        double prior = model.priorWeight();
        double[][] weights = weights(model);
        Kin kin = new Kin(scheme, model);
        double[] parts = new double[scheme.factors() + 1];
        for (int i = 0; i < vectors.length; i++) {
            double weight = prior;
            for (int factor = 0; factor < scheme.factors(); factor++) {
                parts[factor] = weights[factor][scheme.cell(vectors[i], factor)];
                weight += parts[factor];
            }
            if (weight > DOUBTED_LEAST) {
                parts[scheme.factors()] = kin.names(scheme.levels(vectors[i], 0), parts[0], 0);
                weight -= kin.doubt(parts);
            }
            double probability = Model.probability(weight);
            add(same, vectors[i], counts[i] * probability);
            add(other, vectors[i], counts[i] * (1 - probability));
            found += counts[i] * probability;
        }
        return found;
    }

    private double[][] weights(Model model) {
        double[][] weights = cells();
        for (int factor = 0; factor < weights.length; factor++) {
            for (int cell = 0; cell < weights[factor].length; cell++) {
                weights[factor][cell] = model.weight(factor, cell);
            }
        }
        return weights;
    }

    private double[][] cells() {
        double[][] cells = new double[scheme.factors()][];
        for (int factor = 0; factor < cells.length; factor++) {
            cells[factor] = new double[scheme.cells(factor)];
        }
        return cells;
    }

    private void add(double[][] cells, long vector, double count) {
        for (int factor = 0; factor < cells.length; factor++) {
            cells[factor][scheme.cell(vector, factor)] += count;
        }
    }

    private Model model(double[][] same, double[][] other, double prior, int records) {
        int fields = scheme.fields().size();
        double[][] sameByField = new double[fields][];
        double[][] otherByField = new double[fields][];
        double[] own = new double[fields];
        double towardsOther = TOWARDS_PRODUCT * sampled();
        double[][] sameShares = new double[scheme.factors()][];
        double[][] otherShares = new double[scheme.factors()][];
        for (int factor = 0; factor < scheme.factors(); factor++) {
            double[][] sameLevels = levels(factor, same[factor], true);
            double[][] otherLevels = levels(factor, other[factor], false);
            sameShares[factor] = shares(factor, same[factor], sameLevels, TOWARDS_PRODUCT);
            otherShares[factor] = shares(factor, other[factor], otherLevels, towardsOther);
            int[] members = scheme.members(factor);
            for (int i = 0; i < members.length; i++) {
                sameByField[members[i]] = sameLevels[i];
                otherByField[members[i]] = otherLevels[i];
                own[members[i]] = 1 + prior * records * sameLevels[i][1];
            }
        }
        return new Model(sameShares, otherShares, sameByField, otherByField, own, prior);
    }

    /** How many pairs a pair drawn at random stands for. */
    private double sampled() {
        return Math.max(1, pairs / drawn);
    }

    /** Shares of the levels of each field of a factor; level 0 stays 1, since a missing value says nothing. */
    private double[][] levels(int factor, double[] cells, boolean towardsUsual) {
        int[] members = scheme.members(factor);
        double[][] levels = new double[members.length][];
        for (int i = 0; i < members.length; i++) {
            levels[i] = new double[scheme.levels(members[i])];
            double total = 0;
            for (int cell = 0; cell < cells.length; cell++) {
                int level = scheme.level(factor, cell, i);
                levels[i][level] += level == 0 ? 0 : cells[cell];
                total += level == 0 ? 0 : cells[cell];
            }
            double[] usual =
                    Comparisons.of(scheme.fields().get(members[i]).kind()).usual();
            double strength = towardsUsual ? TOWARDS_USUAL + TOWARDS_USUAL_SHARE * total : 0;
            double unseen = towardsUsual ? 0 : UNSEEN * sampled();
            for (int level = 1; level < levels[i].length; level++) {
                double count = levels[i][level] + unseen + strength * usual[level - 1];
                levels[i][level] = count / (total + unseen * usual.length + strength);
            }
            levels[i][0] = 1;
        }
        return levels;
    }

    private double[] shares(int factor, double[] cells, double[][] levels, double towardsProduct) {
        int patterns = 1 << scheme.members(factor).length;
        double[] totals = new double[patterns];
        for (int cell = 0; cell < cells.length; cell++) {
            totals[scheme.known(factor, cell)] += cells[cell];
        }
        double[] shares = new double[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            double product = 1;
            for (int i = 0; i < levels.length; i++) {
                product *= levels[i][scheme.level(factor, cell, i)];
            }
            double total = totals[scheme.known(factor, cell)];
            double share =
                    levels.length == 1 ? product : (cells[cell] + towardsProduct * product) / (total + towardsProduct);
            shares[cell] = cell == 0 ? 1 : Math.max(SHARE_LEAST, share);
        }
        return shares;
    }
}
