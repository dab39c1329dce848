package org.foyer.hub.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a house or a venue stands. A part that no source gave is null; nothing is guessed.
 *
 * @param postcode text, since leading zeros and letters count
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country) {

    /** An address of which nothing is known. */
    public static final PostalAddress UNKNOWN = new PostalAddress(null, null, null, null, null);

    /** Whether all five parts are known, as published addresses need. */
    public boolean isComplete() {
        return street != null && postcode != null && city != null && region != null && country != null;
    }
}
