package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What plays at a venue, in a hall or in a festival, or credits a name, as the public reads it.
 *
 * @param about lines: address of the venue; first and last day of a festival; or other spellings of a name, roles, and how it is understood
 * @param told how many dates lie ahead
 * @param linked JSON-LD of the venue or the festival and of the next dates, safe inside a script element
 * @param address of this page, whole
 * @param feeds where the page lies: the feeds stand under it
 * @param identifier of the venue, the festival or the person, null for found shows
 * @param known identifiers in other registers
 * @param history of the venue for those of its house; null for anything else
 * @param cut said when not all dates are listed
 * @param halls of the venue, or the hall of the page; null for anything else
 */
public record ListingView(
        String title,
        List<String> about,
        String told,
        List<Show> coming,
        List<Show> past,
        List<String> linked,
        String address,
        String feeds,
        String lang,
        @Nullable String identifier,
        List<OutsideWords.Id> known,
        @Nullable String cut,
        @Nullable String history,
        @Nullable HallTable halls) {

    /** The same with halls. */
    ListingView with(@Nullable HallTable told) {
        return new ListingView(
                title,
                about,
                this.told,
                coming,
                past,
                linked,
                address,
                feeds,
                lang,
                identifier,
                known,
                cut,
                history,
                told);
    }

    /** A show with its first date of those meant. */
    public record Show(
            String href,
            String day,
            String month,
            String when,
            String iso,
            String title,
            @Nullable String state,
            boolean simulated,
            String place,
            @Nullable String more) {}
}
