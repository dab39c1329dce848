package org.foyer.hub.governance.internal;

import java.time.ZoneId;
import java.util.Currency;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;

/** Houses for tests. */
final class Sample {

    static House house(String slug) {
        return house(slug, Discipline.THEATRE, 400, "Bretagne");
    }

    static House house(String slug, Discipline discipline, int seats, String region) {
        return new House(
                new HouseId(1),
                slug,
                "Maison " + slug,
                discipline,
                seats,
                new PostalAddress("1 rue du Théâtre", "01000", "Bourg", region, "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false);
    }

    private Sample() {}
}
