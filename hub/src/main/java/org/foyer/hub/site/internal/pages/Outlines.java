package org.foyer.hub.site.internal.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Outlines of the French départements of 2018, simplified (IGN and INSEE), for the ground of maps. */
final class Outlines {

    private static final String SHIPPED = "/data/geo-france/departements.geojson.gz";

    /** A closed line as longitude and latitude by turns. @param department the code of what it goes round */
    record Ring(String department, double[] line) {}

    private final List<Ring> rings = new ArrayList<>();

    private Outlines() {}

    /** Read once, when first asked for. */
    private static final class Shipped {
        static final Outlines FRANCE = read();
    }

    static List<Ring> france() {
        return Shipped.FRANCE.rings;
    }

    private static Outlines read() {
        Outlines outlines = new Outlines();
        try (InputStream packed = Outlines.class.getResourceAsStream(SHIPPED)) {
            if (packed == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            JsonNode root = new ObjectMapper().readTree(new GZIPInputStream(packed));
            root.path("features")
                    .forEach(feature ->
                            outlines.add(feature.path("properties").path("code").asText(), feature.path("geometry")));
            return outlines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String department, JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        if (geometry.path("type").asText().equals("Polygon")) {
            coordinates.forEach(points -> ring(department, points));
        } else {
            coordinates.forEach(polygon -> polygon.forEach(points -> ring(department, points)));
        }
    }

    private void ring(String department, JsonNode points) {
        double[] ring = new double[points.size() * 2];
        for (int i = 0; i < points.size(); i++) {
            ring[2 * i] = points.get(i).get(0).asDouble();
            ring[2 * i + 1] = points.get(i).get(1).asDouble();
        }
        rings.add(new Ring(department, ring));
    }
}
