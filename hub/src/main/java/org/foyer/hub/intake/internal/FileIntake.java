package org.foyer.hub.intake.internal;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.HouseIdentifiers;
import org.foyer.hub.intake.HouseWords;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Page;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.Proof;
import org.foyer.hub.intake.QuarantinedRow;
import org.foyer.hub.intake.RecipeName;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SaidInFiles;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.WordsAnswer;
import org.foyer.hub.intake.internal.doubles.HouseDoubles;
import org.foyer.hub.intake.internal.history.HouseHistory;
import org.foyer.hub.intake.internal.loading.Load;
import org.foyer.hub.intake.internal.loading.SortedCubes;
import org.foyer.hub.intake.internal.reading.ReadLimits;
import org.foyer.hub.intake.internal.recipe.BuiltInRecipes;
import org.foyer.hub.intake.internal.rights.Erasing;
import org.foyer.hub.intake.internal.rights.HouseRights;
import org.foyer.hub.intake.internal.rights.PersonWishes;
import org.foyer.hub.intake.internal.rights.Tombstones;
import org.foyer.hub.intake.internal.runs.CrashPoint;
import org.foyer.hub.intake.internal.runs.FileCleaning;
import org.foyer.hub.intake.internal.runs.FileOpening;
import org.foyer.hub.intake.internal.runs.IntakeLimits;
import org.foyer.hub.intake.internal.runs.Proofs;
import org.foyer.hub.intake.internal.runs.QuarantineDownload;
import org.foyer.hub.intake.internal.runs.QuarantineList;
import org.foyer.hub.intake.internal.runs.Rebuild;
import org.foyer.hub.intake.internal.runs.RecipeShelf;
import org.foyer.hub.intake.internal.runs.RowHeaders;
import org.foyer.hub.intake.internal.runs.RunLoad;
import org.foyer.hub.intake.internal.runs.RunNames;
import org.foyer.hub.intake.internal.runs.RunQueue;
import org.foyer.hub.intake.internal.runs.RunRegister;
import org.foyer.hub.intake.internal.runs.RunReports;
import org.foyer.hub.intake.internal.runs.Runs;
import org.foyer.hub.intake.internal.runs.Settlement;
import org.foyer.hub.intake.internal.runs.TotalsComparison;
import org.foyer.hub.intake.internal.runs.TotalsFile;
import org.foyer.hub.intake.internal.runs.UndoRuns;
import org.foyer.hub.intake.internal.sheets.TypedHouseIdentifiers;
import org.foyer.hub.intake.internal.sheets.TypedSheets;
import org.foyer.hub.intake.internal.words.SaidWords;
import org.foyer.hub.intake.internal.words.WordRegister;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Sha256;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Source;

/** The intake over files that are kept in the archive before anyone reads them. */
public final class FileIntake implements Intake {

    private final Warehouse warehouse;
    private final Archive archive;
    private final IntakeLimits limits;
    private final RecipeShelf shelf;
    private final RunQueue queue;
    private final Proofs proofs;
    private final Runs runs;
    private final UndoRuns undo;
    private final RunReports reports;
    private final QuarantineList quarantine;
    private final QuarantineDownload download;
    private final Rebuild rebuild;
    private final Settlement settlement;
    private final SaidWords words;
    private final Erasing erasing;
    private final HouseRights rights;
    private final PersonWishes wishes;
    private final TypedSheets sheets;
    private final HouseHistory history;
    private final HouseDoubles doubles;
    private final TypedHouseIdentifiers identifiers;

    /**
     * @param workFolder for working files, which hold names and vanish with their run
     * @param sources families of files whose structure is no plain table
     * @param programme what takes rows of programmes
     */
    public FileIntake(
            Register register,
            Warehouse warehouse,
            Archive archive,
            Path workFolder,
            List<Source> sources,
            Load programme,
            Clock clock,
            IntakeLimits limits,
            CrashPoint crash) {
        this(register, warehouse, archive, workFolder, sources, programme, clock, limits, crash, SaidInFiles.NOBODY);
    }

