package org.foyer.hub.linking.internal.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;
import org.foyer.hub.linking.SketchCounts;
import org.foyer.hub.linking.SketchCounts.Pair;
import org.foyer.hub.linking.SketchCounts.Sampled;

/**
 * Counts what sketches of many houses of one purpose and period have in common. It must hold neither key of the pseudonyms, or it could look
 * people up in sketches. What it counts is for the gate alone. At most 8 bytes for each value of each sketch twice: 100 MB for all. Serves one thread.
 */
public final class SketchPool {

    public static final int HOUSES_MAX = 100;

    /** People of at least two houses are counted, and so on up to so many. */
    static final int AT_LEAST_MAX = 10;

    private final byte[] scope;
    private final List<Sketch> sketches = new ArrayList<>();

    public SketchPool(PseudonymScope scope) {
        this.scope = scope.digest();
    }

    /** @throws OverlapRefused when it is none of this purpose and period, or a list of people; {@code overlap-too-many} */
    public void add(byte[] message) throws OverlapRefused {
        if (sketches.size() >= HOUSES_MAX) {
            throw new OverlapRefused("overlap-too-many");
        }
        sketches.add(Sketch.read(message, scope));
    }

    /** @throws OverlapRefused {@code overlap-alone} for less than two sketches */
    public SketchCounts counts() throws OverlapRefused {
        if (sketches.size() < 2) {
            throw new OverlapRefused("overlap-alone");
        }
        long least = sketches.stream().mapToLong(Sketch::theta).min().orElseThrow();
        int[] ofHouses = ofHouses(least);
        double share = Sketch.shareBelow(least);
        List<Sampled> atLeast = new ArrayList<>();
        for (int houses = 2; houses <= Math.min(sketches.size(), AT_LEAST_MAX); houses++) {
            atLeast.add(new Sampled(ofHouses[houses], share));
        }
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < sketches.size(); one++) {
            for (int other = one + 1; other < sketches.size(); other++) {
                pairs.add(pair(one, other));
            }
        }
        return new SketchCounts(new Sampled(ofHouses[1], share), atLeast, pairs);
    }

    /** People below the least bound of all sketches, at each place those of at least so many houses. */
    private int[] ofHouses(long least) {
        long[] all = sketches.stream()
                .flatMapToLong(sketch -> LongStream.of(sketch.values()).takeWhile(value -> value < least))
                .toArray();
        Arrays.sort(all);
        int[] ofHouses = new int[sketches.size() + 1];
        for (int from = 0; from < all.length; ) {
            int to = from;
            while (to < all.length && all[to] == all[from]) {
                to++;
                ofHouses[to - from]++;
            }
            from = to;
        }
        return ofHouses;
    }

    /** By the bound of these two alone, which may be further than that of all. */
    private Pair pair(int one, int other) {
        long[] mine = sketches.get(one).values();
        long[] theirs = sketches.get(other).values();
        long least = Math.min(sketches.get(one).theta(), sketches.get(other).theta());
        int shared = 0;
        int together = 0;
        for (int i = 0, j = 0; ; together++) {
            long a = i < mine.length ? mine[i] : Long.MAX_VALUE;
            long b = j < theirs.length ? theirs[j] : Long.MAX_VALUE;
            if (Math.min(a, b) >= least) {
                return new Pair(one, other, shared, new Sampled(together, Sketch.shareBelow(least)));
            }
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
    }
}
