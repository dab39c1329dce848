package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of buyers that may be one person, and what was said of some.
 *
 * @param lead how many buyers were found to be how many people
 * @param underWay that it no longer holds, or null
 * @param done what was kept a moment ago, or null
 * @param problem why it was not, or null
 * @param asked the pair that was asked for by customer numbers, or none
 * @param decided pairs of which something was said, newest first
 * @param offset of the first pair, to come back to
 */
public record MatchesView(
        String base,
        String lead,
        @Nullable String underWay,
        @Nullable String done,
        WordsView.@Nullable Problem problem,
        List<Pair> asked,
        List<Pair> pairs,
        List<Pair> decided,
        String offset,
        Pager pager) {

    /**
     * Two buyers side by side.
     *
     * @param number ends the ids of its parts
     * @param one key of a buyer
     * @param finding the sentence over the picture
     * @param now whether they count as one person or two
     * @param rows their contacts
     * @param waterfall from what speaks beforehand to the sum
     * @param group null when nobody else counts as the same person
     */
    public record Pair(
            String number,
            String one,
            String other,
            String title,
            String finding,
            String now,
            @Nullable String said,
            List<Row> rows,
            Waterfall waterfall,
            @Nullable Group group) {}

    /** @param alike how alike the two are, in words @param differs whether a person should look at it */
    public record Row(String label, String one, String other, String alike, boolean differs) {}

    /** @param threshold where the line stands, in percent from the left */
    public record Waterfall(String threshold, List<Step> steps) {}

    /**
     * @param says how alike, in words; empty for the sum
     * @param from left end of the bar in percent
     * @param width of the bar in percent
     * @param against whether it speaks against one person
     */
    public record Step(
            String label, String says, String bits, String total, String from, String width, boolean against) {}

    /**
     * @param told how many buyers
     * @param finding what holds them together; where they are too many to draw, that too
     * @param graph null where they are too many
     * @param members a line each, in the order of their numbers
     * @param edges a line for each pair of them that was compared
     */
    public record Group(
            String told, String finding, @Nullable Graph graph, List<String> members, List<String> edges) {}

    /** Buyers as numbered nodes, the pairs that were compared as lines. @param height of the drawing, 400 wide */
    public record Graph(int height, List<Line> lines, List<Node> nodes) {}

    /**
     * @param kind {@code holds}, {@code against}, {@code said-same} or {@code said-different}
     * @param width of the stroke: the surer, the thicker
     * @param label at {@code x} and {@code y}; empty where labels would stand on one another
     * @param says the pair and its weight
     */
    public record Line(
            String kind,
            String fromX,
            String fromY,
            String toX,
            String toY,
            String width,
            String x,
            String y,
            String label,
            String says) {}

    /** @param ofPair whether it is one of the two buyers of which is asked */
    public record Node(String x, String y, int number, boolean ofPair, String says) {}
}
