package org.foyer.hub.site.internal.pages;

import java.util.List;

/** Shows of a house that other houses of the node tell too. */
public record SharedView(String base, String told, List<Show> shows) {

    /** @param beside how many others tell it, and until when the house shows it */
    public record Show(String href, String title, String beside) {}
}
