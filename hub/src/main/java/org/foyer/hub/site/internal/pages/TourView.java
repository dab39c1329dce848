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
 */
public record TourView(
        String base,
        String title,
        List<Name> names,
        String told,
        @Nullable DiscMap map,
        @Nullable Chart curve,
        List<Row> rows,
        @Nullable String csv) {

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
