package org.foyer.hub.simulation.internal;

import java.util.List;

/** People of other houses' surroundings who also buy here, the more of them the nearer the houses are. */
final class Neighbours {

    private static final double MOST_SHARED = 0.16;
    private static final double FADING_KILOMETRES = 45;

    private final double share;
    private final int[] houses;
    private final double[] weights;
    private final int[] households;

    /** @param households how many households buy in each house, by a cautious estimate */
    Neighbours(HouseSketch house, List<HouseSketch> all, int[] households) {
        this.households = households;
        this.houses = new int[all.size()];
        this.weights = new double[all.size()];
        double near = 0;
        for (HouseSketch other : all) {
            int index = other.index();
            houses[index] = index;
            if (index != house.index()) {
                double distance = house.place().kilometresTo(other.place());
                weights[index] = StrictMath.exp(-distance / FADING_KILOMETRES);
                near += weights[index];
            }
        }
        this.share = MOST_SHARED * Math.min(1, near);
    }

    /** A person of another house, or −1. */
    long draw(Dice dice) {
        if (!dice.chance(share)) {
            return -1;
        }
        int house = houses[dice.pick(weights)];
        return Population.person(house, dice.below(households[house]), 0);
    }
}
