package org.foyer.hub.linking.internal.buyers;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.foyer.hub.linking.internal.Engine;
import org.foyer.hub.linking.internal.cluster.Edges;
import org.foyer.hub.linking.internal.model.Model;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.ValueDigests;

/**
 * Weighs the pairs of buyers of which a row is not what it was. The weight of a pair depends on the values of its two rows, and whether it
 * is weighed on whether they share a block; both stand in the sign of a row. So pairs of two rows with the signs of before stand.
 */
final class Weighing {

    private final long[] keys;
    private final long[] signs;
    private final BitSet touched = new BitSet();
    private final Traces before;
    private final Edges came;
    private final Edges all;

    private Weighing(BuyerTable buyers, Engine engine, Model model, ValueDigests digests, Traces before) {
        RecordTable table = buyers.records();
        this.before = before;
        this.keys = IntStream.range(0, table.rows())
                .mapToLong(row -> buyers.keys()[table.first(row)])
                .toArray();
        this.signs = signs(table.rows(), engine, digests);
        int[] rows = new int[before.persons().length];
        Arrays.fill(rows, -1);
        for (int row = 0; row < keys.length; row++) {
            if (before.has(keys[row], signs[row])) {
                rows[Arrays.binarySearch(before.persons(), keys[row])] = row;
            } else {
                touched.set(row);
            }
        }
        this.came = touched.isEmpty() ? new Edges() : engine.edges(model, touched::get);
        this.all = Edges.sorted(List.of(before.standing(rows), came));
    }

    static Weighing of(BuyerTable buyers, Engine engine, Model model, ValueDigests digests, Traces before) {
        return new Weighing(buyers, engine, model, digests, before);
    }

    private static long[] signs(int rows, Engine engine, ValueDigests digests) {
        ByteBuffer buffer = ByteBuffer.allocate(
                digests.rowBytes() + Integer.BYTES * engine.blocks().passes());
        long[] signs = new long[rows];
        for (int row = 0; row < rows; row++) {
            buffer.clear();
            digests.write(row, buffer);
            engine.blocks().write(row, buffer);
            signs[row] = digests.sign(buffer.array());
        }
        return signs;
    }

    /** All pairs that may be one person. */
    Edges all() {
        return all;
    }

    /** How many rows were weighed against others. */
    int weighed() {
        return touched.cardinality();
    }

    Traces.Change change() {
        long[] persons = touched.stream().mapToLong(row -> keys[row]).sorted().toArray();
        long[] own = new long[persons.length];
        touched.stream().forEach(row -> own[Arrays.binarySearch(persons, keys[row])] = signs[row]);
        long[] ones = new long[came.size()];
        long[] others = new long[came.size()];
        float[] weights = new float[came.size()];
        for (int i = 0; i < ones.length; i++) {
            Pair pair = Pair.of(keys[came.a(i)], keys[came.b(i)]);
            ones[i] = pair.one();
            others[i] = pair.other();
            weights[i] = (float) came.weight(i);
        }
        return new Traces.Change(before.persons().length == 0, gone(), new Traces(persons, own, ones, others, weights));
    }

    private long[] gone() {
        long[] standing = IntStream.range(0, keys.length)
                .filter(row -> !touched.get(row))
                .mapToLong(row -> keys[row])
                .sorted()
                .toArray();
        return Arrays.stream(before.persons())
                .filter(person -> Arrays.binarySearch(standing, person) < 0)
                .toArray();
    }
}
