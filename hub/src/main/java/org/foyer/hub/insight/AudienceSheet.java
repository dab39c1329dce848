package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * Who came in a season, as known on a day. Buyers are those who ordered: whom they brought is not known.
 *
 * @param since day of the first performance that the house's data tells of, null without data
 * @param buyers of the season, those that are one person counted once
 * @param linked how many buyers of the house were found to be how many people, null where they were not linked: then each
 *     buyer counts as one person
 * @param figures those of the dictionary that need to know the buyer, each with its parts
 */
public record AudienceSheet(
        HouseId house,
        Season season,
        LocalDate asOf,
        AudienceBasis basis,
        boolean simulated,
        @Nullable LocalDate since,
        long buyers,
        @Nullable Linked linked,
        List<Figure> figures,
        Crossover crossover,
        Catchment catchment) {

    public Figure figure(String indicator) {
        return figures.stream()
                .filter(figure -> figure.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such figure: " + indicator));
    }

    /**
     * What linking came to over all buyers of the house.
     *
     * @param buyers records of buyers
     * @param people they were found to be
     * @param households these people live in
     */
    public record Linked(long buyers, long people, long households) {}

    /**
     * Who of one genre also came to another, over three seasons.
     *
     * @param buyers of the three seasons
     * @param genres the house's own words, most buyers first, at most {@value #GENRES_MAX}
     * @param cells for each genre one for each other genre, in the order of the genres
     * @param genresLeftOut those beyond the limit or with too few buyers
     */
    public record Crossover(long buyers, List<Genre> genres, List<Cell> cells, int genresLeftOut) {
        public static final int GENRES_MAX = 8;
    }

    public record Genre(String name, long buyers) {}

    /**
     * @param share of the buyers of the first genre who also came to the second, from 0 to 1; null when too few to tell
     * @param lift that share over the share expected if genres were chosen independently; 1 means no attraction
     */
    public record Cell(
            String of,
            String also,
            @Nullable Double share,
            @Nullable Double lift) {}

    /**
     * Where the buyers of the season live, as known on the last day by which at least five more had come.
     *
     * @param asOf that day
     * @param buyers of the season, as known then
     * @param unknown of these, those without a postcode
     * @param small those of areas with too few buyers to be told
     * @param areas told, most buyers first, at most {@value #AREAS_MAX}
     * @param bands by distance from the house, nearest first; empty when the house's or the buyers' places are not known
     * @param sameDepartment share of the buyers with a known place who live in the house's département, null when not known
     * @param sameRegion the same for its region
     * @param regions in which they live, beside the region of the house
     */
    public record Catchment(
            LocalDate asOf,
            long buyers,
            long unknown,
            long small,
            List<Area> areas,
            List<Figure.Part> bands,
            @Nullable Double sameDepartment,
            @Nullable Double sameRegion,
            Regions regions) {
        public static final int AREAS_MAX = 2_000;
    }

    /**
     * The regions in which buyers live, apart from the region in which the house lies (indicator 25).
     *
     * @param ofHouse code of INSEE of the region of the house, null when not known
     * @param lived those in which buyers live, most buyers first
     * @param apart buyers with a postcode who are counted in none: their region is not known, or too few would be left beside the areas told
     */
    public record Regions(@Nullable String ofHouse, List<Region> lived, long apart) {
        public static final Regions NONE = new Regions(null, List.of(), 0);
    }

    /**
     * @param code of INSEE
     * @param share of the buyers with a postcode, from 0 to 1
     * @param perThousand buyers per 1,000 inhabitants of the region, null where some of them are not counted
     */
    public record Region(
            String code,
            String name,
            long buyers,
            double share,
            @Nullable Double perThousand) {}

    /**
     * A commune, or a postcode where the town's name does not tell which of its communes is meant; every buyer is in one area.
     *
     * @param commune code of INSEE (of Paris, Lyon and Marseille of the arrondissement); null for a postcode of several communes, for
     *     one that is in no list, and abroad
     * @param postcode null for a commune; outside France its first part
     * @param place its name is empty for a postcode of several communes; null when not known
     * @param perThousand buyers per 1,000 inhabitants of the commune, null when not known and for a postcode
     * @param kilometres from the house as the crow flies, null when not known
     */
    public record Area(
            @Nullable String commune,
            @Nullable String postcode,
            String country,
            long buyers,
            @Nullable Place place,
            @Nullable Double perThousand,
            @Nullable Double kilometres) {}

    /**
     * @param department its code; empty where a postcode lies in several, as is the region
     * @param longitude degrees east (WGS 84)
     * @param latitude degrees north
     */
    public record Place(
            String name, String department, String region, long inhabitants, double longitude, double latitude) {}
}
