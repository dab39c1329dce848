package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an event of schema.org takes place. An address on one line stays on one line. */
final class SchemaPlaces {

    /** What a place lies in that is no house with halls, and the column of its name. */
    private static final Map<String, String> SURROUNDINGS =
            Map.of("City", "city", "AdministrativeArea", "region", "State", "region", "Country", "country");

    private static final int SURROUNDINGS_MAX = 4;

    private final LinkedGraph graph;

    SchemaPlaces(LinkedGraph graph) {
        this.graph = graph;
    }

    /** Puts venue, hall and address of the first place that is no address of the web. */
    void put(@Nullable Object location, Map<String, String> row) throws IOException {
        for (Object one : Members.list(location)) {
            Members place = graph.thing(one);
            if (place.map().isEmpty() && one instanceof String text && !text.matches("(?i)https?://.*")) {
                row.put("venue", text.strip());
                return;
            }
            if (!place.map().isEmpty() && !graph.types(place).contains("VirtualLocation")) {
                place(place, row);
                return;
            }
        }
    }

    private void place(Members place, Map<String, String> row) throws IOException {
        List<Members> around = graph.things(place, "containedInPlace");
        if (!around.isEmpty() && !surrounding(around.get(0)).isEmpty()) {
            row.put("venue", LinkedGraph.text(place.get("name")));
            row.put("venue_url", LinkedGraph.text(place.get("url")));
            surroundings(around, row);
            address(place.get("address"), row);
            return;
        }
        String name = LinkedGraph.text(place.get("name"));
        String outer = around.isEmpty() ? "" : LinkedGraph.text(around.get(0).get("name"));
        if (outer.isEmpty()) {
            row.put("venue", name);
        } else {
            row.put("venue", outer);
            row.put("hall", name.equals(outer) ? "" : name);
            if (!name.equals(outer)) {
                row.put(ListedRows.HALL_WORDS, new SchemaHalls(graph).cell(place));
            }
        }
        boolean outside = !place.has("address") && !around.isEmpty();
        address(outside ? around.get(0).get("address") : place.get("address"), row);
        if (row.getOrDefault("venue", "").isEmpty()) {
            // a place that has only an address is called by it
            row.put("venue", row.getOrDefault("street", ""));
        }
        Members venue = outer.isEmpty() ? place : around.get(0);
        row.put("venue_url", LinkedGraph.text((place.has("url") ? place : venue).get("url")));
        row.put("venue_ids", new SchemaIdentifiers(graph).of(venue));
        position(place.has("geo") || around.isEmpty() ? place : around.get(0), row);
    }

    private void position(Members place, Map<String, String> row) {
        for (Members geo : graph.things(place, "geo")) {
            row.put("latitude", LinkedGraph.text(geo.get("latitude")));
            row.put("longitude", LinkedGraph.text(geo.get("longitude")));
            return;
        }
        row.put("latitude", LinkedGraph.text(place.get("latitude")));
        row.put("longitude", LinkedGraph.text(place.get("longitude")));
    }

    private String surrounding(Members thing) {
        return graph.types(thing).stream()
                .map(type -> SURROUNDINGS.getOrDefault(type, ""))
                .filter(column -> !column.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A town in a region in a country, each in the next. */
    private void surroundings(List<Members> first, Map<String, String> row) {
        List<Members> around = first;
        for (int i = 0; i < SURROUNDINGS_MAX && !around.isEmpty(); i++) {
            String column = surrounding(around.get(0));
            if (!column.isEmpty()) {
                row.putIfAbsent(column, LinkedGraph.text(around.get(0).get("name")));
            }
            around = graph.things(around.get(0), "containedInPlace");
        }
    }

    private void address(@Nullable Object address, Map<String, String> row) {
        for (Object one : Members.list(address)) {
            Members postal = graph.thing(one);
            if (postal.map().isEmpty() || postal.has("@value")) {
                row.put("street", LinkedGraph.text(one));
                return;
            }
            row.put("street", LinkedGraph.text(postal.get("streetAddress")));
            row.put("postcode", LinkedGraph.text(postal.get("postalCode")));
            row.put("city", LinkedGraph.text(postal.get("addressLocality")));
            row.put("region", named(postal.get("addressRegion")));
            row.put("country", named(postal.get("addressCountry")));
            return;
        }
    }

    private String named(@Nullable Object value) {
        String text = LinkedGraph.text(value);
        return text.isEmpty() ? LinkedGraph.text(graph.thing(value).get("name")) : text;
    }
}
