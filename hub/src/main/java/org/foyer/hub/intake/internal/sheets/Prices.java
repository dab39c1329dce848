package org.foyer.hub.intake.internal.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Prices as people write them and as they are kept. */
final class Prices {

    private Prices() {}

    /** @param minor whole number of minor units, as text */
    static String told(String minor, int places) {
        return new BigDecimal(minor)
                .movePointLeft(places)
                .setScale(places, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** With a decimal point; empty when it is no price from 0 to 99,999. */
    static Optional<String> plain(String typed) {
        String text = typed.strip().replace(',', '.');
        return text.matches("[0-9]{1,5}(\\.[0-9]{1,2})?") ? Optional.of(text) : Optional.empty();
    }
}
