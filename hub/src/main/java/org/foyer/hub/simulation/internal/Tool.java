package org.foyer.hub.simulation.internal;

import java.util.Locale;

/** Whose shape a house's files have. */
enum Tool {
    FRENCH_CSV,
    ENGLISH_CSV,
    LATIN_TAB,
    XLSX,
    PRETIX;

    String stored() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
