package org.foyer.hub.intake.internal.runs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.loading.CleanedRows;
import org.foyer.hub.intake.internal.loading.FileNames;
import org.foyer.hub.intake.internal.loading.FileTable;
import org.foyer.hub.intake.internal.loading.Forgetting;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.loading.Tombstone;
import org.foyer.hub.intake.internal.loading.Traces;
import org.foyer.hub.intake.internal.reading.CleanedTable;
import org.foyer.hub.intake.internal.reading.Recognition;
import org.foyer.hub.intake.internal.reading.WorkingTable;
import org.foyer.hub.intake.internal.recipe.Fit;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.DiskFull;
import org.foyer.hub.store.Sha256;
import org.foyer.hub.store.Warehouse;
import org.jdbi.v3.core.Handle;

/** Takes people out of the files of the archive. */
public final class FileCleaning {

    private static final long FILE_BYTES_MAX = Long.MAX_VALUE;

    private final RunRegister rows;
    private final RecipeShelf shelf;
    private final FileOpening opening;
    private final Archive archive;
    private final Warehouse warehouse;
    private final Path workFolder;

    public FileCleaning(
            RunRegister rows,
            RecipeShelf shelf,
            FileOpening opening,
            Archive archive,
            Warehouse warehouse,
            Path workFolder) {
        this.rows = rows;
        this.shelf = shelf;
        this.opening = opening;
        this.archive = archive;
        this.warehouse = warehouse;
        this.workFolder = workFolder;
    }

    /**
     * Who is taken out.
     *
     * @param references under which tools know them, to clean the sample of a file as well
     * @param searched whether rows of others are looked through for their names too
     * @param waiting whether rows that were never taken go, whoever they name
     */
    public record Gone(
            Traces traces, List<String> references, List<Tombstone> tombstones, boolean searched, boolean waiting) {

        /** Nobody, but all rows that were never taken. */
        public static final Gone WAITING = new Gone(Traces.NONE, List.of(), List.of(), false, true);
    }

    /**
     * A file that must be kept in another form from now on.
     *
     * @param name under which it is kept from now on, without whom the file itself still named
     * @param dropped lines that were never taken and are left out whole
     */
    public record Rewritten(int run, int file, ArchivedFile from, Sha256 to, String name, List<Long> dropped) {

        /** Whether it was received under a name that names one of them. */
        public boolean renamed() {
            return !name.equals(from.name());
        }

        /** The register's own list of the run's files, with the new form in the place of the old one. */
        public void tell(Handle handle) {
            RunRegister.replaceFile(handle, run, file, from.sha256().hex(), to.hex());
            if (renamed()) {
                RunRegister.renameFile(handle, run, file, name);
            }
        }
    }

    /** A file that was received under a name that names somebody, and what it is called from now on. */
    public record Renamed(int run, int file, String name) {

        /** The register's own lists and reports, with the new name in the place of the old one. */
        public void tell(Handle handle) {
            RunRegister.renameFile(handle, run, file, name);
        }
    }

    /** Files of a house whose names name some people, those of failed runs too. */
    public List<Renamed> namedAfter(HouseId house, Traces people) {
        FileNames names = new FileNames(people);
        Map<String, String> known = new HashMap<>(); // a source that is pulled every hour always has the same name
        List<Renamed> renamed = new ArrayList<>();
        for (RunRegister.NamedFile file : rows.namedFiles(house)) {
            String name = known.computeIfAbsent(file.name(), names::without);
            if (!name.equals(file.name())) {
                renamed.add(new Renamed(file.run(), file.file(), name));
            }
        }
        return renamed;
    }

    /** Numbers of the runs of a house of which the warehouse was made, oldest first. */
    public List<Integer> runs(HouseId house) {
        return rows.chronicle().stream()
                .filter(row -> row.house().equals(house) && !row.isUndo())
                .map(RunRow::id)
                .toList();
    }

    /** Day of each committed run of a house. */
    public Map<Integer, LocalDate> runDays(HouseId house, ZoneId zone) {
        return rows.chronicle().stream()
                .filter(row -> row.house().equals(house) && !row.isUndo() && row.state() != RunState.UNDONE)
                .collect(Collectors.toMap(
                        RunRow::id, row -> row.begunAt().atZone(zone).toLocalDate()));
    }

    /** A run and whose it is. */
    public record OfHouse(HouseId house, int run) {}

    /** Runs whose report has a warning, and of which no file was cleaned yet. */
    public List<OfHouse> saidAgainUncleaned(String warning) {
        return rows.committedThatSay(warning).stream()
                .filter(row -> row.readFiles().stream().noneMatch(RunRow.ReadFile::cleaned))
                .map(row -> new OfHouse(row.house(), row.id()))
                .toList();
    }

    /** How many files a run has. */
    public int files(int run) {
        return row(run).readFiles().size();
    }

