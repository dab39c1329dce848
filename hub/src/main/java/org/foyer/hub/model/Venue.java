package org.foyer.hub.model;

import org.jspecify.annotations.Nullable;

/** An address where performances take place. */
public record Venue(
        long id,
        HouseId house,
        String name,
        PostalAddress address,
        @Nullable String url) {}
