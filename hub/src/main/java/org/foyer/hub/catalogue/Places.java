package org.foyer.hub.catalogue;

import java.util.List;
import org.foyer.hub.model.GeoPoint;

/** Towns by their names: the communes of France (INSEE and La Poste, edition 2026). */
public interface Places {

    /** Towns in one answer, at most. */
    int FOUND_MAX = 20;

    /**
     * A town.
     *
     * @param postcode the first of those it has
     * @param department code of its département
     * @param point its middle
     */
    record Town(String name, String postcode, String department, GeoPoint point) {

        /** As it can be asked for again without doubt. */
        public String label() {
            return name + " (" + postcode + ")";
        }
    }

    /**
     * Towns of that name or postcode, or both ({@code 69003 Lyon}, {@code Lyon (69001)}), the largest first; capitals, accents and
     * hyphens do not matter, and {@code St} is {@code Saint}. Of a postcode alone, the part of a divided city comes before the city.
     */
    List<Town> named(String text);

    /** Towns whose name begins so, the largest first. */
    List<Town> beginning(String text);

    /** The towns with most inhabitants, the largest first. */
    List<Town> largest(int most);
}
