package org.foyer.hub.linking.internal.model;

import org.foyer.hub.linking.internal.table.Field;

/**
 * How much more, or less, than on average it says that two records share a value: sharing a rare surname says more than sharing a
 * usual one (term frequency, Winkler 1989). Records that the person is expected to have itself are not held against it.
 */
final class Rarity {

    /** How far the share of a value is drawn to the average, so that one seen once is not taken for unique: at most 3.5 bits. */
    private static final double TOWARDS_AVERAGE = 0.1;

    private final Field field;
    private final double equal;
    private final double own;
    private final double known;

    Rarity(Field field, double equal, double own) {
        this.field = field;
        this.equal = equal;
        this.own = own;
        this.known = Math.max(1, field.known());
    }

    /** In bits; much below 0 for a value that many share, such as the box office's own e-mail. */
    double weight(int code) {
        double others = Math.max(0, field.count(code) - Math.max(2, own));
        double share = (others / known + TOWARDS_AVERAGE * equal) / (1 + TOWARDS_AVERAGE);
        return Model.log2(equal / share);
    }
}
