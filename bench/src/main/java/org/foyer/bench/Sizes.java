package org.foyer.bench;

/** Sizes of the benchmarks, by environment variable. */
final class Sizes {

    /** Sale lines already in the node. */
    static final long NODE_LINES = number("FOYER_BENCH_LINES", 50_000_000);

    static final int NODE_HOUSES = (int) number("FOYER_BENCH_HOUSES", 200);

    /** Sale lines of one load. */
    static final long LOAD_LINES = number("FOYER_BENCH_LOAD", 5_000_000);

    static final int ROUNDS = (int) number("FOYER_BENCH_ROUNDS", 3);

    private Sizes() {}

    static long number(String name, long otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Long.parseLong(value);
    }
}