    /** @param consents hears what files say of being contacted */
    public FileIntake(
            Register register,
            Warehouse warehouse,
            Archive archive,
            Path workFolder,
            List<Source> sources,
            Load programme,
            Clock clock,
            IntakeLimits limits,
            CrashPoint crash,
            SaidInFiles consents) {
        this.warehouse = warehouse;
        this.archive = archive;
        this.limits = limits;
        BuiltInRecipes builtIn = BuiltInRecipes.read();
        this.shelf = new RecipeShelf(register, builtIn);
        RunRegister rows = new RunRegister(register);
        FileOpening opening = new FileOpening(archive, workFolder, sources, ReadLimits.DEFAULT);
        WordRegister said = new WordRegister(register);
        this.words = new SaidWords(said, warehouse, clock, crash::at);
        Tombstones tombstones = new Tombstones(register);
        RunLoad load =
                new RunLoad(programme, new TotalsComparison(new TotalsFile(opening, builtIn)), words, tombstones::of);
        this.queue = new RunQueue(limits.waitingMax());
        this.proofs = new Proofs(opening, shelf, register, said);
        this.runs = new Runs(rows, shelf, warehouse, opening, load, queue, clock, limits, crash, words, consents);
        this.undo = new UndoRuns(rows, warehouse, queue, clock, crash, consents);
        this.reports = new RunReports(rows);
        this.quarantine = new QuarantineList(rows, warehouse);
        this.download = new QuarantineDownload(quarantine, new RowHeaders(opening, shelf));
        this.wishes = new PersonWishes(register, warehouse, clock, crash);
        this.rebuild =
                new Rebuild(rows, shelf, warehouse, opening, load, queue, List.of(words::repeat, wishes::repeat));
        this.sheets = new TypedSheets(
                register, warehouse, archive, order -> run(order, Progress.NONE), rows::begunAt, rows::isUndone, clock);
        this.history = new HouseHistory(warehouse, new RunNames(rows), sheets);
        this.identifiers = new TypedHouseIdentifiers(warehouse, archive, order -> run(order, Progress.NONE));
        this.doubles = new HouseDoubles(warehouse, archive, order -> run(order, Progress.NONE), sheets);
        this.settlement = new Settlement(rows, archive, warehouse, clock, words, consents);
        FileCleaning cleaning = new FileCleaning(rows, shelf, opening, archive, warehouse, workFolder);
        this.erasing = new Erasing(register, warehouse, cleaning, queue, clock, crash);
        this.rights = new HouseRights(register, warehouse, reports, erasing, wishes);
    }

    @Override
    public ArchivedFile receive(HouseId house, String fileName, InputStream bytes) {
        return archive.keep(house, fileName, bytes, limits.fileBytesMax());
    }

    @Override
    public Optional<ArchivedFile> received(HouseId house, Sha256 sha256, String fileName) {
        return archive.holds(house, sha256)
                ? Optional.of(new ArchivedFile(
                        sha256, Path.of(fileName).getFileName().toString(), archive.bytes(house, sha256)))
                : Optional.empty();
    }

    @Override
    public Proof prove(HouseId house, ArchivedFile file, Matching matching) {
        return proofs.prove(house, file, matching);
    }

    @Override
    public RunReport run(RunOrder order, Progress progress) {
        RunReport report = runs.run(order, progress);
        erasing.afterRun(report);
        return report;
    }

    @Override
    public boolean isBusy() {
        return queue.isBusy();
    }

    @Override
    public RunReport undo(IntakeRunId run, String actor) {
        return undo.undo(run, actor);
    }

    @Override
    public Optional<RunReport> report(IntakeRunId run) {
        return reports.byId(run);
    }

    @Override
    public Page<RunReport> runs(HouseId house, int offset, int limit) {
        return reports.ofHouse(house, offset, limit);
    }

    @Override
    public Page<QuarantinedRow> quarantine(IntakeRunId run, int offset, int limit) {
        return quarantine.page(run, offset, limit);
    }

    @Override
    public void writeQuarantine(IntakeRunId run, Locale language, OutputStream out) {
        download.write(run, language, out);
    }

    @Override
    public List<RecipeName> recipes(HouseId house) {
        return shelf.names(house);
    }

    @Override
    public HouseWords words(HouseId house, int offset, int limit) {
        return words.list(house, offset, limit);
    }

    @Override
    public WordsAnswer say(HouseId house, List<SaidWord> said, String actor) {
        return words.say(house, said, actor);
    }

    @Override
    public HouseIdentifiers identifiers() {
        return identifiers;
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public Doubles doubles() {
        return doubles;
    }

    @Override
    public Sheets sheets() {
        return sheets;
    }

    @Override
    public PersonRights rights() {
        return rights;
    }

    @Override
    public void rebuild(Progress progress) {
        rebuild.rebuild(progress);
    }

    @Override
    public void tidy() {
        warehouse.write(connection -> {
            SortedCubes.sort(connection);
            return true;
        });
    }

    @Override
    public List<IntakeRunId> settle() {
        List<IntakeRunId> settled = settlement.settle();
        wishes.settle();
        erasing.settle();
        return settled;
    }
}
