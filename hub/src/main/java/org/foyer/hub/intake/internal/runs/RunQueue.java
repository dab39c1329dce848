package org.foyer.hub.intake.internal.runs;

import java.util.concurrent.Semaphore;

/** Lets one run work at a time; a bounded number of others wait in the order in which they came. */
public final class RunQueue {

    private final Semaphore places;
    private final Semaphore work = new Semaphore(1, true);

    public RunQueue(int waitingMax) {
        this.places = new Semaphore(waitingMax + 1);
    }

    /** Waits for the turn; false at once when too many wait already. */
    boolean enter() {
        if (!places.tryAcquire()) {
            return false;
        }
        work.acquireUninterruptibly();
        return true;
    }

    void leave() {
        work.release();
        places.release();
    }
}
