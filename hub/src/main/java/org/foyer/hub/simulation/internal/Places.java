package org.foyer.hub.simulation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All places where simulated people may live: communes of metropolitan France, and some towns next to it. */
final class Places {

    /** Cities whose people are counted by arrondissement, since their postcodes are. */
    private static final Set<String> SPLIT = Set.of("75056", "69123", "13055");

    private final List<Place> places = new ArrayList<>();
    private final Map<String, Place> byCode = new HashMap<>();

    Places() {
        Map<String, String> regions = new HashMap<>();
        Resource.lines("/data/geo-france/departements.csv").stream().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            regions.put(cells[2], cells[3]);
        });
        Resource.lines("/data/geo-france/communes.csv.gz").stream().skip(1).forEach(line -> commune(line, regions));
        Resource.lines("/simulation/places-abroad.csv").stream().skip(1).forEach(this::abroad);
    }

    private void commune(String line, Map<String, String> regions) {
        String[] c = line.split(",", -1);
        boolean usable = !c[6].isEmpty() && !c[7].isEmpty() && !c[7].equals("0") && !c[8].isEmpty();
        if (usable && !c[4].startsWith("97") && !SPLIT.contains(c[0])) {
            String region = Objects.requireNonNull(regions.get(c[5]), c[5]);
            String name = c[2].equals("arrondissement") ? c[1].substring(0, c[1].indexOf(' ')) : c[1];
            add(new Place(
                    c[0], name, region, "FR", c[6].split("\\|"), Integer.parseInt(c[7]), number(c[8]), number(c[9])));
        }
    }

    private void abroad(String line) {
        String[] c = line.split(";", -1);
        add(new Place(c[0], c[1], c[2], c[3], new String[] {c[4]}, Integer.parseInt(c[5]), number(c[6]), number(c[7])));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private void add(Place place) {
        places.add(place);
        byCode.put(place.code(), place);
    }

    int size() {
        return places.size();
    }

    Place at(int index) {
        return places.get(index);
    }

    Place byCode(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }

    List<Place> all() {
        return places;
    }
}
