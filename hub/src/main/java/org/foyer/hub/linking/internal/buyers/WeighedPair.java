package org.foyer.hub.linking.internal.buyers;

/**
 * Two buyers as they were compared; levels and bits only.
 *
 * @param one key of a buyer, below the other
 * @param weight in bits, all in all
 * @param bits of each factor of {@link BuyerPlan#FACTORS}
 * @param family bits taken off because the two may be of one family, 0 or less
 * @param levels a digit for each of {@link BuyerPlan#COLUMNS}: 0 missing, 1 equal, and on to different
 */
record WeighedPair(long one, long other, double weight, double[] bits, double family, String levels) {

    boolean isOf(Pair pair) {
        return one == pair.one() && other == pair.other();
    }

    Pair pair() {
        return new Pair(one, other);
    }
}
