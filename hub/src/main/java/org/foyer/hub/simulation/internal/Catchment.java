package org.foyer.hub.simulation.internal;

import java.util.Arrays;

/**
 * Where the people live who come to one house: a gravity law, population over the square of distance plus
 * {@value #NEAR_KILOMETRES} km, up to {@value #FAR_KILOMETRES} km; {@value #TRAVELLERS} of them come from anywhere.
 */
final class Catchment {

    private static final double NEAR_KILOMETRES = 5;
    private static final double FAR_KILOMETRES = 180;
    private static final double TRAVELLERS = 0.03;

    private final float[] cumulated;

    Catchment(Places places, Place centre) {
        double[] weights = new double[places.size()];
        double near = 0;
        double people = 0;
        for (int i = 0; i < weights.length; i++) {
            Place place = places.at(i);
            double distance = place.kilometresTo(centre);
            if (distance <= FAR_KILOMETRES) {
                double reach = distance + NEAR_KILOMETRES;
                weights[i] = place.population() / (reach * reach);
                near += weights[i];
            }
            people += place.population();
        }
        cumulated = new float[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] / near * (1 - TRAVELLERS) + places.at(i).population() / people * TRAVELLERS;
            cumulated[i] = (float) sum;
        }
    }

    /** Index of the place for a draw in [0, 1). */
    int at(double draw) {
        int found = Arrays.binarySearch(cumulated, (float) draw);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulated.length - 1);
    }
}
