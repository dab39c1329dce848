package org.foyer.hub.intake.internal.runs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SaidInFiles;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.internal.loading.Stopped;
import org.foyer.hub.intake.internal.words.SaidWords;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.DiskFull;
import org.foyer.hub.store.StoreFailure;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The life of a run: the register says that it begins, the warehouse takes all of it in one transaction, the register says
 * how it ended. Runs follow one another; the next one
 * reads its files meanwhile, some may wait.
 */
public final class Runs {

    private static final Logger LOG = Logger.getLogger(Runs.class.getName());

    private final RunRegister rows;
    private final RecipeShelf shelf;
    private final Warehouse warehouse;
    private final FileOpening opening;
    private final RunLoad load;
    private final RunQueue queue;
    private final Clock clock;
    private final IntakeLimits limits;
    private final CrashPoint crash;
    private final SaidWords words;
    private final SaidInFiles said;

    public Runs(
            RunRegister rows,
            RecipeShelf shelf,
            Warehouse warehouse,
            FileOpening opening,
            RunLoad load,
            RunQueue queue,
            Clock clock,
            IntakeLimits limits,
            CrashPoint crash,
            SaidWords words,
            SaidInFiles said) {
        this.rows = rows;
        this.shelf = shelf;
        this.warehouse = warehouse;
        this.opening = opening;
        this.load = load;
        this.queue = queue;
        this.clock = clock;
        this.limits = limits;
        this.crash = crash;
        this.words = words;
        this.said = said;
    }

    /** Carries a rehearsal's report out of a transaction that is rolled back. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RunReport report;

        Rehearsed(RunReport report) {
            super("rehearsed", null, false, false);
            this.report = report;
        }
    }

    /** Reads, checks and loads files, or rehearses it. */
    public RunReport run(RunOrder order, Progress progress) {
        HouseFacts house = HouseFacts.of(rows.register(), order.house());
        Reporting reporting = new Reporting(order, house, now());
        if (order.files().isEmpty() || order.files().size() > limits.filesMax()) {
            return reporting.failed(
                    null, null, null, List.of(stops("files-too-many", Integer.toString(limits.filesMax()))), now());
        }
        Optional<RunQueue.Turn> joined = queue.join();
        if (joined.isEmpty()) {
            return reporting.failed(
                    null, null, null, List.of(stops("queue-full", Integer.toString(limits.waitingMax()))), now());
        }
        try (RunQueue.Turn turn = joined.get()) {
            Optional<RunReport> before = answeredBefore(order);
            return before.isPresent() ? before.get() : read(order, house, turn, progress);
        }
    }

    /** Reads the files while another run may be at work, then waits for the turn. */
    private RunReport read(RunOrder order, HouseFacts house, RunQueue.Turn turn, Progress progress) {
        turn.awaitReading();
        try (ReadFiles files = ReadFiles.read(shelf, opening, order, progress)) {
            crash.at("read");
            turn.awaitWork();
            Optional<RunReport> before = answeredBefore(order);
            return before.isPresent() ? before.get() : inTurn(order, house, files, progress);
        }
    }

    private Optional<RunReport> answeredBefore(RunOrder order) {
        if (order.idempotencyKey() == null || order.dryRun()) {
            return Optional.empty();
        }
        return rows.byKey(order.house(), order.idempotencyKey())
                .map(RunRow::report)
                .map(ReportText::report);
    }

