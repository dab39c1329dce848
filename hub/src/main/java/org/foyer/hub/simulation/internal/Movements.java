package org.foyer.hub.simulation.internal;

import java.util.Arrays;

/** The sale lines of one night, column by column, in order of time once sorted. Reused from night to night. */
final class Movements {

    static final byte SALE = 0;
    static final byte CANCELLATION = 1;
    static final byte RESERVATION = 2;
    static final byte RELEASE = 3;

    private static final int INDEX_BITS = 21;

    private long[] keys = new long[4096];
    byte[] operation = new byte[4096];
    int[] ticket = new int[4096];
    int[] order = new int[4096];
    int[] account = new int[4096];
    byte[] tariff = new byte[4096];
    byte[] zone = new byte[4096];
    byte[] channel = new byte[4096];
    int[] list = new int[4096];
    int[] amount = new int[4096];
    int[] fee = new int[4096];
    /** Minutes before the beginning at which the ticket was scanned, or −1. */
    short[] scan = new short[4096];
    /** Whether the ticket was never taken back, so that spoiling its line orphans no other. */
    boolean[] kept = new boolean[4096];

    private int size;

    /** What an operation does to the number of tickets sold. */
    static int tickets(byte what) {
        return what == SALE ? 1 : what == CANCELLATION ? -1 : 0;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Adds a movement and returns where its columns are. */
    int add(byte what, long minute) {
        if (size == keys.length) {
            grow(size * 2);
        }
        keys[size] = (minute << INDEX_BITS) | size;
        operation[size] = what;
        scan[size] = -1;
        kept[size] = false;
        return size++;
    }

    private void grow(int larger) {
        keys = Arrays.copyOf(keys, larger);
        operation = Arrays.copyOf(operation, larger);
        ticket = Arrays.copyOf(ticket, larger);
        order = Arrays.copyOf(order, larger);
        account = Arrays.copyOf(account, larger);
        tariff = Arrays.copyOf(tariff, larger);
        zone = Arrays.copyOf(zone, larger);
        channel = Arrays.copyOf(channel, larger);
        list = Arrays.copyOf(list, larger);
        amount = Arrays.copyOf(amount, larger);
        fee = Arrays.copyOf(fee, larger);
        scan = Arrays.copyOf(scan, larger);
        kept = Arrays.copyOf(kept, larger);
    }

    void sort() {
        Arrays.sort(keys, 0, size);
    }

    /** Minute of the movement at this place of the order. */
    long minute(int place) {
        return keys[place] >> INDEX_BITS;
    }

    /** Where the columns of the movement at this place of the order are. */
    int at(int place) {
        return (int) (keys[place] & ((1 << INDEX_BITS) - 1));
    }
}
