package org.foyer.hub.intake.internal.runs;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SaidInFiles;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.words.SaidWords;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Brings the two stores in step after a crash: what the warehouse marked is committed, everything else never happened. */
public final class Settlement {

    private final RunRegister rows;
    private final Archive archive;
    private final Warehouse warehouse;
    private final Clock clock;
    private final SaidWords words;
    private final SaidInFiles said;

    public Settlement(
            RunRegister rows, Archive archive, Warehouse warehouse, Clock clock, SaidWords words, SaidInFiles said) {
        this.rows = rows;
        this.archive = archive;
        this.warehouse = warehouse;
        this.clock = clock;
        this.words = words;
        this.said = said;
    }

    /**
     * Settles every run that began and did not end, and every word that the warehouse may not hold; seals what an older
     * edition archived plain.
     */
    public List<IntakeRunId> settle() {
        archive.sealPlain(rows::housesWith);
        List<IntakeRunId> settled = new ArrayList<>();
        for (RunRow row : rows.begun()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Optional<String> marked = marked(row.id());
            rows.end(
                    row,
                    marked.isPresent() ? RunState.COMMITTED : RunState.FAILED,
                    now,
                    marked.map(report -> told(row, report)).orElseGet(() -> ReportText.write(interrupted(row, now))));
            settled.add(new IntakeRunId(row.id()));
        }
        words.settle();
        return settled;
    }

    /** What a file said of being contacted is written down after the mark, and what a run said is forgotten after it. */
    private String told(RunRow row, String marked) {
        RunReport report = ReportText.report(marked);
        if (row.isUndo()) {
            said.takeBack(row.house(), row.undoes(), report.actor());
            return marked;
        }
        return report.problems().stream().anyMatch(problem -> problem.code().equals(RunLoad.CONSENTS_READ))
                ? ReportText.write(RunReports.with(report, Problem.warns("consents-interrupted", Place.of(""))))
                : marked;
    }

    private Optional<String> marked(int run) {
        List<String> reports = warehouse.read(connection -> new Sql(connection)
                .list(found -> found.getString(1), "select report from run_mark where run = ?", run));
        return reports.stream().findFirst();
    }

    private RunReport interrupted(RunRow row, Instant now) {
        return RunReports.bare(
                row,
                HouseFacts.of(rows.register(), row.house()).currency(),
                RunState.FAILED,
                List.of(Problem.stops("run-interrupted", Place.of(""))),
                now);
    }
}
