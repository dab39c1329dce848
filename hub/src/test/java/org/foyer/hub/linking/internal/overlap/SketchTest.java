package org.foyer.hub.linking.internal.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;
import org.foyer.hub.linking.SketchCounts;
import org.junit.jupiter.api.Test;

/** Pseudonyms that take two holders, and what sketches of them tell. */
class SketchTest {

    private final Network network = new Network();

    @Test
    void aPersonHasOnePseudonymInAllHousesAndAnotherOneInEveryPeriodAndPurpose() throws OverlapRefused {
        Column one = network.made(Network.SCOPE, Party.buyers(0, 4_200)).made();
        Column two = network.made(Network.SCOPE, Party.buyers(100, 4_300)).made();
        Column later = network.made(new PseudonymScope("reach", "2027-Q1"), Party.buyers(0, 4_200))
                .made();
        Column elsewhere = network.made(new PseudonymScope("tour", "2026-Q4"), Party.buyers(0, 4_200))
                .made();

        assertThat(one.shared(two)).isEqualTo(4_100);
        assertThat(one.shared(later)).isZero();
        assertThat(one.shared(elsewhere)).isZero();
    }

    @Test
    void pseudonymsAreThoseOfBothKeysTogether() throws OverlapRefused {
        Column both = network.made(Network.SCOPE, Party.buyers(0, 4_200)).made();
        assertThat(both.shared(new Network()
                        .made(Network.SCOPE, Party.buyers(0, 4_200))
                        .made()))
                .isEqualTo(4_200);

        Pseudonyms half = house(4_200);
        half.byFirst(0, Network.multiplied(network.one, Network.SCOPE, half, 0));
        half.bySecond(0, half.message(0));
        assertThat(both.shared(half.made())).as("of one key alone").isZero();
    }

    private static Pseudonyms house(int people) throws OverlapRefused {
        return new Pseudonyms(Network.SCOPE, Party.buyers(0, people), Party.secret(7));
    }

    @Test
    void aHolderMultipliesAsManyPointsAsWerePromisedAndOfItsPurposeAlone() throws OverlapRefused {
        Pseudonyms house = house(4_200);
        byte[] message = house.message(0);

        assertThatThrownBy(() -> network.one.multiply(Network.SCOPE, 4_199, message))
                .hasMessage("overlap-message");
        assertThatThrownBy(() -> network.one.multiply(new PseudonymScope("reach", "2027-Q1"), 4_200, message))
                .hasMessage("overlap-other-question");
    }

    @Test
    void whatAHolderGivesBackIsTakenInOrderAndWhole() throws OverlapRefused {
        Pseudonyms house = house(33_000);
        assertThat(house.messages()).isEqualTo(2);
        assertThat(house.digests()).hasSize(64);
        byte[] first = Network.multiplied(network.one, Network.SCOPE, house, 0);

        assertThatThrownBy(() -> house.byFirst(1, first)).hasMessage("overlap-message");
        assertThatThrownBy(() -> house.bySecond(0, first)).hasMessage("overlap-message");
        byte[] swapped = first.clone();
        System.arraycopy(first, 42, swapped, 74, 32);
        assertThatThrownBy(() -> house.byFirst(0, swapped)).hasMessage("overlap-order");
        house.byFirst(0, first);
        assertThatThrownBy(() -> house.byFirst(0, first)).hasMessage("overlap-message");
        assertThatThrownBy(house::sketch).hasMessage("overlap-message");
    }

    @Test
    void smallHousesHaveNoSketchAndNothingOfThemLeaves() {
        assertThatThrownBy(() -> house(Sketch.PEOPLE_MIN - 1)).hasMessage("overlap-sketch-small");
    }

    /** Random numbers in the place of pseudonyms, since many houses of a million are wanted. */
    private static byte[] sketch(int from, int to) throws OverlapRefused {
        Column values = new Column(Pseudonyms.BYTES, to - from);
        byte[] value = new byte[Pseudonyms.BYTES];
        for (int person = from; person < to; person++) {
            new Random(person * 0x9E3779B97F4A7C15L).nextBytes(value);
            values.add(Pseudonyms.pseudonym(value, value), 0);
        }
        return Sketch.of(values).bytes(Network.SCOPE.digest());
    }

    @Test
    void unionsAndIntersectionsAreWithinTwoPerCentOfTheTruth() throws OverlapRefused {
        SketchPool pool = new SketchPool(Network.SCOPE);
        pool.add(sketch(0, 400_000));
        pool.add(sketch(200_000, 500_000));
        pool.add(sketch(390_000, 410_000));
        SketchCounts counts = pool.counts();

        assertThat(estimate(counts.reach())).isCloseTo(500_000, withinPercentage(2));
        assertThat(estimate(counts.atLeast().get(0))).isCloseTo(210_000, withinPercentage(2));
        assertThat(estimate(counts.atLeast().get(1))).isCloseTo(10_000, withinPercentage(8));
        SketchCounts.Pair pair = counts.pairs().get(0);
        assertThat(pair.shared() / pair.together().share()).isCloseTo(200_000, withinPercentage(2));
        assertThat(counts.pairs()).hasSize(3);
    }

    private static double estimate(SketchCounts.Sampled sampled) {
        return sampled.people() / sampled.share();
    }

    @Test
    void oneHouseAloneIsNotCountedNorMoreThanAHundred() throws OverlapRefused {
        SketchPool pool = new SketchPool(Network.SCOPE);
        byte[] one = sketch(0, 10_000);
        pool.add(one);
        assertThatThrownBy(pool::counts).hasMessage("overlap-alone");
        for (int i = 1; i < SketchPool.HOUSES_MAX; i++) {
            pool.add(one);
        }
        assertThatThrownBy(() -> pool.add(one)).hasMessage("overlap-too-many");
    }

    /** Its bound would be the bound of all, and the sample of everybody too small to be told. */
    @Test
    void aSketchOfMorePeopleThanAHouseHasIsRefused() throws OverlapRefused {
        long[] values = java.util.stream.LongStream.range(1, 2_001).toArray();
        byte[] tiny = new Sketch(2_001, values).bytes(Network.SCOPE.digest());

        assertThatThrownBy(() -> new SketchPool(Network.SCOPE).add(tiny)).hasMessage("overlap-set-large");
    }

    @Test
    void aSketchThatHoldsAllItsPeopleIsRefused() {
        Column values = new Column(Pseudonyms.BYTES, 2_000);
        for (int i = 0; i < 2_000; i++) {
            byte[] value = new byte[Pseudonyms.BYTES];
            new Random(i).nextBytes(value);
            values.add(value, 0);
        }
        long[] all = new long[2_000];
        java.nio.ByteBuffer cells = java.nio.ByteBuffer.wrap(values.cells());
        for (int i = 0; i < all.length; i++) {
            all[i] = cells.getLong(i * Pseudonyms.BYTES) >>> 2;
        }
        java.util.Arrays.sort(all);
        byte[] list = new Sketch(1L << 62, all).bytes(Network.SCOPE.digest());

        assertThatThrownBy(() -> new SketchPool(Network.SCOPE).add(list)).hasMessage("overlap-sketch-small");
    }
}
