package org.foyer.hub.intake;

import org.jspecify.annotations.Nullable;

/**
 * One value before and after reading, so that a person can judge the guess.
 *
 * @param before text as it stands in the file
 * @param after what Foyer makes of it, in ISO form; null when it cannot be read
 */
public record Example(String before, @Nullable String after) {}
