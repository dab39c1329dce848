package org.foyer.hub.linking.internal.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the test vectors of RFC 9380, appendix J.4.2, and against slow arithmetic. */
class ElligatorTest {

    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger A = BigInteger.valueOf(486_662);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "'',608d892b641f0328523802a6603427c26e55e6f27e71a91a478148d45b5093cd,"
                + "51125222da5e763d97f3c10fcc92ea6860b9ccbbd2eb1285728f566721c1e65b",
        "abc,46f5b22494bfeaa7f232cc8d054be68561af50230234d7d1d63d1d9abeca8da5,"
                + "7d56d1e08cb0ccb92baf069c18c49bb5a0dcd927eff8dcf75ca921ef7f3e6eeb",
        "abcdef0123456789,235fe40c443766ce7e18111c33862d66c3b33267efa50d50f9e8e5d252a40aaa,"
                + "3fbe66b9c9883d79e8407150e7c2a1c8680bee496c62fabe4619a72b3cabe90f",
        "q128,001e92a544463bda9bd04ddbe3d6eed248f82de32f522669efc5ddce95f46f5b,"
                + "227e0bb89de700385d19ec40e857db6e6a3e634b1c32962f370d26f84ff19683",
        "a512,1a68a1af9f663592291af987203393f707305c7bac9c8d63d6a729bdc553dc19,"
                + "3bcd651ee54d5f7b6013898aab251ee8ecc0688166fce6e9548d38472f6bd196"
    })
    void theVectorsOfTheSpecification(String message, String field, String point) {
        String text = switch (message) {
            case "q128" -> "q128_" + "q".repeat(128);
            case "a512" -> "a512_" + "a".repeat(512);
            default -> message;
        };
        Elligator elligator = new Elligator("QUUX-V01-CS02-with-curve25519_XMD:SHA-512_ELL2_NU_");
        byte[] points = new byte[3 * Curve.BYTES];
        elligator.encode(new byte[][] {bytes("before"), bytes(text), bytes("after")}, 0, 3, points, 0);

        assertThat(Curve.number(elligator.field(bytes(text)))).isEqualTo(new BigInteger(field, 16));
        byte[] own = java.util.Arrays.copyOfRange(points, Curve.BYTES, 2 * Curve.BYTES);
        assertThat(Curve.number(own)).isEqualTo(new BigInteger(point, 16));
    }

    @Test
    void everyPointLiesOnTheCurveAndNoTwoTextsShareOne() {
        Elligator elligator = new Elligator(Blinding.DOMAIN);
        byte[][] texts = new byte[1_000][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = bytes("buyer" + i + "@example.org");
        }
        byte[] points = new byte[texts.length * Curve.BYTES];
        elligator.encode(texts, 0, texts.length, points, 0);
        Set<BigInteger> seen = new HashSet<>();
        for (int i = 0; i < texts.length; i++) {
            byte[] point = java.util.Arrays.copyOfRange(points, i * Curve.BYTES, (i + 1) * Curve.BYTES);
            assertThat(isOnCurve(Curve.number(point))).isTrue();
            assertThat(elligator.isOnCurve(points, i * Curve.BYTES)).isTrue();
            seen.add(Curve.number(point));
        }
        assertThat(seen).hasSize(texts.length);
    }

    @Test
    void pointsOfTheTwistAreKnown() {
        Elligator elligator = new Elligator(Blinding.DOMAIN);
        int twist = 0;
        for (int i = 2; i < 200; i++) {
            boolean on = isOnCurve(BigInteger.valueOf(i));
            assertThat(elligator.isOnCurve(Curve.littleEndian(BigInteger.valueOf(i)), 0))
                    .isEqualTo(on);
            twist += on ? 0 : 1;
        }
        assertThat(twist).isBetween(60, 140);
    }

    @Test
    void onePointOfTheTwistAmongManyIsFound() {
        Elligator elligator = new Elligator(Blinding.DOMAIN);
        byte[][] texts = new byte[512][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = bytes("buyer" + i + "@example.org");
        }
        byte[] points = new byte[texts.length * Curve.BYTES];
        elligator.encode(texts, 0, texts.length, points, 0);
        assertThat(elligator.areOnCurve(points, 0, texts.length, new SecureRandom()))
                .isTrue();
        for (int at : new int[] {0, 7, 255, 511}) {
            byte[] broken = points.clone();
            java.util.Arrays.fill(broken, at * Curve.BYTES, (at + 1) * Curve.BYTES, (byte) 0);
            broken[at * Curve.BYTES] = 2;
            assertThat(elligator.areOnCurve(broken, 0, texts.length, new SecureRandom()))
                    .isFalse();
        }
    }

    private static boolean isOnCurve(BigInteger u) {
        BigInteger value = u.multiply(u.multiply(u.add(A)).add(BigInteger.ONE)).mod(PRIME);
        return value.signum() == 0 || value.modPow(PRIME.shiftRight(1), PRIME).equals(BigInteger.ONE);
    }
}
