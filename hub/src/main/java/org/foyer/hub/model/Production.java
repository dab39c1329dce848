package org.foyer.hub.model;

import org.jspecify.annotations.Nullable;

/** A staging of works, made by producers, possibly touring. */
public record Production(
        long id,
        HouseId house,
        String title,
        @Nullable String genre,
        @Nullable String producer,
        @Nullable String description,
        @Nullable String url) {}
