package org.foyer.hub.linking.internal.model;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.compare.PairLevels;

/** Weighs pairs of rows factor by factor. An object serves one thread. */
public final class Scorer {

    /** Bounds are added up in another order than weights. */
    private static final double ROUNDING = 1e-6;

    private final Scheme scheme;
    private final double[][] weights;
    private final Rarity[] rarities;
    private final double prior;
    private final PairLevels pairLevels;
    private final int[] levels;
    private final double[] found;
    private final Kin kin;
    private final int first;
    private final int last;
    private final Bounds bounds;
    private final int[] order;

    public Scorer(Scheme scheme, Model model) {
        this.scheme = scheme;
        this.prior = model.priorWeight();
        this.pairLevels = scheme.pairLevels();
        this.levels = new int[scheme.fields().size()];
        this.found = new double[scheme.factors() + 1];
        this.kin = new Kin(scheme, model);
        this.first = scheme.position(ColumnKind.FIRST_NAME);
        this.last = scheme.position(ColumnKind.LAST_NAME);
        this.weights = new double[scheme.factors()][];
        for (int factor = 0; factor < weights.length; factor++) {
            weights[factor] = new double[scheme.cells(factor)];
            for (int cell = 1; cell < weights[factor].length; cell++) {
                weights[factor][cell] = model.weight(factor, cell);
            }
        }
        this.bounds = new Bounds(scheme, weights);
        this.order = order(scheme);
        this.rarities = new Rarity[scheme.fields().size()];
        for (int i = 0; i < rarities.length; i++) {
            rarities[i] = new Rarity(scheme.fields().get(i), model.otherLevels()[i][1], model.own()[i]);
        }
    }

    /** Names and dates tell most people apart at little cost; places cost most. */
    private static int[] order(Scheme scheme) {
        return IntStream.range(0, scheme.factors())
                .boxed()
                .sorted(Comparator.comparing(factor -> {
                    ColumnKind kind =
                            scheme.fields().get(scheme.members(factor)[0]).kind();
                    boolean isName = kind == ColumnKind.FIRST_NAME || kind == ColumnKind.LAST_NAME;
                    return isName ? 0 : kind == ColumnKind.DATE ? 1 : kind.isWhere() ? 3 : 2;
                }))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The weight of a pair in bits, with what speaks for it beforehand; its parts are then at {@link #parts}. */
    public double weigh(int a, int b) {
        return weigh(a, b, Double.NEGATIVE_INFINITY);
    }

    /** The same, or no number as soon as it is clear that the weight is below what is wanted at least; then there are no parts. */
    public double weigh(int a, int b, double least) {
        pairLevels.look(a, b, levels);
        double bound = prior + ROUNDING;
        for (int factor = 0; factor < scheme.factors(); factor++) {
            found[factor] = bounds.most(factor, levels) + rarity(factor, a);
            bound += found[factor];
        }
        for (int factor : order) {
            if (bound < least) {
                return Double.NaN;
            }
            bound -= found[factor];
            compare(factor, a, b);
            found[factor] = weights[factor][scheme.cell(factor, levels)] + rarity(factor, a);
            bound += found[factor];
        }
        found[scheme.factors()] = kin.names(levels, found[0], last >= 0 ? rarity(last, levels, a) : 0);
        return sum(found);
    }

    private void compare(int factor, int a, int b) {
        int[] members = scheme.members(factor);
        for (int field : members) {
            pairLevels.compareField(field, a, b, levels);
        }
        if (members[members.length - 1] == last || members[0] == last) {
            pairLevels.compareSwapped(a, b, levels);
        }
    }

    /** What the parts come to: the evidence for one person, less what it is worth if the two may be of one family. */
    public double sum(double[] parts) {
        double sum = prior;
        for (int factor = 0; factor < scheme.factors(); factor++) {
            sum += parts[factor];
        }
        return sum - kin.doubt(parts);
    }

    /** The doubt in {@link #sum}, in bits, 0 or more. */
    public double doubt(double[] parts) {
        return kin.doubt(parts);
    }

    private double rarity(int factor, int row) {
        double rarity = 0;
        for (int field : scheme.members(factor)) {
            rarity += rarity(field, levels, row);
        }
        return rarity;
    }

    /** Only where both records have the value in the same column. */
    private double rarity(int field, int[] fieldLevels, int row) {
        boolean swapped = field == last && first >= 0 && fieldLevels[first] == PairLevels.SWAPPED;
        return fieldLevels[field] == 1 && !swapped
                ? rarities[field].weight(scheme.fields().get(field).code(row))
                : 0;
    }

    /** What each factor said of the pair weighed last, in bits, and last what its names say for one family. Overwritten by the next. */
    public double[] parts() {
        return found;
    }

    /** The level of each field in the pair weighed last. Overwritten by the next. */
    public int[] levels() {
        return levels;
    }

    public double prior() {
        return prior;
    }
}
