package org.foyer.hub.insight;

import java.util.List;

/**
 * What a house's own data offers for conditions.
 *
 * @param genres in the house's words, at most {@value #GENRES_MAX}
 * @param productions newest first, at most {@value #PRODUCTIONS_MAX}
 * @param seasons newest first, at most {@value #SEASONS_MAX}
 */
public record SegmentChoices(List<String> genres, List<Production> productions, List<String> seasons) {
    public static final int GENRES_MAX = 100;
    public static final int PRODUCTIONS_MAX = 200;
    public static final int SEASONS_MAX = 40;

    public record Production(long id, String title) {}
}
