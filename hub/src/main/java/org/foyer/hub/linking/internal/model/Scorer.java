package org.foyer.hub.linking.internal.model;

import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.compare.PairLevels;

/** Weighs pairs of rows factor by factor. An object serves one thread. */
public final class Scorer {

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

    public Scorer(Scheme scheme, Model model) {
        this.scheme = scheme;
        this.prior = model.priorWeight();
        this.pairLevels = new PairLevels(scheme.fields());
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
        this.rarities = new Rarity[scheme.fields().size()];
        for (int i = 0; i < rarities.length; i++) {
            rarities[i] = new Rarity(scheme.fields().get(i), model.otherLevels()[i][1], model.own()[i]);
        }
    }

    /** The weight of a pair in bits, with what speaks for it beforehand; its parts are then at {@link #parts}. */
    public double weigh(int a, int b) {
        pairLevels.compare(a, b, levels);
        for (int factor = 0; factor < scheme.factors(); factor++) {
            found[factor] = weights[factor][scheme.cell(factor, levels)] + rarity(factor, a);
        }
        found[scheme.factors()] = kin.names(levels, found[0], last >= 0 ? rarity(last, levels, a) : 0);
        return sum(found);
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
