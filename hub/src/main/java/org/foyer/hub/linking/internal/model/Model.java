package org.foyer.hub.linking.internal.model;

/**
 * What agreements are worth (Fellegi and Sunter 1969): for each cell of each factor the share of pairs of one person and of pairs of
 * different persons that show it.
 *
 * @param same {@code m}: factor, cell → share among pairs of one person, 1 over the cells with the same known fields
 * @param other {@code u}: the same among pairs of different persons
 * @param sameLevels field, level → share among pairs of one person that both have a value; 1 for level 0
 * @param otherLevels the same among pairs of different persons
 * @param own field → records of one person, on average over records, that share a value
 * @param prior share of all pairs that are pairs of one person
 */
public record Model(
        double[][] same, double[][] other, double[][] sameLevels, double[][] otherLevels, double[] own, double prior) {

    private static final double LOG_2 = Math.log(2);

    /** Evidence of a cell in bits: positive speaks for one person. */
    public double weight(int factor, int cell) {
        return log2(same[factor][cell] / other[factor][cell]);
    }

    /** What speaks for one person before anything is compared, in bits; far below 0. */
    public double priorWeight() {
        return log2(prior / (1 - prior));
    }

    /** The probability that stands for a weight in bits. */
    public static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    static double log2(double number) {
        return Math.log(number) / LOG_2;
    }
}
