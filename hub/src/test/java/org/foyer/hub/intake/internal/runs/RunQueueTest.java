package org.foyer.hub.intake.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.foyer.hub.intake.QueueFull;
import org.junit.jupiter.api.Test;

/** Order of arrival, one at work, the next one reading, a bounded number waiting. */
class RunQueueTest {

    private static final int PATIENCE_SECONDS = 30;

    @Test
    void aBoundedNumberWaits() {
        RunQueue queue = new RunQueue(1);
        RunQueue.Turn first = queue.join().orElseThrow();
        RunQueue.Turn second = queue.join().orElseThrow();
        assertThat(queue.join()).isEmpty();
        assertThatThrownBy(queue::turn)
                .isInstanceOfSatisfying(
                        QueueFull.class, full -> assertThat(full.waiting()).isEqualTo(1));
        second.close();
        RunQueue.Turn third = queue.join().orElseThrow();
        first.close();
        assertThat(queue.isBusy()).isTrue();
        third.close();
        assertThat(queue.isBusy()).isFalse();
    }

    /** A short file must not overtake a long one: exports of one house follow each other. */
    @Test
    void workIsDoneInTheOrderOfArrivalHoweverLongReadingTakes() throws Exception {
        RunQueue queue = new RunQueue(9);
        List<Integer> worked = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            RunQueue.Turn turn = queue.join().orElseThrow();
            runs.add(threads.submit(() -> {
                try (turn) {
                    turn.awaitReading();
                    Thread.sleep(number % 2 == 0 ? 20 : 0);
                    turn.awaitWork();
                    worked.add(number);
                }
                return null;
            }));
        }
        for (Future<?> run : runs) {
            run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(worked).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void theNextReadsWhileTheFirstWorksAndTheThirdDoesNot() throws Exception {
        RunQueue queue = new RunQueue(9);
        RunQueue.Turn first = queue.join().orElseThrow();
        RunQueue.Turn second = queue.join().orElseThrow();
        RunQueue.Turn third = queue.join().orElseThrow();
        first.awaitWork();
        second.awaitReading();
        CountDownLatch reads = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            third.awaitReading();
            reads.countDown();
        });
        waiting.start();
        assertThat(reads.await(100, TimeUnit.MILLISECONDS)).isFalse();
        first.close();
        assertThat(reads.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        second.close();
        third.close();
    }
}
