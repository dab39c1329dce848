package org.foyer.hub.insight.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.foyer.hub.insight.AudienceSheet.Place;

/**
 * What is known of the postcodes of France: INSEE and La Poste, edition 2026.
 *
 * <p>A postcode usually covers several communes, and a commune may have several postcodes: the inhabitants of a commune are
 * shared out evenly among its postcodes, and the centre of a postcode is that of its communes weighted by these inhabitants.
 * Of Paris, Lyon and Marseille the arrondissements count instead of the city.
 */
final class Territory {

    private static final String FOLDER = "/data/geo-france/";
    private static final double EARTH_KILOMETRES = 6_371;

    private final Map<String, Place> byPostcode = new HashMap<>();

    private Territory() {}

    /** Read once, when first asked for: it costs some 100 ms and 3 MB. */
    private static final class Shipped {
        static final Territory FRANCE = read();
    }

    static Territory france() {
        return Shipped.FRANCE;
    }

    Optional<Place> place(String postcode) {
        return Optional.ofNullable(byPostcode.get(postcode));
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
        double largest = -1;
        String name = "";
        String department = "";
        String region = "";

        /** An uninhabited place still has a centre. */
        void add(String[] cells, double share) {
            double weighs = Math.max(share, 1e-3);
            inhabitants += share;
            longitude += weighs * Double.parseDouble(cells[8]);
            latitude += weighs * Double.parseDouble(cells[9]);
            weight += weighs;
            if (share > largest) {
                largest = share;
                name = cells[1];
                department = cells[4];
                region = cells[5];
            }
        }

        Place place() {
            return new Place(name, department, region, Math.round(inhabitants), longitude / weight, latitude / weight);
        }
    }

    private static Territory read() {
        List<String[]> communes = rows("communes.csv.gz");
        Set<String> divided = new HashSet<>();
        communes.forEach(cells -> divided.add(cells[3]));
        Map<String, Sum> sums = new HashMap<>();
        for (String[] cells : communes) {
            boolean known = !cells[6].isEmpty() && !cells[8].isEmpty();
            if (known && !divided.contains(cells[0])) {
                String[] postcodes = cells[6].split("\\|");
                double inhabitants = cells[7].isEmpty() ? 0 : Double.parseDouble(cells[7]);
                for (String postcode : postcodes) {
                    sums.computeIfAbsent(postcode, made -> new Sum()).add(cells, inhabitants / postcodes.length);
                }
            }
        }
        Territory france = new Territory();
        sums.forEach((postcode, sum) -> france.byPostcode.put(postcode, sum.place()));
        return france;
    }

    private static List<String[]> rows(String name) {
        try (InputStream packed = Territory.class.getResourceAsStream(FOLDER + name)) {
            if (packed == null) {
                throw new IllegalStateException("missing in the jar: " + FOLDER + name);
            }
            return new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
