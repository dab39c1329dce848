package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A house beside its peers.
 *
 * @param takesPart whether it takes part; without it nothing is compared
 * @param steward whether the reader may join or leave
 * @param follows of all figures at once, where they do not differ in this
 * @param nodes whether other nodes are known
 */
public record CompareView(
        String base,
        SeasonChoice seasons,
        List<Group> groups,
        String group,
        boolean takesPart,
        boolean steward,
        List<Line> lines,
        List<Line> withheld,
        @Nullable String follows,
        String csv,
        boolean nodes) {

    /** A peer group to choose. */
    public record Group(String value, String text, boolean current) {}

    /**
     * One figure.
     *
     * @param strip null when peers are not shown; then {@code says} tells why
     * @param definition where its definition stands
     * @param follows by which version it is told, and whether networks adopted that one; null where that is said of all at once
     */
    public record Line(
            String id,
            String name,
            String own,
            String says,
            @Nullable Strip strip,
            String definition,
            @Nullable String follows) {

        /** The same, where what it follows is said of all figures at once. */
        Line saidOfAll() {
            return new Line(id, name, own, says, strip, definition, null);
        }
    }

    /**
     * Places on a line from 0 to 100 percent of its width.
     *
     * @param own null when the own value is not measured
     * @param ownMark points of the diamond around the own place, in a picture 1000 wide
     */
    public record Strip(
            String low,
            String width,
            String median,
            @Nullable String own,
            String lowText,
            String medianText,
            String highText) {}
}
