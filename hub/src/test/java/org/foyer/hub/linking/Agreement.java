package org.foyer.hub.linking;

import java.util.HashMap;
import java.util.Map;

/** How well found persons agree with true ones: pairwise and B-cubed (Bagga and Baldwin 1998) precision, recall and F1. */
public record Agreement(
        double pairPrecision, double pairRecall, double cubedPrecision, double cubedRecall, int found, int truth) {

    /** @param found,truth person of each record */
    public static Agreement of(int[] found, int[] truth) {
        Map<Long, Integer> both = new HashMap<>();
        Map<Integer, Integer> foundSizes = new HashMap<>();
        Map<Integer, Integer> trueSizes = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            both.merge((long) found[i] << 32 | truth[i], 1, Integer::sum);
            foundSizes.merge(found[i], 1, Integer::sum);
            trueSizes.merge(truth[i], 1, Integer::sum);
        }
        double cubedPrecision = 0;
        double cubedRecall = 0;
        for (Map.Entry<Long, Integer> cell : both.entrySet()) {
            double square = (double) cell.getValue() * cell.getValue();
            cubedPrecision += square / foundSizes.get((int) (cell.getKey() >> 32));
            cubedRecall += square / trueSizes.get(cell.getKey().intValue());
        }
        double joint = pairs(both);
        return new Agreement(
                joint / Math.max(1, pairs(foundSizes)),
                joint / Math.max(1, pairs(trueSizes)),
                cubedPrecision / found.length,
                cubedRecall / found.length,
                foundSizes.size(),
                trueSizes.size());
    }

    private static double pairs(Map<?, Integer> sizes) {
        return sizes.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
    }

    public double pairF1() {
        return 2 * pairPrecision * pairRecall / (pairPrecision + pairRecall);
    }

    public double cubedF1() {
        return 2 * cubedPrecision * cubedRecall / (cubedPrecision + cubedRecall);
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "pairs P %.4f R %.4f F1 %.4f; B-cubed P %.4f R %.4f F1 %.4f; %d persons found, %d true",
                pairPrecision,
                pairRecall,
                pairF1(),
                cubedPrecision,
                cubedRecall,
                cubedF1(),
                found,
                truth);
    }
}
