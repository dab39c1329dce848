package org.foyer.hub.insight.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.foyer.hub.model.FrenchCommunes;
import org.foyer.hub.model.FrenchCommunes.Commune;
import org.foyer.hub.model.GeoPoint;

/**
 * What is known of the communes and postcodes of France: INSEE and La Poste, edition 2026.
 *
 * <p>A postcode usually covers several communes, and a commune may have several postcodes: the centre of a postcode is that of its
 * communes, weighted by their inhabitants, each shared out evenly among the postcodes of the commune.
 */
final class Territory {

    private static final double EARTH_KILOMETRES = 6_371;

    private final Map<String, Place> byPostcode = new HashMap<>();
    private final Map<String, Long> byRegion = new HashMap<>();

    private Territory() {}

    /** Made once, when first asked for: it costs some 20 ms and 3 MB. */
    private static final class Shipped {
        static final Territory FRANCE = read();
    }

    static Territory france() {
        return Shipped.FRANCE;
    }

    /** A postcode of several communes has no name of its own, and a département or region only if all of them lie there. */
    Optional<Place> place(String postcode) {
        return Optional.ofNullable(byPostcode.get(postcode));
    }

    /** The commune of this code of INSEE; empty where its middle is not known. */
    Optional<Place> commune(String code) {
        return FrenchCommunes.of(code).filter(one -> one.middle() != null).map(Territory::place);
    }

    /** Inhabitants of a region, 0 where no such region is known. */
    long inhabitants(String region) {
        return byRegion.getOrDefault(region, 0L);
    }

    private static Place place(Commune one) {
        GeoPoint middle = Objects.requireNonNull(one.middle());
        return new Place(
                one.name(), one.department(), one.region(), one.inhabitants(), middle.longitude(), middle.latitude());
    }

    /** Great-circle distance by the haversine formula, in kilometres. */
    static double kilometres(Place one, Place other) {
        double north = Math.toRadians(other.latitude() - one.latitude());
        double east = Math.toRadians(other.longitude() - one.longitude());
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    /** Sums over the communes of a postcode. */
    private static final class Sum {
        double inhabitants;
        double longitude;
        double latitude;
        double weight;
        final Set<String> names = new TreeSet<>();
        final Set<String> departments = new TreeSet<>();
        final Set<String> regions = new TreeSet<>();

        /** An uninhabited place still has a centre. */
        void add(Commune commune, GeoPoint middle) {
            double share = (double) commune.inhabitants() / commune.postcodes().size();
            double weighs = Math.max(share, 1e-3);
            inhabitants += share;
            longitude += weighs * middle.longitude();
            latitude += weighs * middle.latitude();
            weight += weighs;
            names.add(commune.name());
            departments.add(commune.department());
            regions.add(commune.region());
        }

        Place place() {
            return new Place(
                    only(names),
                    only(departments),
                    only(regions),
                    Math.round(inhabitants),
                    longitude / weight,
                    latitude / weight);
        }

        private static String only(Set<String> said) {
            return said.size() == 1 ? said.iterator().next() : "";
        }
    }

    private static Territory read() {
        Map<String, Sum> sums = new HashMap<>();
        Territory france = new Territory();
        for (Commune commune : FrenchCommunes.all()) {
            GeoPoint middle = commune.middle();
            france.byRegion.merge(commune.region(), commune.inhabitants(), Long::sum);
            for (String postcode : middle == null ? List.<String>of() : commune.postcodes()) {
                sums.computeIfAbsent(postcode, made -> new Sum()).add(commune, Objects.requireNonNull(middle));
            }
        }
        sums.forEach((postcode, sum) -> france.byPostcode.put(postcode, sum.place()));
        return france;
    }
}
