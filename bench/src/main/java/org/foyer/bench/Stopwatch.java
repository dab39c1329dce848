package org.foyer.bench;

/** Wall time in seconds. */
final class Stopwatch {

    /** Work that may fail. */
    interface Work {
        void run() throws Exception;
    }

    private Stopwatch() {}

    static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
