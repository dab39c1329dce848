package org.foyer.hub.catalogue;

import java.time.LocalDateTime;
import java.util.List;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.Performance;
import org.foyer.hub.model.Production;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/** One performance with everything its programme says. */
public record ProgrammeEntry(
        Performance performance,
        Production production,
        @Nullable Venue venue,
        @Nullable LocalDateTime startsLocal,
        @Nullable String season,
        @Nullable String eventType,
        List<Item> items,
        List<Contribution> contributions) {

    /**
     * A work played, in order; an interval has no work.
     *
     * @param work id of the work
     * @param part movement or excerpt that was played, when not the whole
     */
    public record Item(
            int position,
            @Nullable Long work,
            @Nullable String title,
            @Nullable String part,
            boolean interval,
            List<Contribution> contributions) {}
}
