package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who comes, who comes back and from where.
 *
 * @param asOf ISO day, as a date field takes it
 * @param today last day that may be asked
 * @param asKnown the day in words when it is not today
 * @param byPurchase whether a buyer's season is told by day of purchase
 * @param lead one sentence on the whole
 * @param linked how many buyers were found to be how many people, null where nothing was linked
 * @param nobody whether no file of the house says who bought, so that there is nothing to tell
 * @param values figures of one value
 * @param pictures figures that are bars
 * @param prices what sold at which price and in which zone; empty where there is no more to tell than that nobody is known
 */
public record AudienceView(
        String base,
        SeasonChoice seasons,
        String asOf,
        String today,
        @Nullable String asKnown,
        boolean byPurchase,
        String lead,
        @Nullable String linked,
        boolean nobody,
        List<FigureCard> values,
        List<FigureCard> pictures,
        List<FigureCard> prices,
        @Nullable Crossing crossing,
        @Nullable Origins origins,
        String csv) {

    /** Who of one genre also came to another. */
    public record Crossing(
            String finding,
            List<String> genres,
            List<Row> rows,
            @Nullable String leftOut,
            String csv) {}

    public record Row(String genre, String buyers, List<Mark> marks) {}

    /**
     * @param text share of the buyers of the row, or a dash
     * @param lift in words, empty for one's own genre and where nothing is told
     * @param tone {@code own}, {@code none}, {@code far-more}, {@code more}, {@code even} or {@code less}
     */
    public record Mark(String text, String lift, String tone) {}

    /**
     * Where buyers live.
     *
     * @param map null where no place is known
     * @param areas largest first
     * @param asKnown on which day, and why not on a later one
     * @param regions null where no buyer's region is known
     */
    public record Origins(
            String finding,
            @Nullable DiscMap map,
            @Nullable Bars bands,
            List<AreaRow> areas,
            String withheld,
            String asKnown,
            @Nullable RegionTable regions,
            String csv) {}

    public record AreaRow(String name, String buyers, String share, String perThousand, String distance) {}

    /** In which regions buyers live, beside that of the house. */
    public record RegionTable(String finding, List<RegionRow> rows, String csv) {}

    /** @param own whether it is the region of the house */
    public record RegionRow(String name, boolean own, String buyers, String share, String perThousand) {}
}
