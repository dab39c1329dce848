package org.foyer.hub.intake.internal.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.PersonRights.Proof;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.loading.Forgetting;
import org.foyer.hub.intake.internal.loading.ForgottenBuyers;
import org.foyer.hub.intake.internal.loading.Tombstone;
import org.foyer.hub.intake.internal.loading.Traces;
import org.foyer.hub.intake.internal.rights.ErasureRegister.Begun;
import org.foyer.hub.intake.internal.rights.ErasureRegister.Cleaned;
import org.foyer.hub.intake.internal.runs.CrashPoint;
import org.foyer.hub.intake.internal.runs.FileCleaning;
import org.foyer.hub.intake.internal.runs.FileCleaning.Gone;
import org.foyer.hub.intake.internal.runs.HouseFacts;
import org.foyer.hub.intake.internal.runs.RunQueue;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.LastSaid;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.RetentionDue;
import org.foyer.hub.store.Warehouse;

/**
 * Forgets people, step by step, each step such that it can be taken again after a crash: the register keeps who must go and
 * bars their way back; the archive loses them file by file; the warehouse loses them in one transaction and is written
 * anew, since the blocks of deleted rows stay in its file; the register keeps the proof.
 *
 * <p>The archive comes first, because only the warehouse knows by what words to look for them.
 */
public final class Erasing {

    /** A file in no run and older than this belongs to an import that was given up. */
    private static final Duration GIVEN_UP = Duration.ofHours(1);

    private final Register register;
    private final ErasureRegister erasures;
    private final Tombstones tombstones;
    private final Warehouse warehouse;
    private final FileCleaning files;
    private final RunQueue queue;
    private final Clock clock;
    private final CrashPoint crash;

    public Erasing(
            Register register, Warehouse warehouse, FileCleaning files, RunQueue queue, Clock clock, CrashPoint crash) {
        this.register = register;
        this.erasures = new ErasureRegister(register);
        this.tombstones = new Tombstones(register);
        this.warehouse = warehouse;
        this.files = files;
        this.queue = queue;
        this.clock = clock;
        this.crash = crash;
    }

    Proof forget(HouseId house, List<Long> persons, String actor) {
        if (persons.isEmpty() || persons.size() > PersonRights.PEOPLE_MAX) {
            throw new IllegalArgumentException("an erasure takes 1 to " + PersonRights.PEOPLE_MAX + " people");
        }
        try (RunQueue.Turn turn = queue.turn()) {
            return inTurn(HouseFacts.of(register, house), persons, actor);
        }
    }

    /** @param months how long contacts are kept after the last order or what the person said last */
    Optional<Proof> forgetDue(HouseId house, int months, String actor) {
        try (RunQueue.Turn turn = queue.turn()) {
            HouseFacts facts = HouseFacts.of(register, house);
            ZoneId zone = ZoneId.of(facts.zone());
            LocalDate today = now().atZone(zone).toLocalDate();
            RetentionDue.Days days = new RetentionDue.Days(
                    files.runDays(house, zone), register.read(handle -> LastSaid.days(handle, house, zone)));
            List<Long> due = warehouse.read(connection -> new Forgetting(connection, house.value(), facts.zone())
                    .due(today, months, days, PersonRights.DUE_MAX));
            return due.isEmpty() ? Optional.empty() : Optional.of(inTurn(facts, due, actor));
        }
    }

    /** @param months how long rows that were never taken are kept after their import */
    Optional<Proof> forgetWaitingDue(HouseId house, int months, String actor) {
        try (RunQueue.Turn turn = queue.turn()) {
            HouseFacts facts = HouseFacts.of(register, house);
            ZoneId zone = ZoneId.of(facts.zone());
            LocalDate today = now().atZone(zone).toLocalDate();
            List<Integer> due = warehouse.read(connection ->
                    RetentionDue.quarantineRuns(connection, house, today, months, files.runDays(house, zone)));
            if (due.isEmpty()) {
                return Optional.empty();
            }
            Begun begun = erasures.begin(house, List.of(), actor, now(), List.of());
            crash.at("erasure-begun");
            return Optional.of(finishWaiting(begun, facts, new TreeSet<>(due)));
        }
    }

    private Proof inTurn(HouseFacts facts, List<Long> persons, String actor) {
        HouseId house = facts.id();
        Forgetting.Remembered known = remembered(house, persons);
        Instant now = now();
        String today = now.atZone(ZoneId.of(facts.zone())).toLocalDate().toString();
        Begun begun = erasures.begin(house, persons, actor, now, stones(known, today));
        crash.at("erasure-begun");
        return finish(begun, facts, known);
    }

    List<Proof> done(HouseId house) {
        return erasures.done(house);
    }

    /**
     * Takes out of the archive again what a run's files said of people who were forgotten before; at the next start when too
     * many imports wait.
     */
    public void afterRun(RunReport report) {
        boolean named = report.state() == RunState.COMMITTED
                && !report.dryRun()
                && report.problems().stream().anyMatch(problem -> problem.code().equals(ForgottenBuyers.LEFT_OUT));
        Optional<RunQueue.Turn> joined = named ? queue.join() : Optional.empty(); // a full queue: at the next start
        if (joined.isPresent() && report.run() != null) {
            try (RunQueue.Turn turn = joined.get()) {
                turn.awaitWork();
                cleanAgain(report.house(), report.run().value());
            }
        }
    }

