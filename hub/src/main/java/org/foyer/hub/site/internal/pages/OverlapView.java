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
 * @param beside houses of other nodes
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
        OverlapNodesView beside) {

    /** @param opacity from 0 to 1 */
    public record Square(int x, int y, String opacity, String title) {}

    public record Mark(int x, int y, String text) {}

    /** @param number of the house in the picture @param share of the own buyers; empty where it says nothing */
    public record Row(String number, String name, String shared, String share) {}
}
