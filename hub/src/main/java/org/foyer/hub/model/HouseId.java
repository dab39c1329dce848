package org.foyer.hub.model;

/**
 * Number of a house within one node, given by the register and never reused.
 *
 * @param value from 1 to 32,767, so that it fits the narrow column of the facts
 */
public record HouseId(int value) {
    public HouseId {
        if (value < 1 || value > Short.MAX_VALUE) {
            throw new IllegalArgumentException("house number out of range: " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
