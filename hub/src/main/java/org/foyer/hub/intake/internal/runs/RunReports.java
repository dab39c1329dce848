package org.foyer.hub.intake.internal.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.intake.Page;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.kit.Problem;

/** Reports as the register keeps them. */
public final class RunReports {

    private static final int PAGE_MAX = 200;

    private final RunRegister rows;

    public RunReports(RunRegister rows) {
        this.rows = rows;
    }

    public Optional<RunReport> byId(IntakeRunId run) {
        return rows.byId(run).filter(row -> !row.isUndo()).map(this::of);
    }

    public Page<RunReport> ofHouse(HouseId house, int offset, int limit) {
        List<RunReport> items = rows.ofHouse(house, offset, Math.min(limit, PAGE_MAX)).stream()
                .map(this::of)
                .toList();
        return new Page<>(items, offset, rows.countOfHouse(house));
    }

    /** A run at work has no report yet; what is known of it is told. */
    RunReport of(RunRow row) {
        if (row.report() != null) {
            return ReportText.report(row.report());
        }
        return bare(row, HouseFacts.of(rows.register(), row.house()).currency(), RunState.BEGUN, List.of(), null);
    }

    static RunReport bare(
            RunRow row,
            String currency,
            RunState state,
            List<org.foyer.kit.Problem> problems,
            @org.jspecify.annotations.Nullable Instant endedAt) {
        List<ArchivedFile> files = row.isUndo()
                ? List.of()
                : row.readFiles().stream().map(RunRow.ReadFile::file).toList();
        return new RunReport(
                new IntakeRunId(row.id()),
                row.house(),
                state,
                false,
                files,
                null,
                null,
                0,
                0,
                0,
                0,
                Map.of(),
                0,
                0,
                currency,
                List.of(),
                List.of(),
                List.of(),
                problems,
                row.actor(),
                row.begunAt(),
                endedAt);
    }

    /** A report with one problem more. */
    static RunReport with(RunReport report, Problem problem) {
        List<Problem> problems = new ArrayList<>(report.problems());
        problems.add(problem);
        return copy(report, report.state(), problems);
    }

    static RunReport copy(RunReport r, RunState state, List<Problem> problems) {
        return new RunReport(
                r.run(),
                r.house(),
                state,
                r.dryRun(),
                r.files(),
                r.recipe(),
                r.holds(),
                r.read(),
                r.taken(),
                r.unchanged(),
                r.quarantined(),
                r.byProblem(),
                r.tickets(),
                r.amount(),
                r.currency(),
                r.toClassify(),
                r.performances(),
                r.differences(),
                problems,
                r.actor(),
                r.begunAt(),
                r.endedAt());
    }
}
