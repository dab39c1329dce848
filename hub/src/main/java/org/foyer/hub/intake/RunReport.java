package org.foyer.hub.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a run did. {@code read = taken + unchanged + quarantined}: every row is accounted for.
 *
 * @param run null for a dry run
 * @param read rows in the files, header and blank lines apart
 * @param taken rows that became sale lines, entries or programme
 * @param unchanged rows already known
 * @param quarantined rows waiting to be mended
 * @param byProblem code → rows in quarantine
 * @param tickets net tickets of the rows taken
 * @param amount minor units of the rows taken
 * @param toClassify words without a kind, most frequent first, at most 200
 * @param performances totals of the rows taken, at most 5,000
 * @param problems what concerns whole files, and a first sample of row problems
 */
public record RunReport(
        @Nullable IntakeRunId run,
        HouseId house,
        RunState state,
        boolean dryRun,
        List<ArchivedFile> files,
        @Nullable RecipeName recipe,
        @Nullable Holds holds,
        long read,
        long taken,
        long unchanged,
        long quarantined,
        Map<String, Long> byProblem,
        long tickets,
        long amount,
        String currency,
        List<ValueProof> toClassify,
        List<PerformanceTotal> performances,
        List<TotalDifference> differences,
        List<Problem> problems,
        String actor,
        Instant begunAt,
        @Nullable Instant endedAt) {}
