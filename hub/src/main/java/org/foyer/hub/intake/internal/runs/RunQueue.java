package org.foyer.hub.intake.internal.runs;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.foyer.hub.intake.QueueFull;

/**
 * Lets one run work at a time, in the order in which they came. The next one may read its files meanwhile; a bounded number
 * of others wait.
 */
public final class RunQueue {

    private static final int READING_AHEAD_MAX = 1;

    private final int waitingMax;
    private final NavigableSet<Long> present = new TreeSet<>();
    private long arrivals;

    public RunQueue(int waitingMax) {
        this.waitingMax = waitingMax;
    }

    /** Joins the end of the queue; nothing when too many wait already. */
    public synchronized Optional<Turn> join() {
        if (present.size() > waitingMax) {
            return Optional.empty();
        }
        present.add(arrivals);
        return Optional.of(new Turn(arrivals++));
    }

    /** Whether anybody works or waits. */
    public synchronized boolean isBusy() {
        return !present.isEmpty();
    }

    /**
     * Joins and waits until it is the first.
     *
     * @throws QueueFull when too many wait already
     */
    public Turn turn() {
        Turn turn = join().orElseThrow(() -> new QueueFull(waitingMax));
        turn.awaitWork();
        return turn;
    }

    private synchronized void await(long number, int beforeMax) {
        boolean interrupted = false;
        while (present.headSet(number).size() > beforeMax) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // told on once the turn has come, since a run is not left half-way
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void leave(long number) {
        present.remove(number);
        notifyAll();
    }

    /** A place in the queue; closing it lets the next one forward. */
    public final class Turn implements AutoCloseable {

        private final long number;

        private Turn(long number) {
            this.number = number;
        }

        /** Waits until it is near enough to read files, which changes nothing. */
        void awaitReading() {
            RunQueue.this.await(number, READING_AHEAD_MAX);
        }

        /** Waits until it is the first. */
        public void awaitWork() {
            RunQueue.this.await(number, 0);
        }

        @Override
        public void close() {
            leave(number);
        }
    }
}
