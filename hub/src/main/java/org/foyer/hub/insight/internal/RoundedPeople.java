package org.foyer.hub.insight.internal;

import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.internal.SegmentQuery.Counted;
import org.jspecify.annotations.Nullable;

/**
 * How many people of a freely chosen group are told: random rounding to base 5, as Statistics Canada does with tables of people, with
 * a number that hangs on who they are instead of chance. The same people always give the same number, however they are asked for,
 * so asking again tells nothing more; two groups that differ by one person are rounded independently, so the difference of
 * two answers does not tell the difference of the groups.
 */
final class RoundedPeople {

    /** What is told is a multiple of it, at most this less one away from the truth, and right on average. */
    static final int BASE = SmallGroups.PEOPLE_MIN;

    private RoundedPeople() {}

    /** Null for fewer than {@value #BASE}, nobody included: that there is nobody would tell that one more person is somebody. */
    static @Nullable Long told(Counted counted) {
        return counted.people() < BASE
                ? null
                : (counted.people() + Math.floorMod(mixed(counted.who()), BASE)) / BASE * BASE;
    }

    /** Spreads neighbouring numbers over all: the finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
