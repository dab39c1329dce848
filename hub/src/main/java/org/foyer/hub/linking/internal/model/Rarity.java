package org.foyer.hub.linking.internal.model;

import java.util.Arrays;
import org.foyer.hub.linking.internal.table.Field;

/**
 * How much more, or less, than on average it says that two records share a value: sharing a rare surname says more than sharing a
 * usual one (term frequency, Winkler 1989). Records that the person is expected to have itself are not held against it. An object serves
 * one thread.
 */
final class Rarity {

    /** How far the share of a value is drawn to the average, so that one seen once is not taken for unique: at most 3.5 bits. */
    private static final double TOWARDS_AVERAGE = 0.1;

    /** Values that fewer records have share their weights, which are worked out once. */
    private static final int REMEMBERED = 1 << 10;

    private final Field field;
    private final double equal;
    private final double own;
    private final double known;
    private final double[] weights = new double[REMEMBERED];
    private int lastCode = Field.MISSING;
    private double lastWeight;

    Rarity(Field field, double equal, double own) {
        this.field = field;
        this.equal = equal;
        this.own = own;
        this.known = Math.max(1, field.known());
        Arrays.setAll(weights, this::weightOf);
    }

    /** In bits; much below 0 for a value that many share, such as the box office's own e-mail. */
    double weight(int code) {
        if (code != lastCode) { // a row is weighed against the others of its block one after another
            int count = field.count(code);
            lastWeight = count < REMEMBERED ? weights[count] : weightOf(count);
            lastCode = code;
        }
        return lastWeight;
    }

    private double weightOf(int count) {
        double others = Math.max(0, count - Math.max(2, own));
        double share = (others / known + TOWARDS_AVERAGE * equal) / (1 + TOWARDS_AVERAGE);
        return Model.log2(equal / share);
    }
}
