package org.foyer.hub.intake.internal.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.intake.SheetWords;

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

    /** Words of a sheet whose prices are minor units, as people write them. */
    static SheetWords told(SheetWords words, int places) {
        return new SheetWords(
                told(words.show(), places),
                words.dates().stream()
                        .map(date -> new SheetWords.Date(date.own(), told(date.said(), places)))
                        .toList(),
                words.works(),
                words.credits());
    }

    private static Map<String, String> told(Map<String, String> said, int places) {
        Map<String, String> told = new HashMap<>(said);
        told.replaceAll(
                (property, value) -> property.startsWith("price_") && !value.isEmpty() ? told(value, places) : value);
        return told;
    }

    /** The same with prices as a file writes them. */
    static SheetWords plain(SheetWords typed) {
        Map<String, String> show = new HashMap<>(typed.show());
        show.replaceAll((property, value) ->
                property.startsWith("price_") ? plain(value).orElse(value) : value);
        return new SheetWords(show, typed.dates(), typed.works(), typed.credits());
    }
}
