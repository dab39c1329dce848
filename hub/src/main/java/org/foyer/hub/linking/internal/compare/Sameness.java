package org.foyer.hub.linking.internal.compare;

import java.util.List;
import org.foyer.hub.linking.internal.text.Likeness;

/** Equal or different, nothing between. */
final class Sameness implements ValueComparison {

    @Override
    public List<String> levels() {
        return List.of("equal", "different");
    }

    @Override
    public double[] usual() {
        return new double[] {0.9, 0.1};
    }

    @Override
    public int level(String a, String b, Likeness likeness) {
        return 2;
    }
}
