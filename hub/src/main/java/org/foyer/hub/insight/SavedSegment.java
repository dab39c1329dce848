package org.foyer.hub.insight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A segment under a name that a house keeps for all its members.
 *
 * @param slug short name in addresses, given once
 * @param name as its members call it; of those that Foyer ships the key of the rule, which pages say in words
 * @param shipped whether Foyer brings it; it cannot be changed
 * @param version counted up with each change of the query, from 1
 * @param changedBy null for those shipped
 */
public record SavedSegment(
        String slug,
        String name,
        SegmentDefinition query,
        boolean shipped,
        int version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {}
