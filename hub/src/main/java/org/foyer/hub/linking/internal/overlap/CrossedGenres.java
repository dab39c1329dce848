package org.foyer.hub.linking.internal.overlap;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.linking.SharedBuyers.Crossed;
import org.foyer.hub.linking.SharedBuyers.Newcomers;
import org.foyer.hub.linking.SharedBuyers.Taste;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** Counts, over the people of all houses, who came to which genre where, and who was at another house before. */
final class CrossedGenres {

    /** Rows and columns of a house: one for each genre, and one for all its people. */
    private static final int WIDTH = HouseVisits.GENRES_MAX + 1;

    private final Season season;
    private final long[] @Nullable [] shared;
    private final long[] firstTimers;
    private final long[] newToNetwork;

    CrossedGenres(int houses, Season season) {
        this.season = season;
        this.shared = new long[houses * WIDTH][];
        this.firstTimers = new long[houses];
        this.newToNetwork = new long[houses];
    }

    /** @param places houses of one person, ascending @param facts what they did in each */
    void person(int[] places, int[] facts) {
        int first = Integer.MAX_VALUE;
        for (int fact : facts) {
            first = Math.min(first, HouseVisits.day(fact));
        }
        for (int i = 0; i < places.length; i++) {
            if (HouseVisits.isFirst(facts[i], season)) {
                firstTimers[places[i]]++;
                newToNetwork[places[i]] += HouseVisits.day(facts[i]) <= first ? 1 : 0;
            }
            for (int j = i; j < places.length; j++) {
                pair(places[i], facts[i], places[j], facts[j]);
            }
        }
    }

    private void pair(int one, int fact, int other, int otherFact) {
        for (int g = 0; g < WIDTH; g++) {
            for (int h = 0; h < WIDTH; h++) {
                if (came(fact, g) && came(otherFact, h)) {
                    row(one * WIDTH + g)[other * WIDTH + h]++;
                }
            }
        }
    }

    /** The last row is everybody. */
    private static boolean came(int fact, int genre) {
        return genre == HouseVisits.GENRES_MAX || (fact >>> genre & 1) == 1;
    }

    private long[] row(int at) {
        long[] row = shared[at];
        if (row == null) {
            row = new long[shared.length];
            shared[at] = row;
        }
        return row;
    }

    Newcomers newcomers(House house, int place, long apart, int years) {
        return new Newcomers(house.id(), firstTimers[place], newToNetwork[place], apart, years);
    }

    /** People of each genre of each house. */
    List<Taste> tastes(List<House> houses, List<List<String>> genres) {
        List<Taste> tastes = new ArrayList<>();
        for (int place = 0; place < houses.size(); place++) {
            for (int g = 0; g < genres.get(place).size(); g++) {
                int at = place * WIDTH + g;
                long[] row = shared[at];
                tastes.add(new Taste(houses.get(place).id(), genres.get(place).get(g), row == null ? 0 : row[at]));
            }
        }
        return tastes;
    }

    /** Of each two houses what is not nothing; that of all their people is told elsewhere. */
    List<Crossed> crossed(List<House> houses, List<List<String>> genres) {
        List<Crossed> crossed = new ArrayList<>();
        for (int one = 0; one < houses.size(); one++) {
            for (int g = 0; g < WIDTH; g++) {
                long[] row = shared[one * WIDTH + g];
                for (int other = one + 1; row != null && other < houses.size(); other++) {
                    for (int h = 0; h < WIDTH; h++) {
                        long both = row[other * WIDTH + h];
                        if (both > 0 && (g < HouseVisits.GENRES_MAX || h < HouseVisits.GENRES_MAX)) {
                            crossed.add(new Crossed(
                                    houses.get(one).id(),
                                    name(genres.get(one), g),
                                    houses.get(other).id(),
                                    name(genres.get(other), h),
                                    both));
                        }
                    }
                }
            }
        }
        return crossed;
    }

    private static String name(List<String> genres, int genre) {
        return genre == HouseVisits.GENRES_MAX ? "" : genres.get(genre);
    }
}
