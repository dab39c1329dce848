package org.foyer.hub.model;

import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that owns data: venue operator, company or festival.
 *
 * @param slug name in addresses, lower-case letters, digits and hyphens, unique in the node
 * @param seats seats of all its halls, from which {@link #size()} follows
 * @param zone zone of its halls, in which days and hours are told
 * @param simulated whether its data was made by the simulator, to be said wherever it shows
 */
public record House(
        HouseId id,
        String slug,
        String name,
        Discipline discipline,
        int seats,
        PostalAddress address,
        @Nullable String website,
        ZoneId zone,
        Currency currency,
        boolean simulated) {

    public SizeClass size() {
        return SizeClass.ofSeats(seats);
    }
}
