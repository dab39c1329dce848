package org.foyer.hub.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * What a house asks its public.
 *
 * @param number within the node
 * @param slug name in addresses, unique in the house
 * @param optional ids of the optional questions that it asks
 * @param opens first day, in the zone of the house
 * @param closes last day; null when it has no end
 * @param ended day on which someone ended it by hand; null when nobody did
 * @param address last part of the address of its public page
 * @param tablet key in the address of the tablet; null when there is none
 */
public record Survey(
        long number,
        HouseId house,
        String slug,
        String titleFr,
        String titleEn,
        List<String> optional,
        LocalDate opens,
        @Nullable LocalDate closes,
        @Nullable LocalDate ended,
        String address,
        @Nullable String tablet,
        Instant createdAt) {

    /** Whether it can be answered. */
    public enum State {
        /** Its first day is still to come. */
        AHEAD,
        OPEN,
        ENDED
    }

    /** Without the key of the tablet, which lets more answers in. */
    public Survey shown() {
        return new Survey(
                number, house, slug, titleFr, titleEn, optional, opens, closes, ended, address, null, createdAt);
    }

    /** @param language two letters; French for all but {@code en} */
    public String title(String language) {
        return "en".equals(language) ? titleEn : titleFr;
    }

    public State state(LocalDate today) {
        if (ended != null || closes != null && today.isAfter(closes)) {
            return State.ENDED;
        }
        return today.isBefore(opens) ? State.AHEAD : State.OPEN;
    }
}
