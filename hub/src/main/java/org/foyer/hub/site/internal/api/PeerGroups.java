package org.foyer.hub.site.internal.api;

import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.PeerGroup;
import org.jspecify.annotations.Nullable;

/** The short names of peer groups in addresses and commands. */
public final class PeerGroups {

    private PeerGroups() {}

    /** {@code all}, {@code discipline}, {@code size} or {@code region}. */
    public static String name(PeerGroup group) {
        if (group.discipline() != null) {
            return "discipline";
        }
        if (group.size() != null) {
            return "size";
        }
        return group.region() != null ? "region" : "all";
    }

    /** The group of that name among those a house may choose from; all houses when no name is given. */
    public static Optional<PeerGroup> named(@Nullable String name, List<PeerGroup> groups) {
        String asked = name == null || name.isBlank() ? "all" : name;
        return groups.stream().filter(group -> name(group).equals(asked)).findFirst();
    }
}
