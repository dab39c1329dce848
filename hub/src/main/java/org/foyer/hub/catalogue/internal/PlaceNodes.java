package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.util.List;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/**
 * Houses, venues and halls as schema.org.
 *
 * <p>An address is published whole or not at all, since the Artsdata shapes accept nothing in between. A venue whose
 * address is not whole is an EventVenue, which certainly is what it is, contained in the city, region and country that
 * are known; of Place the shapes demand an address.
 */
final class PlaceNodes {

    private final SchemaWriter json;
    private final Iris iris;
    private final OutsideNodes outside;

    PlaceNodes(SchemaWriter json, Iris iris) {
        this.json = json;
        this.iris = iris;
        this.outside = new OutsideNodes(json);
    }

    /** The fields of the house; the caller opens and closes the object. */
    void house(House house, ExternalIds ids) throws IOException {
        json.text("@id", iris.house(house));
        json.text("@type", "Organization");
        json.text("name", house.name());
        simulated(house);
        json.text("url", Iris.web(house.website()));
        outside.identifiers(ids.of("house", 0));
        if (house.address().isComplete()) {
            address(house.address());
        }
    }

    /** The fields of a venue, which refers to its halls. */
    void venue(Venue venue, List<Hall> halls, ExternalIds ids) throws IOException {
        json.text("@id", iris.place(venue.id()));
        json.text("@type", type(venue));
        json.text("name", venue.name());
        json.text("url", Iris.web(venue.url()));
        if (venue.address().isComplete()) {
            address(venue.address());
        }
        outside.identifiers(ids.of("venue", venue.id()));
        outside.position(venue.position());
        if (!halls.isEmpty()) {
            json.startList("containsPlace");
            for (Hall hall : halls) {
                json.start();
                json.text("@id", iris.hall(hall.id()));
                json.end();
            }
            json.endList();
        }
        if (!venue.address().isComplete()) {
            surroundings(venue.address());
        }
    }

    /** The fields of a hall, which refers to its venue. */
    void hall(Venue venue, Hall hall) throws IOException {
        hallItself(venue, hall);
        properties(hall);
        json.reference("containedInPlace", iris.place(venue.id()));
    }

    /** The fields of a hall with the venue written into it and without its configurations, for what stands alone. */
    void whole(Venue venue, Hall hall, ExternalIds ids) throws IOException {
        hallItself(venue, hall);
        json.start("containedInPlace");
        venue(venue, List.of(), ids);
        json.end();
    }

    private void hallItself(Venue venue, Hall hall) throws IOException {
        json.text("@id", iris.hall(hall.id()));
        json.text("@type", type(venue));
        json.text("name", hall.name());
        if (venue.address().isComplete()) {
            address(venue.address());
        }
        json.number("maximumAttendeeCapacity", hall.capacity());
    }

    private void properties(Hall hall) throws IOException {
        if (hall.configurations().isEmpty() && hall.places().equals(Hall.Places.UNKNOWN)) {
            return;
        }
        json.startList("additionalProperty");
        counts(hall.places());
        for (Hall.Configuration configuration : hall.configurations()) {
            json.start();
            json.text("@type", "PropertyValue");
            json.text("propertyID", "configuration");
            json.text("name", configuration.name());
            if (!configuration.places().equals(Hall.Places.UNKNOWN)) {
                json.startList("valueReference");
                counts(configuration.places());
                json.endList();
            }
            json.end();
        }
        json.endList();
    }

    /** By names that a reader of ours knows again; schema.org has one for the most people alone. */
    private void counts(Hall.Places places) throws IOException {
        count("capacity", places.capacity());
        count("seats", places.seats());
        count("wheelchair", places.wheelchair());
    }

    private void count(String property, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.start();
            json.text("@type", "PropertyValue");
            json.text("propertyID", property);
            json.number("value", value);
            json.end();
        }
    }

    private static String type(Venue venue) {
        return venue.address().isComplete() ? "Place" : "EventVenue";
    }

    /** A thing and, where it was simulated, the notice that says so. */
    void simulated(House house) throws IOException {
        if (house.simulated()) {
            json.startList("disambiguatingDescription");
            json.textIn("fr", SimulatedNotice.FRENCH);
            json.textIn("en", SimulatedNotice.ENGLISH);
            json.endList();
        }
    }

    private void address(PostalAddress address) throws IOException {
        json.start("address");
        json.text("@type", "PostalAddress");
        json.text("streetAddress", address.street());
        json.text("postalCode", address.postcode());
        json.text("addressLocality", address.city());
        json.text("addressRegion", address.region());
        json.text("addressCountry", address.country());
        json.end();
    }

    private void surroundings(PostalAddress address) throws IOException {
        int depth = surrounding("City", address.city())
                + surrounding("AdministrativeArea", address.region())
                + surrounding("Country", address.country());
        for (int i = 0; i < depth; i++) {
            json.end();
        }
    }

    private int surrounding(String type, @Nullable String name) throws IOException {
        if (name == null) {
            return 0;
        }
        json.start("containedInPlace");
        json.text("@type", type);
        json.text("name", name);
        return 1;
    }
}
