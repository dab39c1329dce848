package org.foyer.hub.catalogue.internal.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates of one run at which the same is played by the same people in the same hall: what the index holds as one document. Most runs
 * are one of these; a run with alternating casts is several, one behind the other.
 *
 * @param run production, first year of the season, venue (0 when unknown), as in the identifier of a run
 * @param titles in other languages than the house's own
 * @param texts subtitle, and descriptions in other languages
 * @param state of all of the dates
 * @param festivals and series to which all of the dates belong, by the names that the house chose
 * @param spellings the same as sources write them
 * @param offer what all of the dates offer
 * @param dates as {@link ShowDates} numbers them, in order
 */
record Show(
        long production,
        int season,
        long venue,
        String title,
        @Nullable String genre,
        @Nullable String eventType,
        @Nullable String producer,
        @Nullable String description,
        @Nullable String titles,
        @Nullable String texts,
        @Nullable String venueName,
        @Nullable String hall,
        @Nullable String postcode,
        @Nullable String town,
        @Nullable String region,
        String state,
        List<String> festivals,
        List<String> spellings,
        ShowOffer offer,
        List<Played> works,
        List<Credit> credits,
        long[] dates) {

    /** A work, or a part of it. */
    record Played(int position, String title, @Nullable String part) {}

    /** @param position of the work; −1 for the whole performance */
    record Credit(
            int position,
            String name,
            String role,
            @Nullable String instrument) {}

    /** Sorts like its three numbers. */
    String run() {
        return "%018d-%04d-%018d".formatted(production, season, venue);
    }
}