    private void cleanAgain(HouseId house, int run) {
        HouseFacts facts = HouseFacts.of(register, house);
        List<Tombstone> away = warehouse.read(
                connection -> new Forgetting(connection, house.value(), facts.zone()).stillAway(tombstones.of(house)));
        Gone gone = new Gone(Traces.NONE, List.of(), away, true, false);
        for (int file = 0; file < files.files(run); file++) {
            Optional<FileCleaning.Rewritten> rewritten = files.clean(run, file, gone);
            if (rewritten.isPresent()) {
                register.write(handle -> {
                    rewritten.get().tell(handle);
                    return true;
                });
                dropAgain(house, facts, rewritten.get());
            }
        }
    }

    private void dropAgain(HouseId house, HouseFacts facts, FileCleaning.Rewritten form) {
        long dropped = warehouse.write(house, connection -> {
            Forgetting forgetting = new Forgetting(connection, house.value(), facts.zone());
            forgetting.reports(files.reports(form.run()));
            return forgetting.dropWaiting(form.run(), form.file(), form.dropped());
        });
        if (dropped > 0 || form.renamed()) {
            warehouse.rewrite();
        }
        if (form.renamed()) {
            register.rewrite();
        }
        files.deleteUnneeded(house, List.of(form.from().sha256()), GIVEN_UP);
    }

    /** Finishes what a crash left half done; called at each start. */
    public void settle() {
        if (!tombstones.none()) {
            for (FileCleaning.OfHouse run : files.saidAgainUncleaned(ForgottenBuyers.LEFT_OUT)) {
                cleanAgain(run.house(), run.run());
            }
        }
        for (Begun begun : erasures.begun()) {
            HouseFacts facts = HouseFacts.of(register, begun.house());
            if (begun.persons().isEmpty()) {
                finishWaiting(
                        begun, facts, begun.cleaned().stream().map(Cleaned::run).collect(Collectors.toSet()));
            } else {
                finish(begun, facts, remembered(begun.house(), begun.persons()));
            }
        }
    }

    private Forgetting.Remembered remembered(HouseId house, List<Long> persons) {
        return warehouse.read(connection -> new Forgetting(connection, house.value(), "UTC").remembered(persons));
    }

    private static List<Tombstone> stones(Forgetting.Remembered known, String today) {
        return known.digests().stream()
                .map(digest -> new Tombstone(digest, today))
                .toList();
    }

    private Proof finish(Begun begun, HouseFacts facts, Forgetting.Remembered known) {
        // thousands of names in every cell of every file would take days to look for
        boolean searched = begun.persons().size() <= PersonRights.PEOPLE_MAX;
        Traces traces = searched ? known.traces() : Traces.NONE;
        Gone gone = new Gone(traces, known.references(), tombstones.ofErasure(begun.id()), searched, false);
        Begun cleaned = cleanArchive(rename(begun, known.traces()), files.runs(begun.house()), gone);
        crash.at("archive-cleaned");
        Forgetting.Counts counts = forgetInWarehouse(cleaned, facts, traces);
        return prove(cleaned, counts);
    }

    private Proof prove(Begun cleaned, Forgetting.Counts counts) {
        crash.at("warehouse-cleaned");
        warehouse.rewrite();
        if (cleaned.renamed() > 0) {
            register.rewrite();
        }
        int deleted = files.deleteUnneeded(cleaned.house(), cleaned.replaced(), GIVEN_UP);
        Proof proof = new Proof(
                cleaned.id(),
                cleaned.persons().size(),
                counts.saleLines(),
                counts.statements(),
                counts.quarantine(),
                cleaned.replaced().size(),
                deleted,
                cleaned.renamed(),
                cleaned.actor(),
                cleaned.at(),
                now());
        erasures.done(cleaned, proof);
        return proof;
    }

    /** @param runs whose rows that were never taken go */
    private Proof finishWaiting(Begun begun, HouseFacts facts, Set<Integer> runs) {
        Begun cleaned = cleanArchive(begun, runs, Gone.WAITING);
        crash.at("archive-cleaned");
        long dropped = warehouse.write(begun.house(), connection -> {
            Forgetting forgetting = new Forgetting(connection, begun.house().value(), facts.zone());
            for (Cleaned one : cleaned.cleaned()) {
                forgetting.reports(files.reports(one.run()));
            }
            return forgetting.dropWaiting(runs);
        });
        return prove(cleaned, new Forgetting.Counts(0, 0, 0, dropped));
    }

    private Begun cleanArchive(Begun begun, Collection<Integer> runs, Gone gone) {
        Begun state = begun;
        for (int run : runs) {
            for (int file = 0; file < files.files(run); file++) {
                Optional<FileCleaning.Rewritten> rewritten = files.clean(run, file, gone);
                if (rewritten.isPresent()) {
                    FileCleaning.Rewritten form = rewritten.get();
                    state = erasures.cleaned(state, Cleaned.of(form), form::tell);
                    crash.at("file-cleaned");
                }
            }
        }
        return state;
    }

    private Begun rename(Begun begun, Traces people) {
        Begun state = begun;
        for (FileCleaning.Renamed renamed : files.namedAfter(begun.house(), people)) {
            state = erasures.cleaned(state, Cleaned.of(renamed), renamed::tell);
            crash.at("file-renamed");
        }
        return state;
    }

    private Forgetting.Counts forgetInWarehouse(Begun begun, HouseFacts facts, Traces traces) {
        return warehouse.write(begun.house(), connection -> {
            Forgetting forgetting = new Forgetting(connection, begun.house().value(), facts.zone());
            long waiting = 0;
            for (Cleaned one : begun.cleaned()) {
                waiting += forgetting.dropWaiting(one.run(), one.file(), one.dropped());
                forgetting.reports(files.reports(one.run()));
            }
            Forgetting.Counts counts = forgetting.forget(begun.persons(), traces);
            return new Forgetting.Counts(
                    counts.people(), counts.statements(), counts.saleLines(), counts.quarantine() + waiting);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
