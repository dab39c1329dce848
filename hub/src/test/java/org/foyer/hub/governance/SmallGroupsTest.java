package org.foyer.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallGroupsTest {

    @Test
    void aSmallGroupTakesTheNextSmallestWithIt() {
        assertThat(SmallGroups.withheld(List.of(40L, 3L, 12L, 9L))).containsExactly(false, true, false, true);
    }

    @Test
    void twoSmallGroupsThatTogetherAreLargeEnoughNeedNoThird() {
        assertThat(SmallGroups.withheld(List.of(40L, 3L, 4L))).containsExactly(false, true, true);
    }

    @Test
    void twoThatTogetherAreStillTooFewTakeAThird() {
        assertThat(SmallGroups.withheld(List.of(40L, 1L, 2L, 7L))).containsExactly(false, true, true, true);
    }

    @Test
    void nobodyIsNoSecret() {
        assertThat(SmallGroups.withheld(List.of(0L, 8L, 0L))).containsExactly(false, false, false);
        assertThat(SmallGroups.mayBeTold(0)).isTrue();
        assertThat(SmallGroups.mayBeTold(4)).isFalse();
        assertThat(SmallGroups.mayBeTold(5)).isTrue();
    }

    /** Whoever knows the whole and all groups told cannot bring out a group of fewer than five. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsLeftNeverIsOneSmallGroup(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Long> people = new ArrayList<>();
            int groups = 1 + random.nextInt(8);
            for (int i = 0; i < groups; i++) {
                people.add((long) (random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(40)));
            }
            List<Boolean> withheld = SmallGroups.withheld(people);
            long hidden = 0;
            int count = 0;
            for (int i = 0; i < groups; i++) {
                hidden += withheld.get(i) ? people.get(i) : 0;
                count += withheld.get(i) ? 1 : 0;
                assertThat(withheld.get(i) || SmallGroups.mayBeTold(people.get(i)))
                        .as("%s %s", people, withheld)
                        .isTrue();
            }
            boolean everybody = withheld.stream().noneMatch(told -> !told)
                    || people.stream().filter(one -> one > 0).count() == count;
            assertThat(count == 0 || everybody || (count > 1 && hidden >= SmallGroups.PEOPLE_MIN))
                    .as("%s %s", people, withheld)
                    .isTrue();
        }
    }
}
