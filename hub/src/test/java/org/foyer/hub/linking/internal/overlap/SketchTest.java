package org.foyer.hub.linking.internal.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;
import org.foyer.hub.linking.SketchAnswer;
import org.junit.jupiter.api.Test;

/** Pseudonyms that take two holders, and what sketches of them tell. */
class SketchTest {

    private final Network network = new Network();

    @Test
    void aPersonHasOnePseudonymInAllHousesAndAnotherOneInEveryPeriodAndPurpose() throws OverlapRefused {
        Column one = network.made(Network.SCOPE, "one", Party.buyers(0, 600)).made();
        Column two = network.made(Network.SCOPE, "two", Party.buyers(100, 700)).made();
        Column later = network.made(new PseudonymScope("reach", "2027-Q1"), "one", Party.buyers(0, 600))
                .made();
        Column elsewhere = network.made(new PseudonymScope("tour", "2026-Q4"), "one", Party.buyers(0, 600))
                .made();

        assertThat(one.shared(two)).isEqualTo(500);
        assertThat(one.shared(later)).isZero();
        assertThat(one.shared(elsewhere)).isZero();
    }

    @Test
    void pseudonymsAreThoseOfBothKeysTogether() throws OverlapRefused {
        KeyHolder alone = new KeyHolder(Party.secret(11), (question, commitment, size) -> {});
        Network other = new Network();
        Column both = network.made(Network.SCOPE, "one", Party.buyers(0, 600)).made();

        assertThat(both.shared(
                        other.made(Network.SCOPE, "two", Party.buyers(0, 600)).made()))
                .isEqualTo(600);
        Pseudonyms half = new Pseudonyms(Network.SCOPE, Party.buyers(0, 600), new java.security.SecureRandom());
        KeyHolder.Session session = alone.session(
                new org.foyer.hub.linking.OverlapQuestion("one", "holder", "reach", "2026-Q4"),
                half.commitment(),
                half.size());
        half.take(session.multiply(half.points().next()));
        assertThat(both.shared(half.made())).isZero();
    }

    @Test
    void aHolderMultipliesNoMorePointsThanTheHouseSaidItHas() throws OverlapRefused {
        Pseudonyms pseudonyms = new Pseudonyms(Network.SCOPE, Party.buyers(0, 600), new java.security.SecureRandom());
        KeyHolder.Session session = network.one.session(
                new org.foyer.hub.linking.OverlapQuestion("one", "holder", "reach", "2026-Q4"),
                pseudonyms.commitment(),
                599);

        assertThatThrownBy(() -> session.multiply(pseudonyms.points().next())).hasMessage("overlap-set-large");
    }

    @Test
    void smallHousesHaveNoSketch() throws OverlapRefused {
        Pseudonyms small = network.made(Network.SCOPE, "one", Party.buyers(0, Sketch.PEOPLE_MIN - 1));

        assertThatThrownBy(small::sketch).hasMessage("overlap-sketch-small");
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
        pool.put("large", sketch(0, 400_000));
        pool.put("middle", sketch(200_000, 500_000));
        pool.put("small", sketch(390_000, 410_000));

        assertThat(error(pool.reach(List.of("large", "middle", "small")), 500_000))
                .isLessThan(0.02);
        assertThat(error(pool.shared(List.of("large", "middle")), 200_000)).isLessThan(0.02);
        SketchAnswer few = pool.shared(List.of("middle", "small"));
        assertThat((double) few.about()).isCloseTo(20_000, within((double) few.within()));
        assertThatThrownBy(() -> pool.shared(List.of("large", "small"))).hasMessage("overlap-share-small");
    }

    private static double error(SketchAnswer answer, double truth) {
        assertThat((double) answer.about()).isCloseTo(truth, within((double) answer.within()));
        return Math.abs(answer.about() - truth) / truth;
    }

    @Test
    void aHouseGivesOneSketchInAPeriodAndAloneIsNotAnswered() throws OverlapRefused {
        SketchPool pool = new SketchPool(Network.SCOPE);
        pool.put("one", sketch(0, 10_000));
        byte[] again = sketch(0, 10_001);

        assertThatThrownBy(() -> pool.put("one", again)).hasMessage("overlap-asked");
        assertThatThrownBy(() -> pool.reach(List.of("one"))).hasMessage("overlap-alone");
        assertThatThrownBy(() -> pool.reach(List.of("one", "one"))).hasMessage("overlap-alone");
        assertThatThrownBy(() -> pool.reach(List.of("one", "two"))).hasMessage("overlap-alone");
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

        assertThatThrownBy(() -> new SketchPool(Network.SCOPE).put("one", list)).hasMessage("overlap-sketch-small");
    }
}
