package org.foyer.hub.model;

import org.jspecify.annotations.Nullable;

/**
 * An address where performances take place.
 *
 * @param position where it lies on the earth, null when nobody said
 */
public record Venue(
        long id,
        HouseId house,
        String name,
        PostalAddress address,
        @Nullable String url,
        @Nullable GeoPoint position) {}
