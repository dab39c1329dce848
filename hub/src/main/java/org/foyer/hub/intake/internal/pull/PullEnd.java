package org.foyer.hub.intake.internal.pull;

import java.time.Duration;
import java.time.Instant;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.RunReport;
import org.foyer.kit.Connector.Pulled;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** How a pull ended, as the register keeps it beside the source. */
record PullEnd(
        PulledSource.State state,
        @Nullable Problem problem,
        int failures,
        Instant triedAt,
        @Nullable Instant succeededAt,
        @Nullable Instant completeAt,
        Instant nextAt,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String digest,
        @Nullable Long records,
        @Nullable Integer run,
        SourceRow.@Nullable Held held,
        @Nullable Long heldRecords) {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(15);

    /** Nothing new came. */
    static PullEnd unchanged(SourceRow row, Instant begun, @Nullable Pulled pulled) {
        return new PullEnd(
                PulledSource.State.UNCHANGED,
                null,
                0,
                begun,
                begun,
                row.completeAt(),
                begun.plus(every(row)),
                pulled == null ? row.etag() : pulled.etag(),
                pulled == null ? row.lastModified() : pulled.lastModified(),
                row.digest(),
                row.source().records(),
                row.source().run(),
                null,
                null);
    }

    /** What came was taken by a run. */
    static PullEnd taken(SourceRow row, Instant begun, Pulled pulled, String digest, RunReport report) {
        return new PullEnd(
                PulledSource.State.TAKEN,
                null,
                0,
                begun,
                begun,
                pulled.partial() ? row.completeAt() : begun,
                begun.plus(every(row)),
                pulled.etag(),
                pulled.lastModified(),
                digest,
                pulled.partial() ? row.source().records() : Long.valueOf(report.read()),
                report.run() == null
                        ? row.source().run()
                        : Integer.valueOf(report.run().value()),
                null,
                null);
    }

    /** What came waits for a person; the answer before it still is the last one that counts. */
    static PullEnd held(SourceRow row, Instant begun, Problem why, SourceRow.Held held, long records) {
        return new PullEnd(
                PulledSource.State.HELD,
                why,
                0,
                begun,
                row.source().succeededAt(),
                row.completeAt(),
                begun.plus(every(row)),
                row.etag(),
                row.lastModified(),
                row.digest(),
                row.source().records(),
                row.source().run(),
                held,
                records);
    }

    /**
     * Nothing came. The next try comes sooner than the next pull, later each time.
     *
     * @param after how long the other side asked to be left alone
     */
    static PullEnd failed(SourceRow row, Instant begun, Problem why, @Nullable Duration after) {
        Duration retry = FIRST_RETRY.multipliedBy(1L << Math.min(row.failures(), 10));
        Duration wait = retry.compareTo(every(row)) > 0 ? every(row) : retry;
        Duration asked = after == null ? Duration.ZERO : after;
        return new PullEnd(
                PulledSource.State.FAILED,
                why,
                row.failures() + 1,
                begun,
                row.source().succeededAt(),
                row.completeAt(),
                begun.plus(asked.compareTo(wait) > 0 ? asked : wait),
                row.etag(),
                row.lastModified(),
                row.digest(),
                row.source().records(),
                row.source().run(),
                row.held(),
                row.source().heldRecords());
    }

    private static Duration every(SourceRow row) {
        return Duration.ofMinutes(row.source().everyMinutes());
    }
}
