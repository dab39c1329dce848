package org.foyer.hub.linking;

/**
 * A number of people of several houses, estimated.
 *
 * @param about rounded to a step of the size of its error
 * @param within how far it is from the true number at most, in nineteen of twenty cases
 * @param houses how many houses it counts
 */
public record SketchAnswer(long about, long within, int houses) {}
