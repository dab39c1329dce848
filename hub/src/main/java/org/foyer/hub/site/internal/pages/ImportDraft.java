package org.foyer.hub.site.internal.pages;

import org.foyer.hub.intake.ExpectedTotals;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Proof;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.ArchivedFile;
import org.jspecify.annotations.Nullable;

/**
 * An import that a person is preparing, from the file to the run. Lives in memory only: the file itself is in the
 * archive, so that a restart costs no more than the answers given. Safe for use by several threads.
 */
final class ImportDraft {

    private final String id;
    private final HouseId house;
    private final String login;
    private final ArchivedFile file;
    private Matching matching = Matching.NONE;
    private Proof proof;
    private @Nullable ExpectedTotals expected;
    private @Nullable Job job;

    ImportDraft(String id, HouseId house, String login, Proof proof) {
        this.id = id;
        this.house = house;
        this.login = login;
        this.file = proof.file();
        this.proof = proof;
    }

    /** A run or a dry run under way. */
    static final class Job {
        private final boolean dryRun;
        private volatile String step = "read";
        private volatile long done;
        private volatile long total;
        private volatile @Nullable RunReport report;
        private volatile @Nullable String failure;

        Job(boolean dryRun) {
            this.dryRun = dryRun;
        }

        boolean dryRun() {
            return dryRun;
        }

        void at(String now, long reached, long whole) {
            step = now;
            done = reached;
            total = whole;
        }

        void ended(RunReport told) {
            report = told;
        }

        /** @param number under which the log holds the trace */
        void failed(String number) {
            failure = number;
        }

        String step() {
            return step;
        }

        /** From 0 to 100, or −1 when the whole is not known. */
        int percent() {
            long whole = total;
            return whole <= 0 ? -1 : (int) Math.min(100, done * 100 / whole);
        }

        @Nullable
        RunReport report() {
            return report;
        }

        @Nullable
        String failure() {
            return failure;
        }

        boolean running() {
            return report == null && failure == null;
        }
    }

    String id() {
        return id;
    }

    HouseId house() {
        return house;
    }

    String login() {
        return login;
    }

    ArchivedFile file() {
        return file;
    }

    synchronized Matching matching() {
        return matching;
    }

    synchronized Proof proof() {
        return proof;
    }

    /** Keeps what the person said and how the file would be read with it. An earlier dry run means nothing any more. */
    synchronized void matched(Matching said, Proof proven) {
        matching = said;
        proof = proven;
        job = null;
    }

    synchronized @Nullable ExpectedTotals expected() {
        return expected;
    }

    synchronized void expect(@Nullable ExpectedTotals totals) {
        expected = totals;
    }

    synchronized @Nullable Job job() {
        return job;
    }

    /** Begins a job, unless one is under way. */
    synchronized @Nullable Job begin(boolean dryRun) {
        if (job != null && job.running()) {
            return null;
        }
        job = new Job(dryRun);
        return job;
    }
}
