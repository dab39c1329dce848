package org.foyer.hub.linking.internal.cluster;

import java.util.Arrays;
import java.util.List;

/** Pairs of rows that may be one person, sorted, each with its weight in bits. */
public final class Edges {

    private long[] pairs = new long[1 << 10];
    private float[] weights = new float[1 << 10];
    private int size;

    public void add(int a, int b, double weight) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size + (size >> 1));
            weights = Arrays.copyOf(weights, pairs.length);
        }
        pairs[size] = (long) Math.min(a, b) << 32 | Math.max(a, b);
        weights[size++] = (float) weight;
    }

    /** All of some in ascending order of pairs. */
    public static Edges sorted(List<Edges> parts) {
        int total = parts.stream().mapToInt(Edges::size).sum();
        long[] order = new long[total];
        int at = 0;
        for (Edges part : parts) {
            System.arraycopy(part.pairs, 0, order, at, part.size);
            at += part.size;
        }
        Arrays.parallelSort(order);
        Edges all = new Edges();
        all.pairs = order;
        all.weights = new float[total];
        all.size = total;
        for (Edges part : parts) {
            for (int i = 0; i < part.size; i++) {
                all.weights[Arrays.binarySearch(order, part.pairs[i])] = part.weights[i];
            }
        }
        return all;
    }

    /** Whether the pair is among them. They must be sorted. */
    public boolean has(int a, int b) {
        long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
        return Arrays.binarySearch(pairs, 0, size, pair) >= 0;
    }

    public int size() {
        return size;
    }

    public int a(int edge) {
        return (int) (pairs[edge] >> 32);
    }

    public int b(int edge) {
        return (int) pairs[edge];
    }

    public double weight(int edge) {
        return weights[edge];
    }
}
