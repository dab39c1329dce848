package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shows that a house types.
 *
 * @param undecided how many contradictions wait, told in a sentence; null when there are none
 */
public record SheetsView(String base, String told, @Nullable String undecided, List<Sheet> sheets) {

    public record Sheet(String href, String title, String told, boolean draft) {}
}
