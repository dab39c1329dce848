package org.foyer.hub.catalogue;

import java.time.LocalDate;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/**
 * What a house gathers performances under: a festival of a year, or a series of a season.
 *
 * @param kind {@code festival} or {@code series}
 * @param id of 53 bits, from 0 on; see {@code FestivalIds}
 * @param name in the spelling that a person chose of several, else the one that most of its performances bear
 * @param first day of a performance, and {@code last}; set-aside ones do not count
 * @param performances how many, at least one
 */
public record Festival(
        HouseId house, String kind, long id, String name, LocalDate first, LocalDate last, int performances) {

    /** Address of its page, on its node. */
    public static String pathOf(House house, String kind, String id) {
        return "/h/" + house.slug() + "/" + kind + "/" + id;
    }
}
