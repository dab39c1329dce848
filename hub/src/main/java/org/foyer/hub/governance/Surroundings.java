package org.foyer.hub.governance;

import org.jspecify.annotations.Nullable;

/**
 * How the node is reached; null where whoever asks cannot know, as on the command line.
 *
 * @param thisMachineOnly whether it listens on the loopback address only
 * @param https whether its public address is {@code https}
 * @param signInElsewhere whether people sign in with an OpenID Connect provider
 * @param requestsLogged whether requests are written to a log (paths only, no query, no name)
 */
public record Surroundings(
        @Nullable Boolean thisMachineOnly,
        @Nullable Boolean https,
        @Nullable Boolean signInElsewhere,
        @Nullable Boolean requestsLogged) {

    public static final Surroundings UNKNOWN = new Surroundings(null, null, null, null);
}
