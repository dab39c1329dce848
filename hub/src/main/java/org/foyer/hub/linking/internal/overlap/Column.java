package org.foyer.hub.linking.internal.overlap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.foyer.hub.linking.OverlapRefused;

/** Values of one width, one after the other. Sorted they are in the order of their bytes, which tells nothing of where they came from. */
final class Column {

    private static final int BUCKETS = 1 << 16;

    private final int width;
    private byte[] cells;
    private int size;

    Column(int width, int expected) {
        this.width = width;
        this.cells = new byte[Math.multiplyExact(width, Math.max(expected, 1))];
    }

    int size() {
        return size;
    }

    /** The cells; valid up to {@code size() * width}. */
    byte[] cells() {
        return cells;
    }

    /** Makes room for so many more values and returns where they begin. */
    int grow(int more) {
        int place = size * width;
        int needed = Math.multiplyExact(size + more, width);
        if (needed > cells.length) {
            cells = Arrays.copyOf(
                    cells, (int) Math.min(Integer.MAX_VALUE - 64L, Math.max(needed, cells.length * 3L / 2)));
        }
        size += more;
        return place;
    }

    void add(byte[] from, int at) {
        int place = grow(1);
        System.arraycopy(from, at, cells, place, width);
    }

    /** Puts values in the place of others. */
    void put(int from, byte[] values) {
        System.arraycopy(values, 0, cells, from * width, values.length);
    }

    byte[] slice(int from, int to) {
        return Arrays.copyOfRange(cells, from * width, to * width);
    }

    /** Takes sorted values, none of them twice. @throws OverlapRefused {@code overlap-order} */
    void takeAscending(byte[] values, int from) throws OverlapRefused {
        int last = size - 1;
        int place = grow((values.length - from) / width);
        System.arraycopy(values, from, cells, place, values.length - from);
        for (int i = Math.max(last, 0); i + 1 < size; i++) {
            if (compare(cells, i * width, cells, (i + 1) * width) >= 0) {
                throw new OverlapRefused("overlap-order");
            }
        }
    }

    /** Sorts values that are even over all there may be; takes other ones too, slowly. */
    void sort() {
        int[] starts = new int[BUCKETS + 1];
        for (int i = 0; i < size; i++) {
            starts[bucket(i) + 1]++;
        }
        for (int b = 0; b < BUCKETS; b++) {
            starts[b + 1] += starts[b];
        }
        byte[] sorted = new byte[cells.length];
        int[] next = starts.clone();
        for (int i = 0; i < size; i++) {
            System.arraycopy(cells, i * width, sorted, next[bucket(i)]++ * width, width);
        }
        cells = sorted;
        byte[] held = new byte[width];
        for (int b = 0; b < BUCKETS; b++) {
            insert(starts[b], starts[b + 1], held);
        }
    }

    private int bucket(int i) {
        return (cells[i * width] & 0xff) << 8 | cells[i * width + 1] & 0xff;
    }

    private void insert(int from, int to, byte[] held) {
        for (int i = from + 1; i < to; i++) {
            System.arraycopy(cells, i * width, held, 0, width);
            int at = i;
            while (at > from && compare(held, 0, cells, (at - 1) * width) < 0) {
                System.arraycopy(cells, (at - 1) * width, cells, at * width, width);
                at--;
            }
            System.arraycopy(held, 0, cells, at * width, width);
        }
    }

    /** Takes away what stands there twice. Sorted values only. */
    void distinct() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || compare(cells, (kept - 1) * width, cells, i * width) != 0) {
                System.arraycopy(cells, i * width, cells, kept++ * width, width);
            }
        }
        size = kept;
    }

    /** How many values of a sorted column of this width are in this sorted one. */
    int shared(Column other) {
        int shared = 0;
        int at = 0;
        for (int i = 0; i < size && at < other.size; ) {
            int order = compare(cells, i * width, other.cells, at * width);
            if (order == 0) {
                shared++;
            }
            i += order <= 0 ? 1 : 0;
            at += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** The commitment to these values under a question. */
    byte[] digest(byte[] question) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(question);
            sha256.update(cells, 0, size * width);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private int compare(byte[] one, int at, byte[] other, int place) {
        return Arrays.compareUnsigned(one, at, at + width, other, place, place + width);
    }
}
