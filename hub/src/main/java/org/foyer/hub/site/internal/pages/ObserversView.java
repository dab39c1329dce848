package org.foyer.hub.site.internal.pages;

import java.util.List;

/**
 * Funders and researchers of this node, and whether the house lets them see sums that it is in.
 *
 * @param action address of the page
 * @param steward whether the reader may change that
 */
public record ObserversView(String action, List<Line> bodies, boolean lets, boolean steward) {

    /** @param since in words */
    public record Line(String body, String since) {}
}
