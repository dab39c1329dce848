package org.foyer.hub.model;

import org.jspecify.annotations.Nullable;

/**
 * A person or group in a role on a work or a performance, as a programme credits them in public.
 *
 * @param role what they did, in the words of the source
 * @param instrument for musicians, in the words of the source
 */
public record Contribution(
        String name,
        String role,
        @Nullable String instrument,
        @Nullable Long work) {}
