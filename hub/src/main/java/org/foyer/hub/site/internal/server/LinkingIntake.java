package org.foyer.hub.site.internal.server;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.WordsAnswer;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.Sha256;

/** The intake, which after each run that may have changed buyers says so, and knows whether a run is at work. */
public final class LinkingIntake implements Intake {

    private final Intake intake;
    private final Consumer<HouseId> changed;
    private final AtomicInteger atWork;
    private final PersonRights rights;

    /**
     * @param changed told the house after a run or an undo
     * @param atWork counts the runs that wait or work
     */
    public LinkingIntake(Intake intake, AtomicInteger atWork, Consumer<HouseId> changed) {
        this.intake = intake;
        this.atWork = atWork;
        this.changed = changed;
        this.rights = new Rights();
    }

    /** The same for people who are forgotten. */
    private final class Rights implements PersonRights {

        @Override
        public Found find(HouseId house, Asked asked) {
            return intake.rights().find(house, asked);
        }

        @Override
        public boolean knows(HouseId house, long person) {
            return intake.rights().knows(house, person);
        }

        @Override
        public Optional<Held> held(HouseId house, long person) {
            return intake.rights().held(house, person);
        }

        @Override
        public Proof forget(HouseId house, List<Long> persons, String actor) {
            Proof proof = counted(() -> intake.rights().forget(house, persons, actor));
            changed.accept(house);
            return proof;
        }

        @Override
        public List<Proof> erasures(HouseId house) {
            return intake.rights().erasures(house);
        }
    }

    private interface Work<T> {
        T done();
    }

    private <T> T counted(Work<T> work) {
        atWork.incrementAndGet();
        try {
            return work.done();
        } finally {
            atWork.decrementAndGet();
        }
    }

    private RunReport told(RunReport report) {
        if (!report.dryRun() && report.state() != RunState.FAILED) {
            changed.accept(report.house());
        }
        return report;
    }

    @Override
    public RunReport run(RunOrder order, Progress progress) {
        return told(counted(() -> intake.run(order, progress)));
    }

    @Override
    public RunReport undo(IntakeRunId run, String actor) {
        return told(counted(() -> intake.undo(run, actor)));
    }

    @Override
    public void rebuild(Progress progress) {
        counted(() -> {
            intake.rebuild(progress);
            return true;
        });
    }

    @Override
    public ArchivedFile receive(HouseId house, String fileName, InputStream bytes) {
        return intake.receive(house, fileName, bytes);
    }

    @Override
    public Optional<ArchivedFile> received(HouseId house, Sha256 sha256, String fileName) {
        return intake.received(house, sha256, fileName);
    }

    @Override
    public PersonRights rights() {
        return rights;
    }

    @Override
    public void tidy() {
        intake.tidy();
    }

    @Override
    public Proof prove(HouseId house, ArchivedFile file, Matching matching) {
        return intake.prove(house, file, matching);
    }

    @Override
    public Optional<RunReport> report(IntakeRunId run) {
        return intake.report(run);
    }

    @Override
    public Page<RunReport> runs(HouseId house, int offset, int limit) {
        return intake.runs(house, offset, limit);
    }

    @Override
    public Page<QuarantinedRow> quarantine(IntakeRunId run, int offset, int limit) {
        return intake.quarantine(run, offset, limit);
    }

    @Override
    public void writeQuarantine(IntakeRunId run, Locale language, OutputStream out) {
        intake.writeQuarantine(run, language, out);
    }

    @Override
    public List<RecipeName> recipes(HouseId house) {
        return intake.recipes(house);
    }

    @Override
    public HouseWords words(HouseId house, int offset, int limit) {
        return intake.words(house, offset, limit);
    }

    @Override
    public WordsAnswer say(HouseId house, List<SaidWord> words, String actor) {
        return intake.say(house, words, actor);
    }

    @Override
    public List<IntakeRunId> settle() {
        return intake.settle();
    }
}
