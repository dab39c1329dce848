package org.foyer.hub.linking.internal.table;

import java.util.Arrays;

/** The order of distinct texts by their bytes: sorted by the first few, then those that agree so far by the next few. */
final class IdOrder {

    /** Bytes looked at together, each as a number of nine bits that is 0 past the end. */
    private static final int STEP = 3;

    private static final int BYTE_BITS = 9;

    private final ValuePool texts;
    private final long[] keyed;

    private IdOrder(ValuePool texts) {
        this.texts = texts;
        this.keyed = new long[texts.size()];
        Arrays.setAll(keyed, number -> number);
    }

    /** Numbers of the texts, that of the least first. */
    static int[] of(ValuePool texts) {
        IdOrder order = new IdOrder(texts);
        order.sort(0, order.keyed.length, 0);
        int[] numbers = new int[order.keyed.length];
        Arrays.setAll(numbers, i -> (int) order.keyed[i]);
        return numbers;
    }

    private void sort(int from, int to, int at) {
        for (int i = from; i < to; i++) {
            keyed[i] = (long) key((int) keyed[i], at) << Integer.SIZE | (int) keyed[i];
        }
        if (from == 0 && to == keyed.length) {
            Arrays.parallelSort(keyed);
        } else {
            Arrays.sort(keyed, from, to);
        }
        for (int start = from; start < to; ) {
            int stop = start + 1;
            while (stop < to && keyed[stop] >> Integer.SIZE == keyed[start] >> Integer.SIZE) {
                stop++;
            }
            if (stop - start > 1) {
                sort(start, stop, at + STEP);
            }
            start = stop;
        }
    }

    private int key(int number, int at) {
        int key = 0;
        for (int i = at; i < at + STEP; i++) {
            key = key << BYTE_BITS | texts.byteAt(number, i) + 1;
        }
        return key;
    }
}
