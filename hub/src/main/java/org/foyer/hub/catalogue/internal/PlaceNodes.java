package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import org.foyer.hub.catalogue.ExternalIds;
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

    /** The fields of a venue, or of one of its halls with the venue written into it, for what stands alone. */
    void whole(Venue venue, @Nullable String hall, ExternalIds ids) throws IOException {
        fields(venue, hall, ids, true);
    }

    /** The fields of a venue, or of one of its halls. */
    void place(Venue venue, @Nullable String hall, ExternalIds ids) throws IOException {
        fields(venue, hall, ids, false);
    }

    private void fields(Venue venue, @Nullable String hall, ExternalIds ids, boolean whole) throws IOException {
        json.text("@id", iris.place(venue.id(), hall));
        json.text("@type", venue.address().isComplete() ? "Place" : "EventVenue");
        json.text("name", hall == null ? venue.name() : hall);
        json.text("url", hall == null ? Iris.web(venue.url()) : null);
        if (venue.address().isComplete()) {
            address(venue.address());
        }
        if (hall == null) {
            outside.identifiers(ids.of("venue", venue.id()));
            outside.position(venue.position());
        }
        if (hall != null && whole) {
            json.start("containedInPlace");
            place(venue, null, ids);
            json.end();
        } else if (hall != null) {
            json.reference("containedInPlace", iris.place(venue.id(), null));
        } else if (!venue.address().isComplete()) {
            surroundings(venue.address());
        }
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
