package org.foyer.hub.model;

import org.jspecify.annotations.Nullable;

/**
 * What was written or composed.
 *
 * @param sourceId the id under which the source knows it, if it gave one
 */
public record Work(long id, HouseId house, @Nullable String sourceId, String title) {}
