package org.foyer.hub.linking.internal;

import java.util.stream.IntStream;
import org.foyer.hub.linking.internal.cluster.Edges;
import org.foyer.hub.linking.internal.model.Model;

/**
 * What linking found.
 *
 * @param person for each record the first record of its person
 * @param edges pairs of rows that may be one person
 * @param model by which they were weighed
 */
public record Found(int[] person, Edges edges, Model model) {

    /** How many persons there are. */
    public long persons() {
        return IntStream.range(0, person.length)
                .filter(record -> person[record] == record)
                .count();
    }
}
