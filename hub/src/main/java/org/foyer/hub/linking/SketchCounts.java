package org.foyer.hub.linking;

import java.util.List;

/**
 * What sketches of several houses have in common, exactly as it stands in them: for the gate, which moves and rounds it before it is told.
 *
 * @param reach people of at least one house
 * @param atLeast people of at least two houses, of at least three, and so on
 * @param pairs each two houses once
 */
public record SketchCounts(Sampled reach, List<Sampled> atLeast, List<Pair> pairs) {

    /**
     * People in a sample.
     *
     * @param share of all people that the sample holds, more than 0 and at most 1
     */
    public record Sampled(int people, double share) {}

    /**
     * Two houses, by the places of their sketches.
     *
     * @param shared people of both
     * @param together people of at least one, in the same sample
     */
    public record Pair(int one, int other, int shared, Sampled together) {}
}
