package org.foyer.hub.site.internal.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.store.ArchivedFile;
import org.jboss.logging.Logger;

/** Holds the imports being prepared and runs them in the background, two at a time. */
@ApplicationScoped
public class ImportDesk {

    private static final Logger LOG = Logger.getLogger(ImportDesk.class);

    private static final int DRAFTS_MAX = 500;
    private static final Duration IDLE = Duration.ofHours(4);
    private static final int WORKERS = 2;
    private static final int QUEUE_MAX = 20;
    private static final int ID_BYTES = 18;

    private final Intake intake;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, ImportDraft> drafts = Caffeine.newBuilder()
            .maximumSize(DRAFTS_MAX)
            .expireAfterAccess(IDLE)
            .build();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS, WORKERS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE_MAX), ImportDesk::thread);

    @Inject
    public ImportDesk(Intake intake) {
        this.intake = intake;
        workers.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "import");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void close() {
        workers.shutdown();
    }

    /** Keeps a file and begins a draft with it. */
    ImportDraft receive(House house, String login, String name, InputStream bytes) {
        ArchivedFile file = intake.receive(house.id(), name, bytes);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        ImportDraft draft = new ImportDraft(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                house.id(),
                login,
                intake.prove(house.id(), file, Matching.NONE));
        drafts.put(draft.id(), draft);
        return draft;
    }

    /** Keeps a file without a draft of its own, such as one with the source's totals. */
    ArchivedFile keep(House house, String name, InputStream bytes) {
        return intake.receive(house.id(), name, bytes);
    }

    /**
     * The draft, if it is this person's in this house.
     *
     * @throws Refused 404 {@code import-ended}
     */
    ImportDraft draft(House house, String login, String id) {
        ImportDraft draft = drafts.getIfPresent(id);
        if (draft == null || !draft.house().equals(house.id()) || !draft.login().equals(login)) {
            throw new Refused(404, "import-ended");
        }
        return draft;
    }

    /** Reads the file again with what the person said. */
    void match(ImportDraft draft, Matching matching) {
        draft.matched(matching, intake.prove(draft.house(), draft.file(), matching));
    }

    /**
     * Begins a run or a dry run in the background; nothing happens when one is under way.
     *
     * @throws Refused 503 {@code imports-waiting} when too many wait already
     */
    void run(ImportDraft draft, boolean dryRun) {
        ImportDraft.Job job = draft.begin(dryRun);
        if (job == null) {
            return;
        }
        RunOrder order = new RunOrder(
                draft.house(),
                java.util.List.of(draft.file()),
                draft.matching(),
                dryRun,
                draft.expected(),
                draft.login(),
                dryRun ? null : "page-" + draft.id());
        try {
            workers.execute(() -> work(order, job));
        } catch (RejectedExecutionException full) {
            job.failed("");
            throw new Refused(503, "imports-waiting");
        }
    }

    private void work(RunOrder order, ImportDraft.Job job) {
        try {
            job.ended(intake.run(order, job::at));
        } catch (RuntimeException bug) {
            String number = UUID.randomUUID().toString();
            LOG.errorf(bug, "import failed %s", number);
            job.failed(number);
        }
    }
}
