package org.foyer.hub.site.internal.server;

import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Followed;

/** Whether networks adopted the version of a figure, as two cells of a table to take away. */
public final class FollowedCells {

    /** Heads of the two columns: {@code adopted}, {@code other} or {@code not-adopted}, and which network adopted which version. */
    public static final List<String> HEADS = List.of("definition", "adopted_by");

    private FollowedCells() {}

    public static String standing(Followed followed) {
        return followed.standing().key();
    }

    /** For instance {@code Scènes d’Ouest: 2; Lyric: 1}; empty when none did. */
    public static String networks(Followed followed) {
        return followed.networks().stream()
                .map(one -> one.network().isEmpty()
                        ? Integer.toString(one.version())
                        : one.network() + ": " + one.version())
                .collect(Collectors.joining("; "));
    }
}
