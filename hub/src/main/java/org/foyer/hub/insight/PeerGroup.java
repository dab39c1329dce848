package org.foyer.hub.insight;

import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.SizeClass;
import org.jspecify.annotations.Nullable;

/** Which houses one is compared with; a trait that is null is not asked for. One trait at most beside all houses. */
public record PeerGroup(
        @Nullable Discipline discipline,
        @Nullable SizeClass size,
        @Nullable String region) {
    public static final PeerGroup ALL = new PeerGroup(null, null, null);
}
