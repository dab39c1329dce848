package org.foyer.hub.exchange;

import java.time.Instant;
import org.foyer.hub.model.House;

/**
 * A data product as a house published it last.
 *
 * @param version 1 at first, one more with each publication
 * @param bytes of its package
 * @param sha256 of its package, in hexadecimal
 */
public record DataProduct(
        House house,
        ProductKind kind,
        ProductTerms terms,
        ProductQuality quality,
        int version,
        long bytes,
        String sha256,
        String actor,
        Instant publishedAt) {

    /** Its name in the data space, the same in catalogue, offers and agreements. */
    public String dataset() {
        return "product-" + kind.id() + "-" + house.slug();
    }

    /** Name of its package when it is downloaded. */
    public String fileName() {
        return house.slug() + "-" + kind.id() + "-" + quality.day() + ".zip";
    }
}