    /** Writes a file of a run anew without some people; empty when it says nothing of them. */
    public Optional<Rewritten> clean(int run, int file, Gone gone) {
        RunRow row = row(run);
        RunRow.ReadFile read = row.readFiles().get(file);
        OpenedFile opened = opening.again(row.house(), read, shelf.byNumber(read.recipe()));
        if (!opened.ready()) {
            throw new IllegalStateException("file " + file + " of run " + run + " can no longer be read");
        }
        try (WorkingTable table = opening.read(opened, Progress.NONE)) {
            Fit fit = Fit.of(ReadFiles.fitted(opened), table.columns());
            FileTable cells = new FileTable(
                    file,
                    table.file(),
                    table.refusedFile(),
                    table.records(),
                    table.refused(),
                    table.padded(),
                    fit,
                    Map.of(),
                    Map.of(),
                    ';');
            Optional<Form> form = warehouse.read(connection -> cleaned(connection, row, cells, opened, table, gone));
            return form.map(made -> new Rewritten(
                    run,
                    file,
                    read.file(),
                    keep(row.house(), made.file()),
                    new FileNames(made.traces()).without(read.file().name()),
                    made.dropped()));
        }
    }

    /** A file written anew, without whom, and the lines that were left out whole. */
    private record Form(Path file, Traces traces, List<Long> dropped) {}

    private Optional<Form> cleaned(
            Connection connection, RunRow row, FileTable cells, OpenedFile opened, WorkingTable table, Gone gone)
            throws SQLException {
        List<String> references = new ArrayList<>(gone.references());
        CleanedRows unsearched = new CleanedRows(connection, cells, Traces.NONE, false);
        unsearched.nameThemselves(row.house().value(), gone.tombstones(), references);
        Traces named = gone.searched() ? unsearched.named() : Traces.NONE;
        Traces traces = gone.traces().and(named);
        CleanedRows rowsOfFile = new CleanedRows(connection, cells, traces, gone.waiting());
        List<Long> waiting = Forgetting.waiting(connection, row.house().value(), row.id(), cells.number());
        boolean nothingCounts = row.state() == RunState.UNDONE;
        if (rowsOfFile.find(row.house().value(), gone.tombstones(), waiting, nothingCounts) == 0) {
            return Optional.empty();
        }
        List<Long> dropped =
                new Sql(connection).list(found -> found.getLong(1), "select line from traced where dropped");
        try (WorkingFiles files = new WorkingFiles(workFolder)) {
            long records = rowsOfFile.write(files.table());
            long refused = rowsOfFile.writeRefused(files.refused());
            Recognition seen = opened.seen();
            Path form = Files.createTempFile(workFolder, "cleaned-", ".zip");
            CleanedTable.write(
                    form,
                    without(traces, seen, rowsOfFile.sample(seen.sample(), references)),
                    new WorkingTable(
                            files.table(),
                            table.columns(),
                            records,
                            table.padded(),
                            files.refused(),
                            refused,
                            List.of(),
                            table.lines(),
                            List.of()));
            return Optional.of(new Form(form, traces, List.copyOf(dropped)));
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    private static Recognition without(Traces traces, Recognition seen, List<List<String>> sample) {
        String sheet = seen.sheet();
        return new Recognition(
                seen.format(),
                seen.charset(),
                seen.separator(),
                seen.headerLine(),
                seen.firstLine(),
                seen.trailingSeparator(),
                seen.header(),
                sample,
                List.of(),
                sheet == null ? null : new FileNames(traces).without(sheet),
                List.of());
    }

    private Sha256 keep(HouseId house, Path form) {
        try (InputStream in = Files.newInputStream(form)) {
            return archive.keep(house, "cleaned", in, FILE_BYTES_MAX).sha256();
        } catch (IOException e) {
            throw DiskFull.or(e);
        } finally {
            delete(form);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    /** The two working files of a cleaned table. */
    private record WorkingFiles(Path table, Path refused) implements AutoCloseable {

        WorkingFiles(Path folder) throws IOException {
            this(Files.createTempFile(folder, "table-", ".csv"), Files.createTempFile(folder, "refused-", ".csv"));
        }

        @Override
        public void close() {
            delete(table);
            delete(refused);
        }
    }

    /**
     * Deletes files that no run needs: those whose place another form has taken, those of the house's failed runs, and of
     * imports given up. Files that came a moment ago stay, for somebody may be about to import them.
     *
     * @param replaced files whose place another form has taken
     * @param givenUp age from which a file that is in no run is deleted
     * @return how many
     */
    public int deleteUnneeded(HouseId house, List<Sha256> replaced, Duration givenUp) {
        Set<Sha256> needed = rows.filesNeeded(house);
        Set<Sha256> known = new HashSet<>(rows.filesOf(house));
        known.addAll(replaced);
        return archive.deleteWhere(
                house,
                file -> !needed.contains(file.sha256())
                        && (known.contains(file.sha256()) || file.age().compareTo(givenUp) > 0));
    }

    /** Reports of a run and of what took it back, by number, as the register has them. */
    public Map<Integer, String> reports(int run) {
        return rows.reports(run);
    }

    private RunRow row(int run) {
        return rows.byId(new org.foyer.hub.model.IntakeRunId(run)).orElseThrow();
    }
}
