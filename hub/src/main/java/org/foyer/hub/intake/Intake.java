package org.foyer.hub.intake;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.Sha256;

/** The door of the intake: everything a page, the API or the command line can ask of it. */
public interface Intake {

    /** Keeps a file in the archive of a house, sealed and synced, before anyone reads it. */
    ArchivedFile receive(HouseId house, String fileName, InputStream bytes);

    /** A file that the house sent before, under the name given now. */
    Optional<ArchivedFile> received(HouseId house, Sha256 sha256, String fileName);

    /** How the file would be read, with what the person already said. Changes nothing. */
    Proof prove(HouseId house, ArchivedFile file, Matching matching);

    /** Reads, checks and loads files in one transaction, or as a dry run. */
    RunReport run(RunOrder order, Progress progress);

    /** Whether a run, an undo, an erasure or a rebuild is at work or waits. */
    boolean isBusy();

    /** Takes a committed run back as a whole. */
    RunReport undo(IntakeRunId run, String actor);

    Optional<RunReport> report(IntakeRunId run);

    /** Runs of a house, newest first. */
    Page<RunReport> runs(HouseId house, int offset, int limit);

    /** Rows of a run that wait to be mended, in order of file and line. */
    Page<QuarantinedRow> quarantine(IntakeRunId run, int offset, int limit);

    /**
     * Writes the waiting rows as a table with the file's own header and two more columns (reason, mend), to be mended
     * and sent again. Cells that a spreadsheet would take for a formula are defused.
     */
    void writeQuarantine(IntakeRunId run, java.util.Locale language, OutputStream out);

    /** Recipes that this house can choose from. */
    List<RecipeName> recipes(HouseId house);

    /** The house's own words of tariffs and channels, those to classify first. */
    HouseWords words(HouseId house, int offset, int limit);

    /**
     * Says what words mean, from now on and for all that was ever imported; figures follow at once. What a person says
     * last counts above every recipe, and above what was said with an import before.
     *
     * @param words at most 1,000
     * @param actor login of who says it
     * @return with {@code words-too-many}, {@code word-field-unknown}, {@code word-unknown}, {@code kind-unknown} or
     *     {@code word-said-twice} nothing was changed
     */
    WordsAnswer say(HouseId house, List<SaidWord> words, String actor);

    /** Shows that people type here. */
    Sheets sheets();

    /** What became of the records of a house's programme. */
    History history();

    /** What the house tells twice. */
    Doubles doubles();

    /** By which identifiers other registers know a house. */
    HouseIdentifiers identifiers();

    /** What people in the data may ask. */
    PersonRights rights();

    /** Makes the warehouse again from the archive and the register, run by run. */
    void rebuild(Progress progress);

    /**
     * Brings what many small runs left in disorder back into order, so that pages read little. Nothing that anyone can ask
     * changes. Imports wait meanwhile, some seconds for a node of 50 million lines.
     */
    void tidy();

    /** Settles runs that a crash left between the two stores; called at each start. Returns the runs settled. */
    List<IntakeRunId> settle();
}
