package org.foyer.hub.intake.internal.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.fetching.Visit;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.DiskFull;
import org.foyer.hub.store.HouseKeyMissing;
import org.foyer.hub.store.HouseSecrets;
import org.foyer.hub.store.Sha256;
import org.foyer.kit.Connector;
import org.foyer.kit.Connector.Pulled;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** One pull: ask, archive, look whether it is the whole of what was there, run. */
final class Pulling {

    private static final Logger LOG = Logger.getLogger(Pulling.class.getName());

    /** What proves to a tool who asks is sealed for this and nothing else. */
    static final String SECRET_OF = "pulled-source";

    /** An answer with a tenth of the records of the last one, or fewer, waits for a person's word. */
    private static final long SHRUNK_TO = 10;

    /** Whoever can ask for changes alone asks for everything at least as often as this. */
    private static final Duration EVERYTHING_EVERY = Duration.ofDays(7);

    private final Intake intake;
    private final Fetcher fetcher;
    private final HouseSecrets secrets;
    private final Connectors connectors;
    private final Path workFolder;
    private final Clock clock;

    Pulling(Intake intake, Fetcher fetcher, HouseSecrets secrets, Connectors connectors, Path workFolder, Clock clock) {
        this.intake = intake;
        this.fetcher = fetcher;
        this.secrets = secrets;
        this.connectors = connectors;
        this.workFolder = workFolder;
        this.clock = clock;
    }

    /** Pulls a source. Whatever goes wrong is told in the end of it. */
    PullEnd pull(SourceRow row, String actor) {
        Instant begun = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            Path file = Files.createTempFile(workFolder, "pulled-", ".tmp");
            try {
                return pull(row, actor, begun, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (NotFetched told) {
            return PullEnd.failed(row, begun, told.problem(), told.after());
        } catch (DiskFull | HouseKeyMissing known) {
            return PullEnd.failed(
                    row, begun, stops(known instanceof DiskFull ? DiskFull.CODE : HouseKeyMissing.CODE), null);
        } catch (IOException | RuntimeException failed) {
            // neither its words nor those of its cause: an address or a secret may stand in them
            LOG.log(Level.WARNING, "A pull broke off: {0}", failed.getClass().getName());
            return PullEnd.failed(row, begun, stops("pull-broke-off"), null);
        }
    }

    private PullEnd pull(SourceRow row, String actor, Instant begun, Path file) throws IOException {
        boolean anew = wasTakenBack(row);
        Connector connector = connectors.of(row.source().kind());
        Connector.Order order = new Connector.Order(
                URI.create(row.source().address()),
                row.source().settings(),
                row.secret() == null ? null : secrets.open(row.house(), SECRET_OF, row.secret()),
                anew ? null : since(row, begun),
                anew ? null : row.etag(),
                anew ? null : row.lastModified());
        Visit visit = new Visit(Set.copyOf(row.source().hosts()), connector.between(order));
        Pulled pulled = connector.pull(order, fetcher.visit(visit), file);
        if (pulled.unchanged()) {
            return PullEnd.unchanged(row, begun, pulled);
        }
        ArchivedFile kept;
        try (InputStream in = Files.newInputStream(file)) {
            kept = intake.receive(row.house(), pulled.fileName(), in);
        }
        if (!anew && kept.sha256().hex().equals(row.digest())) {
            return PullEnd.unchanged(row, begun, pulled);
        }
        Optional<PullEnd> held = pulled.partial() ? Optional.empty() : held(row, actor, begun, kept);
        return held.isPresent() ? held.get() : run(row, actor, begun, pulled, kept);
    }

    private static @Nullable Instant since(SourceRow row, Instant now) {
        Instant complete = row.completeAt();
        return complete == null || complete.plus(EVERYTHING_EVERY).isBefore(now) ? null : complete;
    }

    /** A person took the last run back: what comes is taken anew, even if it is what came then. */
    private boolean wasTakenBack(SourceRow row) {
        Integer run = row.source().run();
        return run != null
                && intake.report(new IntakeRunId(run))
                        .filter(report -> report.state() == RunState.UNDONE)
                        .isPresent();
    }

    /** Counts what came by a dry run, where there is something to compare it with. */
    private Optional<PullEnd> held(SourceRow row, String actor, Instant begun, ArchivedFile kept) {
        Long before = row.source().records();
        if (before == null || before == 0) {
            return Optional.empty();
        }
        RunReport dry = intake.run(order(row, actor, kept, true), Progress.NONE);
        boolean empty = dry.state() == RunState.FAILED
                && dry.problems().stream().anyMatch(problem -> problem.code().equals("no-rows"));
        if (dry.state() == RunState.FAILED && !empty) {
            return Optional.of(PullEnd.failed(row, begun, why(dry), null));
        }
        if (dry.read() * SHRUNK_TO > before) {
            return Optional.empty();
        }
        Problem shrunk = stops("pull-shrunk", Long.toString(dry.read()), Long.toString(before));
        return Optional.of(PullEnd.held(
                row, begun, shrunk, new SourceRow.Held(kept.sha256().hex(), kept.name()), dry.read()));
    }

    /** Takes the answer that was held; nothing when there is none. */
    Optional<PullEnd> takeHeld(SourceRow row, String actor) {
        Instant begun = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SourceRow.Held held = row.held();
        if (held == null) {
            return Optional.empty();
        }
        return intake.received(row.house(), new Sha256(held.sha256()), held.name())
                .map(kept -> run(row, actor, begun, new Pulled(kept.name(), false, false, null, null), kept));
    }

    private PullEnd run(SourceRow row, String actor, Instant begun, Pulled pulled, ArchivedFile kept) {
        RunReport report = intake.run(order(row, actor, kept, false), Progress.NONE);
        return report.state() == RunState.COMMITTED
                ? PullEnd.taken(row, begun, pulled, kept.sha256().hex(), report)
                : PullEnd.failed(row, begun, why(report), null);
    }

    private static RunOrder order(SourceRow row, String actor, ArchivedFile kept, boolean dryRun) {
        return new RunOrder(row.house(), List.of(kept), Matching.NONE, dryRun, null, actor, null);
    }

    /** The first reason why a run changed nothing. */
    private static Problem why(RunReport report) {
        return report.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.STOPS_RUN)
                .findFirst()
                .map(problem -> stops(problem.code(), problem.arguments().toArray(String[]::new)))
                .orElseGet(() -> stops("pull-broke-off"));
    }

    private static Problem stops(String code, String... arguments) {
        return Problem.stops(code, Place.of(""), arguments);
    }
}
