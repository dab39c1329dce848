package org.foyer.hub.catalogue.internal;

import java.util.Collection;
import org.foyer.hub.model.HouseId;

/**
 * From which house to which rows may lie: tables stand in order of houses, so a question that tells it reads little. For questions
 * about things by their ids, which no two houses of a node share.
 */
record HouseSpan(int first, int last) {

    static HouseSpan of(HouseId house) {
        return new HouseSpan(house.value(), house.value());
    }

    /** @param houses at least one */
    static HouseSpan of(Collection<HouseId> houses) {
        return new HouseSpan(
                houses.stream().mapToInt(HouseId::value).min().orElseThrow(),
                houses.stream().mapToInt(HouseId::value).max().orElseThrow());
    }
}
