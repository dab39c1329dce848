package org.foyer.hub.linking;

import org.jspecify.annotations.Nullable;

/**
 * A buyer with the contacts that buyers are compared by. Personal: whoever shows it writes a line in the audit.
 *
 * @param person key of the buyer, a whole number as text
 * @param buyerRef the source's own customer number
 */
public record BuyerCard(
        String person,
        String buyerRef,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Integer birthYear) {}
