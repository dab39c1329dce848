package org.foyer.hub.simulation.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of the simulation. Everything about a person follows from its number and the seed, so that nobody has to be
 * remembered. A number holds the house near which the person lives and four numbers for each household.
 */
final class Population {

    private static final int MEMBERS = 4;
    private static final int HOUSE_SHIFT = 40;
    private static final double MOVES_A_SEASON = 0.06;

    private final long seed;
    private final Places places;
    private final List<HouseSketch> houses;
    private final @Nullable Catchment[] catchments;

    Population(long seed, Places places, List<HouseSketch> houses) {
        this.seed = seed;
        this.places = places;
        this.houses = houses;
        this.catchments = new Catchment[houses.size()];
    }

    static long person(int house, int household, int member) {
        return ((long) house << HOUSE_SHIFT) | ((long) household * MEMBERS + member);
    }

    static int house(long person) {
        return (int) (person >>> HOUSE_SHIFT);
    }

    /** Number of a person among those of one house. */
    static long number(long person) {
        return person & ((1L << HOUSE_SHIFT) - 1);
    }

    static long household(long person) {
        return person - Math.floorMod(person, MEMBERS);
    }

    static int member(long person) {
        return (int) Math.floorMod(person, (long) MEMBERS);
    }

    /** People of a household, from 1 to 4. */
    int householdSize(long household) {
        double draw = Dice.unit(hash(household, 1));
        return draw < 0.36 ? 1 : draw < 0.72 ? 2 : draw < 0.85 ? 3 : 4;
    }

    /** How many times the household has moved when this season begins, counted from the first season. */
    int moves(long household, int seasonIndex) {
        int moves = 0;
        for (int i = 1; i <= seasonIndex; i++) {
            if (Dice.unit(hash(household, 100 + i)) < MOVES_A_SEASON) {
                moves++;
            }
        }
        return moves;
    }

    /** Index of the place where a household lives after some moves. */
    int home(long household, int moves) {
        return catchment(house(household)).at(Dice.unit(hash(household, 200 + moves)));
    }

    Place place(int index) {
        return places.at(index);
    }

    /** A number that follows from a person or household and a topic. */
    long hash(long who, long topic) {
        return Dice.mix(seed ^ Dice.mix(who * 1_000 + topic));
    }

    private synchronized Catchment catchment(int house) {
        Catchment known = catchments[house];
        if (known == null) {
            known = new Catchment(places, houses.get(house).place());
            catchments[house] = known;
        }
        return known;
    }
}
