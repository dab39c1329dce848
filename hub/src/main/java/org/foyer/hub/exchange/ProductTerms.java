package org.foyer.hub.exchange;

import java.util.List;

/**
 * On which terms a house gives a data product. It costs nothing.
 *
 * @param purpose one of {@link #PURPOSES}
 * @param rhythm one of {@link #RHYTHMS}; the node measures and publishes it again as often
 * @param retentionDays for how many days whoever gets it may keep it, from 1 to {@link #RETENTION_MAX}
 * @param offered whether it stands in the catalogue of the data space
 * @param automatic whether nobody is asked when somebody takes the terms as they are
 */
public record ProductTerms(String purpose, String rhythm, int retentionDays, boolean offered, boolean automatic) {

    /** Templates of agreements that name what data is for, and {@code any} for no limit. */
    public static final List<String> PURPOSES = List.of("any", "comparison", "study", "touring");

    public static final List<String> RHYTHMS = List.of("daily", "weekly", "monthly", "yearly", "by-hand");

    public static final int RETENTION_MAX = 3_650;

    /** What a house begins with. */
    public static final ProductTerms FIRST = new ProductTerms("study", "by-hand", 365, false, false);

    /** Says what is wrong with them, all at once, as codes; empty when nothing is. */
    public List<String> faults() {
        java.util.ArrayList<String> faults = new java.util.ArrayList<>();
        if (!PURPOSES.contains(purpose)) {
            faults.add("product-purpose");
        }
        if (!RHYTHMS.contains(rhythm)) {
            faults.add("product-rhythm");
        }
        if (retentionDays < 1 || retentionDays > RETENTION_MAX) {
            faults.add("product-retention");
        }
        return List.copyOf(faults);
    }
}
