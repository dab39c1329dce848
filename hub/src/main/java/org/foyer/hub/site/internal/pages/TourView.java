package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's show in the houses that it asked.
 *
 * @param names of the house's tours
 * @param told what they come to
 * @param map of the stops that told something; null when no place is known
 * @param curve null when no stop told its sales by day
 * @param csv address of the table; null without a tour
 * @param count address that counts its buyers; null without a tour
 * @param audience its buyers; null where they were not asked for
 */
public record TourView(
        String base,
        String title,
        List<Name> names,
        String told,
        @Nullable DiscMap map,
        @Nullable Chart curve,
        List<Row> rows,
        @Nullable String csv,
        @Nullable String count,
        @Nullable Audience audience) {

    /**
     * Buyers of the tour.
     *
     * @param note how it was counted; empty where nothing is told
     * @param width of those of several places, in percent of all; null when not told
     * @param rows name and number; empty where nothing is told
     */
    public record Audience(
            String says, String note, @Nullable String width, List<Part> rows) {}

    public record Part(String name, String number) {}

    public record Name(String href, String text, boolean current) {}

    /**
     * One stop. Empty where the house told nothing of it.
     *
     * @param note why nothing is told, or that its node is away
     * @param width of the bar of its fill rate, in percent; null without one
     */
    public record Row(
            String house,
            String place,
            String state,
            String tone,
            String note,
            String dates,
            String tickets,
            String occupancy,
            @Nullable String width,
            String revenue,
            String lead,
            String people) {}
}
