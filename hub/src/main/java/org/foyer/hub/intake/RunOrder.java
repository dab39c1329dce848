package org.foyer.hub.intake;

import java.util.List;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.ArchivedFile;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks of a run.
 *
 * @param files files already received, read together in this order
 * @param dryRun to do everything but keep it
 * @param actor login of who asks, or {@code command-line}
 * @param idempotencyKey the same key twice answers with the first run's report
 */
public record RunOrder(
        HouseId house,
        List<ArchivedFile> files,
        Matching matching,
        boolean dryRun,
        @Nullable ExpectedTotals expected,
        String actor,
        @Nullable String idempotencyKey) {}
