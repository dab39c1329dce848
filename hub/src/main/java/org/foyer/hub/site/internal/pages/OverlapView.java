package org.foyer.hub.site.internal.pages;

import java.util.List;

/**
 * Buyers whom a house shares with others.
 *
 * @param says what they come to, or why nothing is told
 * @param takesPart whether the house takes part
 * @param steward whether the reader may join or leave
 * @param side of the picture in its own units; 0 without one
 * @param squares of the picture, one for each two houses that share enough
 * @param marks numbers of the houses along its sides
 * @param newcomers who is new to the network, in sentences
 * @param crossings genres of other houses to which the own buyers go
 * @param crossingNote how far these numbers are from the truth
 * @param beside houses of other nodes
 * @param network many houses at once
 */
public record OverlapView(
        String base,
        String says,
        String note,
        boolean takesPart,
        boolean steward,
        int side,
        List<Square> squares,
        List<Mark> marks,
        List<Row> rows,
        List<Row> others,
        List<String> newcomers,
        List<Crossing> crossings,
        String crossingNote,
        OverlapNodesView beside,
        ReachView network) {

    /** @param opacity from 0 to 1 */
    public record Square(int x, int y, String opacity, String title) {}

    /** @param genres of the other house @param rows own genres */
    public record Crossing(String house, String finding, List<String> genres, List<AudienceView.Row> rows) {}

    public record Mark(int x, int y, String text) {}

    /** @param number of the house in the picture @param share of the own buyers; empty where it says nothing */
    public record Row(String number, String name, String shared, String share) {}
}
