package org.foyer.hub.intake.internal.runs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SaidInFiles;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.loading.TakeBack;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Takes committed runs back. Taking back is a run of its own, so that a crash in the middle is settled like any other. */
public final class UndoRuns {

    private final RunRegister rows;
    private final Warehouse warehouse;
    private final RunQueue queue;
    private final Clock clock;
    private final CrashPoint crash;
    private final SaidInFiles said;

    public UndoRuns(
            RunRegister rows, Warehouse warehouse, RunQueue queue, Clock clock, CrashPoint crash, SaidInFiles said) {
        this.rows = rows;
        this.warehouse = warehouse;
        this.queue = queue;
        this.clock = clock;
        this.crash = crash;
        this.said = said;
    }

    /** Takes a run back. One that is not committed is answered as it stands, with a problem that says so. */
    public RunReport undo(IntakeRunId id, String actor) {
        Optional<RunQueue.Turn> joined = queue.join();
        if (joined.isEmpty()) {
            return RunReports.with(report(id), Problem.stops("queue-full", Place.of(""), "0"));
        }
        try (RunQueue.Turn turn = joined.get()) {
            turn.awaitWork();
            RunReport report = report(id);
            if (report.state() != RunState.COMMITTED) {
                return RunReports.with(report, Problem.stops("run-not-committed", Place.of("")));
            }
            return inTurn(report, id, actor);
        }
    }

    private RunReport report(IntakeRunId id) {
        return rows.byId(id)
                .filter(row -> !row.isUndo() && row.report() != null)
                .map(row -> ReportText.report(java.util.Objects.requireNonNull(row.report())))
                .orElseThrow(() -> new IllegalArgumentException("no run " + id));
    }

    private RunReport inTurn(RunReport target, IntakeRunId id, String actor) {
        Instant begunAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int number = rows.register().write(handle -> {
            long recipe = handle.createQuery("select recipe from intake_run where id = :id")
                    .bind("id", id.value())
                    .mapTo(Long.class)
                    .one();
            return RunRegister.begin(
                    handle,
                    target.house(),
                    RunRow.UNDO,
                    recipe,
                    RunRow.undoing(id.value()),
                    actor,
                    begunAt,
                    null,
                    null);
        });
        RunRow row = rows.byId(new IntakeRunId(number)).orElseThrow();
        crash.at("begun");
        HouseFacts house = HouseFacts.of(rows.register(), target.house());
        RunReport report = warehouse.write(target.house(), connection -> {
            RunReport undone = takeBack(connection, house, row, target);
            crash.at("loaded");
            return undone;
        });
        crash.at("marked");
        said.takeBack(target.house(), id.value(), actor);
        rows.end(row, RunState.COMMITTED, begunAt, ReportText.write(report));
        crash.at("committed");
        return report;
    }

    private static RunReport takeBack(Connection connection, HouseFacts house, RunRow row, RunReport target)
            throws SQLException {
        long left = takeBack(connection, house, row);
        RunReport report = state(target);
        if (left > 0) {
            report = RunReports.with(
                    report, Problem.warns("undo-leaves-cancellations", Place.of(""), Long.toString(left)));
        }
        RunLoad.mark(new Sql(connection), row.id(), house, ReportText.write(report));
        return report;
    }

    /** The warehouse's part alone, which a rebuild repeats. */
    static long takeBack(Connection connection, HouseFacts house, RunRow undo) throws SQLException {
        return new TakeBack(connection, house.id().value(), house.zone(), undo.undoes(), undo.id(), undo.begunAt())
                .all();
    }

    private static RunReport state(RunReport r) {
        return RunReports.copy(r, RunState.UNDONE, r.problems());
    }
}
