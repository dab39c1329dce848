package org.foyer.hub.linking.internal.overlap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;
import org.foyer.hub.linking.SketchAnswer;

/**
 * Holds the sketches of many houses of one purpose and period and answers with numbers; a sketch never leaves it. It must hold neither key
 * of the pseudonyms, or it could look people up in sketches. Serves one thread.
 */
public final class SketchPool {

    public static final int HOUSES_MAX = 1_000;

    /** What houses share is told from this part of their union on, since the error of an intersection grows as it shrinks. */
    static final double SHARE_MIN = 0.05;

    /** Sampled people behind an answer, so that its error stays under a tenth of it. */
    static final int SAMPLED_MIN = 400;

    private static final int HOUSES_MIN = 2;
    private static final double TWO_SIGMA = 1.96;

    private final byte[] scope;
    private final Map<String, Sketch> sketches = new HashMap<>();

    public SketchPool(PseudonymScope scope) {
        this.scope = scope.digest();
    }

    /** Takes a house's sketch; one in a period, since two that differ by a buyer would tell of that buyer. */
    public void put(String house, byte[] message) throws OverlapRefused {
        Sketch sketch = Sketch.read(message, scope);
        if (sketches.containsKey(house)) {
            throw new OverlapRefused("overlap-asked");
        }
        if (sketches.size() >= HOUSES_MAX) {
            throw new OverlapRefused("overlap-too-many");
        }
        sketches.put(house, sketch);
    }

    /** People of at least one of the houses. */
    public SketchAnswer reach(Collection<String> houses) throws OverlapRefused {
        return told(union(of(houses)), houses.size());
    }

    /**
     * People whom all of the houses share.
     *
     * @throws OverlapRefused {@code overlap-share-small} when they are fewer than a twentieth of all people of these houses
     */
    public SketchAnswer shared(Collection<String> houses) throws OverlapRefused {
        List<Sketch> all = of(houses);
        Sketch shared = all.get(0);
        for (Sketch sketch : all) {
            shared = shared.intersection(sketch);
        }
        if (shared.estimate() < SHARE_MIN * union(all).estimate()) {
            throw new OverlapRefused("overlap-share-small");
        }
        return told(shared, houses.size());
    }

    private List<Sketch> of(Collection<String> houses) throws OverlapRefused {
        List<Sketch> found = new ArrayList<>();
        for (String house : houses.stream().distinct().toList()) {
            Sketch sketch = sketches.get(house);
            if (sketch != null) {
                found.add(sketch);
            }
        }
        if (found.size() < HOUSES_MIN || found.size() != houses.size()) {
            throw new OverlapRefused("overlap-alone");
        }
        return found;
    }

    private static Sketch union(List<Sketch> sketches) {
        return sketches.stream().reduce(Sketch::union).orElseThrow();
    }

    private static SketchAnswer told(Sketch sketch, int houses) throws OverlapRefused {
        if (sketch.values().length < SAMPLED_MIN) {
            throw new OverlapRefused("overlap-share-small");
        }
        double error = TWO_SIGMA * Math.sqrt(sketch.values().length * (1 - sketch.share())) / sketch.share();
        long step = Math.max(10, (long) Math.pow(10, Math.floor(Math.log10(error))));
        long about = Math.round(sketch.estimate() / step) * step;
        return new SketchAnswer(about, (long) Math.ceil(error + step / 2.0), houses);
    }
}