    private static Problem stops(String code, String... arguments) {
        return Problem.stops(code, Place.of(""), arguments);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private RunReport inTurn(RunOrder asked, HouseFacts house, ReadFiles files, Progress progress) {
        Instant begunAt = now();
        RunOrder order = new RunOrder(
                asked.house(),
                files.opened().stream().map(OpenedFile::file).toList(),
                asked.matching(),
                asked.dryRun(),
                asked.expected(),
                asked.actor(),
                asked.idempotencyKey());
        Reporting reporting = new Reporting(order, house, begunAt);
        RunRow row = order.dryRun() ? null : begin(order, files, begunAt);
        crash.at("begun");
        RunReport report = carriedOut(order, house, files, row, reporting, progress);
        if (row != null) {
            end(row, report);
            crash.at("committed");
            words.settle(order.house());
        }
        return report;
    }

    private RunReport carriedOut(
            RunOrder order,
            HouseFacts house,
            ReadFiles files,
            @Nullable RunRow row,
            Reporting reporting,
            Progress progress) {
        Integer number = row == null ? null : row.id();
        try {
            Optional<RunTables> tables = files.tables();
            return tables.isPresent()
                    ? load(order, house, tables.get(), number == null ? 0 : number, reporting, progress)
                    : failed(files, number, reporting, files.problems());
        } catch (Stopped stopped) {
            return failed(files, number, reporting, List.of(stopped.problem()));
        } catch (StoreFailure failure) {
            // nothing was changed, and the person must know
            LOG.log(Level.WARNING, "Run {0} was refused by the warehouse: {1}.", new Object[] {number, failure.kind()});
            return failed(files, number, reporting, List.of(stops("warehouse-refused")));
        } catch (DiskFull full) {
            return failed(files, number, reporting, List.of(stops(DiskFull.CODE)));
        } catch (RuntimeException bug) {
            if (row != null) {
                end(row, failed(files, number, reporting, List.of(stops("run-broke-off"))));
            }
            throw bug;
        }
    }

    private RunReport failed(ReadFiles files, @Nullable Integer number, Reporting reporting, List<Problem> problems) {
        return reporting.failed(number, files.recipe(), files.holds(), problems, now());
    }

    private RunRow begin(RunOrder order, ReadFiles files, Instant begunAt) {
        List<OpenedFile> opened = files.opened();
        List<SaidWord> said = SaidWords.of(order.matching());
        int id = rows.register().write(handle -> {
            List<RunFiles.Entry> entries = new ArrayList<>();
            for (OpenedFile file : opened) {
                long recipe = file.fit() == null
                        ? RecipeShelf.keepNone(handle, begunAt)
                        : RecipeShelf.keep(handle, order.house(), ReadFiles.fitted(file), begunAt);
                entries.add(RunFiles.Entry.of(file, recipe));
            }
            long recipe = files.main()
                    .map(file -> entries.get(opened.indexOf(file)).recipe())
                    .orElseGet(() -> RecipeShelf.keepNone(handle, begunAt));
            String kind = files.main()
                    .map(file -> ReadFiles.fitted(file).holds().name().toLowerCase(Locale.ROOT))
                    .orElse("none");
            return RunRegister.begin(
                    handle,
                    order.house(),
                    kind,
                    recipe,
                    ReportText.write(entries),
                    order.actor(),
                    begunAt,
                    order.idempotencyKey(),
                    said.isEmpty() ? null : ReportText.write(said));
        });
        return rows.byId(new IntakeRunId(id)).orElseThrow();
    }

    private void end(RunRow row, RunReport report) {
        rows.end(
                row,
                report.state(),
                java.util.Objects.requireNonNullElse(report.endedAt(), now()),
                ReportText.write(report));
    }

    private RunReport load(
            RunOrder order, HouseFacts house, RunTables tables, int run, Reporting reporting, Progress progress) {
        try {
            List<SaidInFiles.Cell> cells = new ArrayList<>();
            RunReport report = warehouse.write(order.house(), connection -> {
                RunReport loaded = loadIn(connection, order, house, tables, run, reporting, progress);
                cells.addAll(RunLoad.said(connection));
                return loaded;
            });
            crash.at("marked");
            return cells.isEmpty() ? report : withConsents(report, run, cells);
        } catch (Rehearsed rehearsed) {
            return rehearsed.report;
        }
    }

    /** Once the run is kept, so that nothing stands in the register of a run that never was. */
    private RunReport withConsents(RunReport report, int run, List<SaidInFiles.Cell> cells) {
        SaidInFiles.Taken taken = said.take(report.house(), run, cells, report.actor());
        RunReport told = RunReports.with(
                report, stopsNothing("consents-taken", taken.written(), taken.unchanged(), taken.saidOtherwise()));
        return taken.withoutWording() == 0
                ? told
                : RunReports.with(told, stopsNothing("consents-without-wording", taken.withoutWording()));
    }

    private static Problem stopsNothing(String code, long... numbers) {
        return Problem.warns(
                code,
                Place.of(""),
                java.util.Arrays.stream(numbers).mapToObj(Long::toString).toArray(String[]::new));
    }

    private RunReport loadIn(
            Connection connection,
            RunOrder order,
            HouseFacts house,
            RunTables tables,
            int run,
            Reporting reporting,
            Progress progress)
            throws SQLException {
        RunReport report = load.load(connection, order, house, tables, run, reporting, this::now, progress);
        crash.at("loaded");
        if (order.dryRun()) {
            throw new Rehearsed(report);
        }
        return report;
    }
}
