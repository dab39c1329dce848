package org.foyer.hub.insight.internal;

import java.util.Optional;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.foyer.hub.model.House;

/** How far from the house a postcode is, as a band; the postcode itself goes no further. */
public final class HomeDistance {

    private HomeDistance() {}

    /**
     * The band of {@code Distances}, for instance {@code km-30}.
     *
     * @param country ISO 3166-1
     * @return empty when the place of the house or of the postcode is not known
     */
    public static Optional<String> band(House house, String country, String postcode) {
        String home = house.address().postcode();
        boolean french = "FR".equals(country) && "FR".equals(house.address().country());
        if (!french || home == null) {
            return Optional.empty();
        }
        Optional<Place> there = Territory.france().place(home);
        return Territory.france()
                .place(postcode)
                .flatMap(here -> there.map(place -> Distances.band(Territory.kilometres(place, here))));
    }
}
