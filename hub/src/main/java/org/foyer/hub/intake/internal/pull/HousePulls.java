package org.foyer.hub.intake.internal.pull;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.PulledSources;
import org.foyer.hub.intake.SourceWish;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.HouseSecrets;
import org.foyer.hub.store.Register;
import org.foyer.kit.Problem;

/** Keeps the sources of all houses and pulls them in one line, so that never two of them ask at once. */
public final class HousePulls implements PulledSources, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(HousePulls.class.getName());
    private static final int SLUG_CHARACTERS_MAX = 40;
    private static final int DUE_AT_ONCE_MAX = 100;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration TO_END = Duration.ofSeconds(10);

    private final SourceRegister rows;
    private final HouseSecrets secrets;
    private final Connectors connectors;
    private final SourceCheck check;
    private final Pulling pulling;
    private final Fetcher fetcher;
    private final Clock clock;
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final ScheduledThreadPoolExecutor line = new ScheduledThreadPoolExecutor(1, HousePulls::thread);

    private HousePulls(
            SourceRegister rows,
            HouseSecrets secrets,
            Connectors connectors,
            Pulling pulling,
            Fetcher fetcher,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.connectors = connectors;
        this.check = new SourceCheck(connectors, fetcher);
        this.pulling = pulling;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Over the stores of one node. */
    public static HousePulls over(
            Register register,
            Archive archive,
            Intake intake,
            Path workFolder,
            Fetcher fetcher,
            Connectors connectors,
            Clock clock) {
        HouseSecrets secrets = new HouseSecrets(archive);
        return new HousePulls(
                new SourceRegister(register),
                secrets,
                connectors,
                new Pulling(intake, fetcher, secrets, connectors, workFolder, clock),
                fetcher,
                clock);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "pulling");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public List<String> kinds() {
        return connectors.kinds();
    }

    @Override
    public List<PulledSource> all(HouseId house) {
        return rows.ofHouse(house).stream().map(this::shown).toList();
    }

    @Override
    public Optional<PulledSource> find(HouseId house, String slug) {
        return rows.find(house, slug).map(this::shown);
    }

    private PulledSource shown(SourceRow row) {
        PulledSource source = row.source();
        return waiting.contains(row.id()) ? source.whilePulling() : source;
    }

    @Override
    public Outcome add(HouseId house, SourceWish wish, String actor) {
        SourceCheck.Checked checked = check.check(wish);
        if (!checked.problems().isEmpty()) {
            return new Outcome(checked.problems(), null);
        }
        String secret = wish.secret();
        String sealed = secret == null ? null : secrets.seal(house, Pulling.SECRET_OF, secret);
        return rows.register().write(handle -> {
            List<SourceRow> own = SourceRegister.ofHouse(handle, house);
            List<Problem> refused = new ArrayList<>();
            if (own.size() >= SOURCES_MAX) {
                refused.add(SettingCheck.problem("name", "sources-too-many", Integer.toString(SOURCES_MAX)));
            }
            String name = wish.name().strip();
            if (own.stream().anyMatch(row -> row.source().name().equalsIgnoreCase(name))) {
                refused.add(SettingCheck.problem("name", "source-name-taken", name));
            }
            if (!refused.isEmpty()) {
                return new Outcome(refused, null);
            }
            PulledSource source = made(wish, checked, slug(own, name), sealed != null, actor);
            SourceRegister.insert(handle, house, source, sealed);
            return new Outcome(List.of(), source);
        });
    }

    private PulledSource made(SourceWish wish, SourceCheck.Checked checked, String slug, boolean secret, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new PulledSource(
                slug,
                wish.name().strip(),
                wish.kind(),
                checked.address().toString(),
                checked.hosts(),
                wish.settings(),
                secret,
                wish.everyMinutes(),
                PulledSource.State.NEW,
                false,
                null,
                actor,
                now,
                null,
                null,
                now,
                null,
                null,
                null);
    }

    private static String slug(List<SourceRow> own, String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String base = plain.substring(0, Math.min(SLUG_CHARACTERS_MAX, plain.length()))
                .replaceAll("^-+|-+$", "");
        String start = base.isEmpty() ? "source" : base;
        List<String> taken = own.stream().map(row -> row.source().slug()).toList();
        String slug = start;
        for (int number = 2; taken.contains(slug); number++) {
            slug = start + "-" + number;
        }
        return slug;
    }

    @Override
    public boolean remove(HouseId house, String slug) {
        return rows.delete(house, slug);
    }

    @Override
    public Optional<PulledSource> pull(HouseId house, String slug, String actor, Duration patience) {
        return rows.find(house, slug).flatMap(row -> {
            inLine(row, patience, () -> pullNow(row, actor));
            return find(house, slug);
        });
    }

    @Override
    public Optional<PulledSource> takeHeld(HouseId house, String slug, String actor, Duration patience) {
        return rows.find(house, slug).filter(row -> row.held() != null).flatMap(row -> {
            inLine(row, patience, () -> atItsTurn(row, found -> pulling.takeHeld(found, actor)));
            return find(house, slug);
        });
    }

    private void pullNow(SourceRow asked, String actor) {
        atItsTurn(asked, row -> Optional.of(pulling.pull(row, actor)));
    }

    /** As the source stands when its turn has come; nothing when it was removed meanwhile. */
    private void atItsTurn(SourceRow asked, Function<SourceRow, Optional<PullEnd>> work) {
        oneAtATime.lock();
        try {
            rows.find(asked.house(), asked.source().slug())
                    .filter(row -> row.id() == asked.id())
                    .ifPresent(row -> work.apply(row).ifPresent(end -> rows.ended(row, end)));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** A source waits at most once; whoever asks meanwhile is shown that it is pulled. */
    private void inLine(SourceRow row, Duration patience, Runnable work) {
        if (!waiting.add(row.id())) {
            return;
        }
        Future<?> turn;
        try {
            turn = line.submit(() -> {
                try {
                    work.run();
                } finally {
                    waiting.remove(row.id());
                }
            });
        } catch (RejectedExecutionException closed) {
            waiting.remove(row.id());
            return;
        }
        try {
            turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillAtIt) {
            LOG.log(Level.FINE, "a pull goes on without its asker");
        } catch (ExecutionException failed) {
            LOG.log(
                    Level.WARNING,
                    "A pull was not kept: {0}",
                    String.valueOf(failed.getCause() instanceof RuntimeException bug ? bug.getClass() : null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void begin() {
        line.scheduleWithFixedDelay(
                this::pullNextDue, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One, then the next behind whoever asked meanwhile. */
    private void pullNextDue() {
        try {
            if (pullDue(1) > 0) {
                line.execute(this::pullNextDue);
            }
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.FINE, "closed meanwhile", closed);
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.WARNING,
                    "Sources could not be pulled: {0}",
                    failed.getClass().getName());
        }
    }

    @Override
    public int pullDue() {
        return pullDue(DUE_AT_ONCE_MAX);
    }

    private int pullDue(int most) {
        int pulled = 0;
        for (SourceRow row : rows.due(clock.instant(), most)) {
            if (!line.isShutdown() && waiting.add(row.id())) {
                try {
                    pullNow(row, SCHEDULE);
                    pulled++;
                } finally {
                    waiting.remove(row.id());
                }
            }
        }
        return pulled;
    }

    /** Begins nothing more and waits a little for what is under way. */
    @Override
    public void close() {
        line.shutdownNow();
        try {
            line.awaitTermination(TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        fetcher.close();
    }
}
