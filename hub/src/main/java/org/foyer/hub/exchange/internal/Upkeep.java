package org.foyer.hub.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/** Clears away what is over: conversations by age and by number, and files that may be kept no longer. Agreements and uses stay. */
final class Upkeep implements Runnable {

    /** Conversations that are over and are kept; the oldest go first. */
    static final int OVER_MAX = 100_000;

    /** Conversations of one sweep, so that no one transaction is long. */
    private static final int SWEEP_MAX = 5_000;

    private static final String OVER = "state in ('FINALIZED', 'COMPLETED', 'TERMINATED') and next_at is null";

    private final Register register;
    private final Received received;
    private final Duration kept;
    private final int overMax;
    private final Clock clock;

    Upkeep(Register register, Received received, Duration kept, int overMax, Clock clock) {
        this.register = register;
        this.received = received;
        this.kept = kept;
        this.overMax = overMax;
        this.clock = clock;
    }

    @Override
    public void run() {
        received.sweep();
        while (register.write(this::sweep) == SWEEP_MAX) {
            Thread.onSpinWait(); // others write in between
        }
    }

    private int sweep(Handle handle) {
        int old = handle.createUpdate("delete from dataspace_conversation where id in (select id from"
                        + " dataspace_conversation where " + OVER
                        + " and changed_at < :before order by id limit :most)")
                .bind("before", clock.instant().minus(kept).toEpochMilli())
                .bind("most", SWEEP_MAX)
                .execute();
        if (old > 0) {
            return old;
        }
        long over = handle.createQuery("select count(*) from dataspace_conversation where " + OVER)
                .mapTo(Long.class)
                .one();
        return over <= overMax
                ? 0
                : handle.createUpdate("delete from dataspace_conversation where id in (select id from"
                                + " dataspace_conversation where " + OVER + " order by id limit :most)")
                        .bind("most", Math.min(over - overMax, SWEEP_MAX))
                        .execute();
    }
}
