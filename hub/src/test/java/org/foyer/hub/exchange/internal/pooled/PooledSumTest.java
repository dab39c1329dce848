package org.foyer.hub.exchange.internal.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.foyer.hub.exchange.PooledRefused;
import org.junit.jupiter.api.Test;

class PooledSumTest {

    @Test
    void theSumIsThatOfAllParts() {
        Circle circle = new Circle(7, 2_051);
        circle.run(Map.of());
        assertThat(circle.gathering.sum()).isEqualTo(circle.plainSum(circle.members.keySet()));
    }

    @Property(tries = 40)
    void whoeverLeavesAtAnyStepTheSumIsThatOfThosePresentOrThereIsNone(
            @ForAll @IntRange(min = 3, max = 12) int size, @ForAll Random chance) {
        Circle circle = new Circle(size, 3);
        Map<String, Integer> leaving = new HashMap<>();
        circle.members.keySet().forEach(name -> {
            if (chance.nextInt(5) == 0) {
                leaving.put(name, 1 + chance.nextInt(4));
            }
        });
        boolean enough = size - leaving.size() >= circle.round.needed();
        try {
            circle.run(leaving);
            long[] sum = circle.gathering.sum();
            Set<String> present = circle.gathering.present();
            assertThat(enough).isTrue();
            assertThat(sum).isEqualTo(circle.plainSum(present));
            leaving.forEach((name, step) -> assertThat(present.contains(name)).isEqualTo(step > 2));
        } catch (PooledRefused refused) {
            assertThat(enough).as(refused.getMessage()).isFalse();
        }
    }

    @Test
    void oneWhoLeftAfterSharingIsTakenOutOfTheSumAgain() {
        Circle circle = new Circle(8, 1_500);
        circle.run(Map.of("node-03", 2, "node-06", 2));
        assertThat(circle.gathering.present()).hasSize(6).doesNotContain("node-03", "node-06");
        assertThat(circle.gathering.sum()).isEqualTo(circle.plainSum(circle.gathering.present()));
    }

    @Test
    void twoMembersOrTooManyCellsAreNoQuestion() {
        assertThatThrownBy(() -> new Circle(2, 1))
                .isInstanceOf(PooledRefused.class)
                .hasMessageContaining("too-few");
        assertThatThrownBy(() -> new Circle(5, Round.CELLS_MAX + 1)).hasMessageContaining("malformed");
    }

    @Test
    void aFifthOfTheMembersMayLeaveAndNoMoreThanAThird() {
        assertThat(new Circle(10, 1).round.needed()).isEqualTo(7);
        Circle circle = new Circle(10, 1);
        assertThatThrownBy(() -> circle.run(Map.of("node-00", 1, "node-01", 2, "node-02", 2, "node-03", 2)))
                .hasMessageContaining("too-few-stayed");
    }

    @Test
    void aSharedSecretNeedsAllThatAreNeeded() {
        byte[] secret = new byte[48];
        new Random(7).nextBytes(secret);
        var shares = SharedSecret.split(secret, 9, 7, new java.security.SecureRandom());
        Map<Integer, byte[]> some = new HashMap<>();
        for (int place : new int[] {9, 2, 3, 5, 6, 8, 1}) {
            some.put(place, shares.get(place - 1));
        }
        assertThat(SharedSecret.join(some, 7, 48)).isEqualTo(secret);
        some.remove(9);
        assertThatThrownBy(() -> SharedSecret.join(some, 7, 48)).hasMessageContaining("too-few-shares");
        some.put(7, new byte[SharedSecret.SHARE_BYTES]);
        assertThatThrownBy(() -> assertThat(SharedSecret.join(some, 7, 48)).isEqualTo(secret))
                .isInstanceOfAny(PooledRefused.class, AssertionError.class);
    }
}
