package org.foyer.hub.linking.internal.model;

import java.util.Arrays;

/** How many pairs have each comparison vector. */
public final class VectorCounts {

    private long[] vectors = new long[1 << 10];
    private double[] counts = new double[1 << 10];
    private int size;
    private int drawn = 1;

    /** @param pairs drawn at random to stand for those that nobody brings together */
    void drawn(int pairs) {
        drawn = pairs;
    }

    int drawn() {
        return drawn;
    }

    /** @param count more than 0 */
    public void add(long vector, double count) {
        int slot = slot(vector);
        if (counts[slot] == 0) {
            if (size * 2 >= vectors.length) {
                grow();
                slot = slot(vector);
            }
            vectors[slot] = vector;
            size++;
        }
        counts[slot] += count;
    }

    public void addAll(VectorCounts other, double times) {
        for (int i = 0; i < other.vectors.length; i++) {
            if (other.counts[i] > 0) {
                add(other.vectors[i], other.counts[i] * times);
            }
        }
    }

    public double total() {
        return Arrays.stream(counts).sum();
    }

    public int size() {
        return size;
    }

    /** The distinct vectors in ascending order, so that sums do not depend on the order of adding. */
    public long[] vectors() {
        long[] distinct = new long[size];
        int next = 0;
        for (int i = 0; i < vectors.length; i++) {
            if (counts[i] > 0) {
                distinct[next++] = vectors[i];
            }
        }
        Arrays.sort(distinct);
        return distinct;
    }

    public double count(long vector) {
        return counts[slot(vector)];
    }

    private int slot(long vector) {
        long mixed = vector * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed ^ mixed >>> 32) & vectors.length - 1;
        while (counts[slot] != 0 && vectors[slot] != vector) {
            slot = slot + 1 & vectors.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldVectors = vectors;
        double[] oldCounts = counts;
        vectors = new long[oldVectors.length * 2];
        counts = new double[vectors.length];
        size = 0;
        for (int i = 0; i < oldVectors.length; i++) {
            if (oldCounts[i] > 0) {
                add(oldVectors[i], oldCounts[i]);
            }
        }
    }
}
