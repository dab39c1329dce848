package org.foyer.hub.linking.internal.model;

import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.compare.PairLevels;

/**
 * The other reason why two records are alike: two people of one family share a surname, a home and a telephone, now and then a given
 * name or an e-mail. What both reasons explain equally well decides nothing; given names, birth dates and personal e-mails do.
 */
final class Kin {

    /** Pairs of one family for each pair of one person. */
    private static final double SHARE = 2;

    /** Pairs of one family with one given name, as father and son. */
    private static final double NAMESAKES = 0.04;

    /** Pairs of one family that use one e-mail. */
    private static final double SHARED_EMAIL = 0.15;

    /** Pairs of one family with one birth date, as twins. */
    private static final double TWINS = 0.04;

    private static final double[] NONE = {};

    private final Scheme scheme;
    private final int first;
    private final int last;
    /** Whether the table tells homes apart; towns and postcodes alone do not show a family. */
    private final boolean homes;

    private final double prior;
    private final double[] lastBits;
    private final double emailBits;
    private final double dateBits;

    Kin(Scheme scheme, Model model) {
        this.scheme = scheme;
        this.first = scheme.position(ColumnKind.FIRST_NAME);
        this.last = scheme.position(ColumnKind.LAST_NAME);
        this.homes = last >= 0
                && (scheme.position(ColumnKind.ADDRESS) >= 0
                        || scheme.position(ColumnKind.PHONE) >= 0
                        || scheme.position(ColumnKind.EMAIL) >= 0);
        this.prior = model.priorWeight() + Model.log2(SHARE);
        this.lastBits = last < 0 ? NONE : bits(model, last);
        int email = scheme.position(ColumnKind.EMAIL);
        int date = scheme.position(ColumnKind.DATE);
        this.dateBits = date < 0 ? 0 : Model.log2(TWINS / model.sameLevels()[date][1]);
        this.emailBits = email < 0 ? 0 : Model.log2(SHARED_EMAIL / model.sameLevels()[email][1]);
    }

    private static double[] bits(Model model, int field) {
        double[] bits = new double[model.sameLevels()[field].length];
        for (int level = 1; level < bits.length; level++) {
            bits[level] = Model.log2(model.sameLevels()[field][level] / model.otherLevels()[field][level]);
        }
        return bits;
    }

    /**
     * What the names of a pair say for one family, in bits: some have one given name too, the others one surname.
     *
     * @param both what the names say for one person
     * @param rarity of the surname
     */
    double names(int[] levels, double both, double rarity) {
        if (!homes) {
            return 0;
        }
        boolean swapped = first >= 0 && levels[first] == PairLevels.SWAPPED;
        double surname = swapped ? 0 : lastBits[levels[last]] + rarity;
        return Model.log2(NAMESAKES * Math.pow(2, both) + (1 - NAMESAKES) * Math.pow(2, surname));
    }

    /** How many bits the evidence for one person loses because the two may be of one family. @param parts as a scorer gives them */
    double doubt(double[] parts) {
        if (!homes) {
            return 0;
        }
        double bits = prior + parts[scheme.factors()];
        for (int factor = 0; factor < scheme.factors(); factor++) {
            ColumnKind kind = scheme.fields().get(scheme.members(factor)[0]).kind();
            if (kind.isWhere() || kind == ColumnKind.PHONE) {
                bits += parts[factor];
            } else if (kind == ColumnKind.EMAIL && parts[factor] > 0) {
                bits += Math.max(0, parts[factor] + emailBits);
            } else if (kind == ColumnKind.DATE && parts[factor] > 0) {
                bits += Math.max(0, parts[factor] + dateBits);
            }
        }
        return bits > 40 ? bits : Model.log2(1 + Math.pow(2, bits));
    }
}
