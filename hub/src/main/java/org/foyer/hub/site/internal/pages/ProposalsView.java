package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is already there and looks like what is being typed.
 *
 * @param shows whether they are shows, whose sheets can be opened; else options of a field
 */
public record ProposalsView(String base, boolean shows, List<Found> own, List<Found> elsewhere) {

    /** @param house name of the other house that shows it, null when it is the house's own */
    public record Found(
            long id,
            String words,
            @Nullable String beside,
            @Nullable String last,
            @Nullable String house) {}
}
