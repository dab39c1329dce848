package org.foyer.hub.linking.internal.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.foyer.hub.linking.OverlapRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Multiplication as RFC 7748 has it, by both engines, and what it refuses. */
class CurveTest {

    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

    private final SecureRandom random = new SecureRandom();

    private static byte[] product(Curve.Multiplier multiplier, byte[] point) throws OverlapRefused {
        byte[] product = new byte[Curve.BYTES];
        multiplier.multiply(point, 0, product, 0);
        return product;
    }

    private static byte[] hashed(String text) {
        byte[] point = new byte[Curve.BYTES];
        new Elligator(Blinding.DOMAIN).encode(new byte[][] {text.getBytes()}, 0, 1, point, 0);
        return point;
    }

    @Test
    void theVectorsOfRfc7748() throws OverlapRefused {
        byte[] scalar = HexFormat.of().parseHex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4");
        byte[] point = HexFormat.of().parseHex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c");
        String product = "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552";

        assertThat(product(Curve.by(scalar), point)).asHexString().isEqualToIgnoringCase(product);
        assertThat(product(Curve.byJdk(scalar), point)).asHexString().isEqualToIgnoringCase(product);
    }

    @Test
    void bothEnginesAgreeAndTheOrderOfTwoSecretsDoesNotMatter() throws OverlapRefused {
        for (int i = 0; i < 50; i++) {
            byte[] one = Curve.randomScalar(random);
            byte[] other = Curve.randomScalar(random);
            byte[] point = hashed("text " + i);
            byte[] there = product(Curve.by(other), product(Curve.by(one), point));

            assertThat(product(Curve.by(one), product(Curve.byJdk(other), point)))
                    .isEqualTo(there);
        }
    }

    @Test
    void anInverseUndoesAndIsClamped() throws OverlapRefused {
        for (int i = 0; i < 50; i++) {
            byte[] blinding = Curve.randomScalar(random);
            byte[] key = Curve.randomScalar(random);
            byte[] point = hashed("text " + i);
            byte[] inverse = Curve.inverse(blinding);
            byte[] back = product(Curve.by(inverse), product(Curve.by(key), product(Curve.by(blinding), point)));

            assertThat(Curve.clamped(inverse)).isEqualTo(inverse);
            assertThat(back).isEqualTo(product(Curve.by(key), point));
        }
    }

    /** All of small order on the curve and its twist, after RFC 7748 and Bernstein's list. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "325606250916557431795983626356110631294008115727848805560023387167927233504",
                "39382357235489614581723060781553021112529911719440698176882885853963445705823"
            })
    void smallOrderIsRefused(String u) {
        byte[] point = Curve.littleEndian(new BigInteger(u));

        assertThatThrownBy(() -> product(Curve.by(Curve.randomScalar(random)), point))
                .hasMessage("overlap-point");
        assertThatThrownBy(() -> product(Curve.byJdk(Curve.randomScalar(random)), point))
                .hasMessage("overlap-point");
    }

    @Test
    void numbersFromThePrimeOnAreRefused() {
        for (BigInteger number : new BigInteger[] {
            PRIME,
            PRIME.add(BigInteger.valueOf(9)),
            BigInteger.ONE.shiftLeft(255).add(BigInteger.valueOf(9))
        }) {
            byte[] point = Curve.littleEndian(number);
            assertThatThrownBy(() -> product(Curve.by(Curve.randomScalar(random)), point))
                    .hasMessage("overlap-point");
        }
        assertThat(Curve.isCanonical(Curve.littleEndian(PRIME.subtract(BigInteger.ONE))))
                .isTrue();
    }
}
