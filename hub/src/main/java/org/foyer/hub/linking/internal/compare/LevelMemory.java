package org.foyer.hub.linking.internal.compare;

/** Levels of pairs of values already compared; a newer pair takes the place of an older one in the same slot. */
final class LevelMemory {

    private final long[] pairs;
    private final byte[] levels;
    private final int mask;

    /** @param slots a power of two */
    LevelMemory(int slots) {
        pairs = new long[slots];
        levels = new byte[slots];
        mask = slots - 1;
    }

    /** 0 if it is not remembered. */
    int get(long pair) {
        int slot = slot(pair);
        return pairs[slot] == pair ? levels[slot] : 0;
    }

    void put(long pair, int level) {
        int slot = slot(pair);
        pairs[slot] = pair;
        levels[slot] = (byte) level;
    }

    private int slot(long pair) {
        long mixed = pair * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }
}
