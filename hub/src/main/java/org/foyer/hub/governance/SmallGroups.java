package org.foyer.hub.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * When a number of people is too small to be told. A group of fewer than {@value #PEOPLE_MIN} is withheld, and so is the
 * next smallest as long as the withheld ones could be brought out by taking the others from the whole (primary and secondary
 * suppression of the Eurostat/ESSNet handbook on statistical disclosure control).
 */
public final class SmallGroups {

    public static final int PEOPLE_MIN = 5;

    private SmallGroups() {}

    /** Whether so many people may be told of; nobody may. */
    public static boolean mayBeTold(long people) {
        return people <= 0 || people >= PEOPLE_MIN;
    }

    /**
     * Which groups of a whole must be withheld so that none of fewer than {@value #PEOPLE_MIN} people can be told.
     *
     * @param people of each group, at least 0; together they are the whole, which is told too
     * @return for each group whether it is withheld
     */
    public static List<Boolean> withheld(List<Long> people) {
        return withheld(people, PEOPLE_MIN);
    }

    /** The same where a stricter rule holds. @param least people of a group that may be told */
    public static List<Boolean> withheld(List<Long> people, int least) {
        List<Boolean> withheld = new ArrayList<>();
        long hidden = 0;
        int groups = 0;
        for (long count : people) {
            boolean small = count > 0 && count < least;
            withheld.add(small);
            hidden += small ? count : 0;
            groups += small ? 1 : 0;
        }
        while (groups > 0 && (groups == 1 || hidden < least)) {
            OptionalInt next = smallestTold(people, withheld);
            if (next.isEmpty()) {
                break;
            }
            withheld.set(next.getAsInt(), true);
            hidden += people.get(next.getAsInt());
            groups++;
        }
        return withheld;
    }

    private static OptionalInt smallestTold(List<Long> people, List<Boolean> withheld) {
        return IntStream.range(0, people.size())
                .filter(at -> people.get(at) > 0 && !withheld.get(at))
                .reduce((one, other) -> people.get(other) < people.get(one) ? other : one);
    }
}
