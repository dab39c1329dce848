package org.foyer.hub.linking.internal.compare;

import org.foyer.hub.linking.ColumnKind;

/** The comparison of each kind of column. */
public final class Comparisons {

    private Comparisons() {}

    public static ValueComparison of(ColumnKind kind) {
        return switch (kind) {
            case FIRST_NAME -> new FirstNames();
            case LAST_NAME, FULL_NAME -> new LastNames();
            case DATE -> new BirthDates();
            case PLACE -> new Words(0.74, 0.06, 0.05, 0.15);
            case TEXT -> new Words(0.60, 0.05, 0.10, 0.25);
            case POSTCODE -> new Postcodes();
            case ADDRESS -> new Addresses();
            case EMAIL -> new Emails();
            case PHONE -> new Phones();
            case EXACT -> new Sameness();
        };
    }
}
