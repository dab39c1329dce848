package org.foyer.hub.linking.internal.block;

import java.util.Arrays;

/**
 * Rows sorted by their block, each as one number with the block in its upper half. Keeps its arrays from one use to the next; an object
 * serves one thread.
 */
final class BlockOrder {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    /** Fewer are sorted by comparing them. */
    private static final int FEW = 1 << 9;

    private long[] keyed = {};
    private long[] spare = {};
    private int size;

    /** @param rows that it will hold, about */
    BlockOrder(int rows) {
        keyed = new long[rows];
    }

    BlockOrder() {}

    void clear() {
        size = 0;
    }

    void add(int block, int row) {
        if (size == keyed.length) {
            keyed = Arrays.copyOf(keyed, Math.max(1 << 10, size + (size >> 1)));
        }
        keyed[size++] = (long) block << 32 | row;
    }

    int size() {
        return size;
    }

    int row(int at) {
        return (int) keyed[at];
    }

    int block(int at) {
        return (int) (keyed[at] >> 32);
    }

    /** One past the last entry of the block that begins there. */
    int end(int from) {
        int to = from + 1;
        int block = block(from);
        while (to < size && block(to) == block) {
            to++;
        }
        return to;
    }

    /** Sorts by blocks, within which the rows, added in ascending order, keep it (radix sort). */
    void sort() {
        if (size < FEW) {
            Arrays.sort(keyed, 0, size);
            return;
        }
        if (spare.length < size) {
            spare = new long[keyed.length];
        }
        for (int shift = 32; shift < Long.SIZE; shift += DIGIT_BITS) {
            int[] starts = new int[DIGITS + 1];
            for (int i = 0; i < size; i++) {
                starts[digit(keyed[i], shift) + 1]++;
            }
            for (int digit = 0; digit < DIGITS; digit++) {
                starts[digit + 1] += starts[digit];
            }
            for (int i = 0; i < size; i++) {
                spare[starts[digit(keyed[i], shift)]++] = keyed[i];
            }
            long[] sorted = spare;
            spare = keyed;
            keyed = sorted;
        }
    }

    private static int digit(long number, int shift) {
        return (int) (number >>> shift) & DIGITS - 1;
    }
}
