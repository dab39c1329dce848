package org.foyer.hub.insight.internal;

import java.util.HashMap;
import java.util.Map;
import org.foyer.hub.model.HouseId;

/** One tally for each house. */
final class Tallies {

    private final Map<HouseId, Tally> tallies = new HashMap<>();

    Tally of(HouseId house) {
        return tallies.computeIfAbsent(house, made -> new Tally());
    }

    void addAll(Tallies others) {
        others.tallies.forEach((house, tally) -> of(house).addAll(tally));
    }

    Tally of(int house) {
        return of(new HouseId(house));
    }
}
