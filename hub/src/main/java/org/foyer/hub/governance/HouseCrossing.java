package org.foyer.hub.governance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a house's buyers of each genre came to at another house, over the season and the two before it.
 *
 * @param house short name of the other house
 * @param cells those that may be told
 */
public record HouseCrossing(String house, List<Cell> cells) {

    /**
     * How far a number of people is from the true one at most, in nineteen of twenty cases. It is moved further than how many buyers two houses share,
     * since one person changes several of them.
     */
    public static final int WITHIN = 30;

    /** Fewer are not told, since the error could be more than half of them. */
    public static final int LEAST = 60;

    /** Genres of a house that are counted, at most; one person counts in two of each house. */
    public static final int GENRES_MAX = 8;

    /**
     * @param genre of the shared list, in the asker's house; empty for all its buyers
     * @param otherGenre of the shared list, in the other house
     * @param buyers the asker's buyers of the genre with a key, exactly
     * @param about those of them who came to the other genre there, moved and rounded
     * @param share of the buyers, from 0 to 1
     * @param lift share over that of all the asker's buyers; null for these themselves, and where theirs is not told
     */
    public record Cell(
            String genre,
            String otherGenre,
            long buyers,
            long about,
            double share,
            @Nullable Double lift) {}
}
