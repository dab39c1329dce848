package org.foyer.hub.intake.internal.runs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.intake.Holds;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RecipeName;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.loading.Stopped;
import org.foyer.hub.intake.internal.recipe.Recipe;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.DiskFull;
import org.foyer.hub.store.StoreFailure;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The life of a run: the register says that it begins, the warehouse takes all of it in one transaction, the register says
 * how it ended. Runs follow one another; some may wait.
 */
public final class Runs {

    private final RunRegister rows;
    private final RecipeShelf shelf;
    private final Warehouse warehouse;
    private final FileOpening opening;
    private final RunLoad load;
    private final RunQueue queue;
    private final Clock clock;
    private final IntakeLimits limits;
    private final CrashPoint crash;

    public Runs(
            RunRegister rows,
            RecipeShelf shelf,
            Warehouse warehouse,
            FileOpening opening,
            RunLoad load,
            RunQueue queue,
            Clock clock,
            IntakeLimits limits,
            CrashPoint crash) {
        this.rows = rows;
        this.shelf = shelf;
        this.warehouse = warehouse;
        this.opening = opening;
        this.load = load;
        this.queue = queue;
        this.clock = clock;
        this.limits = limits;
        this.crash = crash;
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
        if (!queue.enter()) {
            return reporting.failed(
                    null, null, null, List.of(stops("queue-full", Integer.toString(limits.waitingMax()))), now());
        }
        try {
            Optional<RunReport> before = answeredBefore(order);
            return before.isPresent() ? before.get() : inTurn(order, house, progress);
        } finally {
            queue.leave();
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

    private RunReport inTurn(RunOrder asked, HouseFacts house, Progress progress) {
        Instant begunAt = now();
        List<Recipe> recipes = shelf.forHouse(asked.house(), asked.matching());
        List<Recipe> wanted = wanted(recipes, asked.matching().recipe());
        List<OpenedFile> opened = asked.files().stream()
                .map(file -> {
                    OpenedFile first = opening.open(file, wanted);
                    return first.ready() || wanted.size() == recipes.size()
                            ? first
                            : better(first, opening.open(file, recipes));
                })
                .sorted(Comparator.comparingInt(OpenedFile::rank))
                .toList();
        RunOrder order = new RunOrder(
                asked.house(),
                opened.stream().map(OpenedFile::file).toList(),
                asked.matching(),
                asked.dryRun(),
                asked.expected(),
                asked.actor(),
                asked.idempotencyKey());
        Reporting reporting = new Reporting(order, house, begunAt);
        List<Problem> problems =
                opened.stream().flatMap(file -> file.problems().stream()).toList();
        Optional<OpenedFile> main =
                opened.stream().filter(file -> file.fit() != null).max(Comparator.comparingInt(OpenedFile::rank));
        RecipeName recipe = main.map(file -> fitted(file).id()).orElse(null);
        Holds holds = main.map(file -> fitted(file).holds()).orElse(null);
        RunRow row = order.dryRun() ? null : begin(order, opened, main, begunAt);
        Integer number = row == null ? null : row.id();
        crash.at("begun");
        RunReport report;
        try {
            report = opened.stream().allMatch(OpenedFile::ready)
                    ? load(order, house, opened, number == null ? 0 : number, reporting, progress)
                    : reporting.failed(number, recipe, holds, problems, now());
        } catch (Stopped stopped) {
            report = reporting.failed(number, recipe, holds, List.of(stopped.problem()), now());
        } catch (StoreFailure failure) {
            // nothing was changed, and the person must know
            report = reporting.failed(number, recipe, holds, List.of(stops("warehouse-refused")), now());
        } catch (DiskFull full) {
            report = reporting.failed(number, recipe, holds, List.of(stops(DiskFull.CODE)), now());
        } catch (RuntimeException bug) {
            if (row != null) {
                end(row, reporting.failed(number, recipe, holds, List.of(stops("run-broke-off")), now()));
            }
            throw bug;
        }
        if (row != null) {
            end(row, report);
            crash.at("committed");
        }
        return report;
    }

    private static OpenedFile better(OpenedFile wanted, OpenedFile any) {
        return any.ready() ? any : wanted;
    }

    private static List<Recipe> wanted(List<Recipe> recipes, @Nullable String name) {
        return name == null
                ? recipes
                : recipes.stream().filter(recipe -> recipe.name().equals(name)).toList();
    }

    private static Recipe fitted(OpenedFile file) {
        return java.util.Objects.requireNonNull(file.fit()).recipe();
    }

    private RunRow begin(RunOrder order, List<OpenedFile> opened, Optional<OpenedFile> main, Instant begunAt) {
        int id = rows.register().write(handle -> {
            List<RunFiles.Entry> entries = new ArrayList<>();
            for (OpenedFile file : opened) {
                long recipe = file.fit() == null
                        ? RecipeShelf.keepNone(handle, begunAt)
                        : RecipeShelf.keep(handle, order.house(), fitted(file), begunAt);
                entries.add(RunFiles.Entry.of(file, recipe));
            }
            long recipe = main.map(file -> entries.get(opened.indexOf(file)).recipe())
                    .orElseGet(() -> RecipeShelf.keepNone(handle, begunAt));
            String kind = main.map(file -> fitted(file).holds().name().toLowerCase(Locale.ROOT))
                    .orElse("none");
            return RunRegister.begin(
                    handle,
                    order.house(),
                    kind,
                    recipe,
                    ReportText.write(entries),
                    order.actor(),
                    begunAt,
                    order.idempotencyKey());
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
            RunOrder order,
            HouseFacts house,
            List<OpenedFile> opened,
            int run,
            Reporting reporting,
            Progress progress) {
        try (RunTables tables = RunTables.read(opening, opened, progress)) {
            crash.at("read");
            if (!tables.problems().isEmpty()) {
                throw new Stopped(tables.problems().get(0));
            }
            RunReport report = warehouse.write(
                    order.house(), connection -> loadIn(connection, order, house, tables, run, reporting, progress));
            crash.at("marked");
            return report;
        } catch (Rehearsed rehearsed) {
            return rehearsed.report;
        }
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
