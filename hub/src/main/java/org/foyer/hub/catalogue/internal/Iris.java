package org.foyer.hub.catalogue.internal;

import java.net.URI;
import java.net.URISyntaxException;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers of things, never equal to addresses of pages.
 *
 * @param base address of the node, without a final slash
 */
public record Iris(String base) {

    String house(House house) {
        return base + "/id/house/" + house.slug();
    }

    String performance(long id) {
        return base + "/id/performance/" + id;
    }

    String run(long production, int season, long venue) {
        return base + "/id/run/" + production + "-" + season + "-" + venue;
    }

    /** @param id as {@code Shows} has it */
    String run(String id) {
        return base + "/id/run/" + id;
    }

    /** @param kind {@code festival} or {@code series} */
    String festival(String kind, String id) {
        return base + "/id/" + kind + "/" + id;
    }

    String work(long id) {
        return base + "/id/work/" + id;
    }

    /** Of a person or group, by the number of the spelling by which it goes. */
    String person(long id) {
        return base + "/id/person/" + id;
    }

    String place(long venue) {
        return base + "/id/place/" + venue;
    }

    /** @param id of 53 bits */
    String hall(long id) {
        return base + "/id/hall/" + id;
    }

    /** A meaning of one of the vocabularies. */
    String concept(Concept concept) {
        return base + concept.path();
    }

    /** The place of something of which only the existence is certain. */
    String unknownPlaceOf(String iri) {
        return iri + "/place";
    }

    /** The address when it is one that a browser may open, else null. */
    public static @Nullable String web(@Nullable String address) {
        if (address == null || !address.matches("https?://\\p{Graph}+")) {
            return null;
        }
        try {
            URI uri = new URI(address);
            return uri.getHost() == null ? null : uri.toASCIIString();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
