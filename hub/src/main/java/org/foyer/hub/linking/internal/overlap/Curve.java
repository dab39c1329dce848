package org.foyer.hub.linking.internal.overlap;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;
import org.conscrypt.OpenSSLProvider;
import org.conscrypt.XdhKeySpec;
import org.foyer.hub.linking.OverlapRefused;

/**
 * Points of Curve25519 by their u-coordinate, and X25519 (RFC 7748) as their multiplication. Conscrypt multiplies where its native library
 * loads, else the JDK does, five times slower; both give the same bytes. Scalars are clamped: multiples of 8, so that what is multiplied
 * lies in the group of prime order. Why this curve: docs/decisions/2026-11-29-overlap.md.
 */
final class Curve {

    /** A point or a scalar. */
    static final int BYTES = 32;

    /** Order of the large subgroup. */
    static final BigInteger ORDER =
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger EIGHT = BigInteger.valueOf(8);
    private static final Engine ENGINE = engine();

    private Curve() {}

    /** Who multiplies. */
    private interface Engine {
        String name();

        KeyAgreement agreement(PrivateKey scalar) throws GeneralSecurityException;

        PrivateKey scalar(byte[] scalar) throws GeneralSecurityException;

        PublicKey point(byte[] point) throws GeneralSecurityException;
    }

    private record Through(String name, String algorithm, Provider provider, KeyFactory keys, boolean raw)
            implements Engine {
        static Through of(String algorithm, Provider provider, boolean raw) throws GeneralSecurityException {
            KeyFactory keys = KeyFactory.getInstance(algorithm, provider);
            return new Through(provider.getName(), algorithm, provider, keys, raw);
        }

        @Override
        public KeyAgreement agreement(PrivateKey scalar) throws GeneralSecurityException {
            KeyAgreement agreement = KeyAgreement.getInstance(algorithm, provider);
            agreement.init(scalar);
            return agreement;
        }

        @Override
        public PrivateKey scalar(byte[] scalar) throws GeneralSecurityException {
            KeySpec spec = raw ? new XdhKeySpec(scalar) : new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar);
            return keys.generatePrivate(spec);
        }

        @Override
        public PublicKey point(byte[] point) throws GeneralSecurityException {
            KeySpec spec = raw ? new XdhKeySpec(point) : new XECPublicKeySpec(NamedParameterSpec.X25519, number(point));
            return keys.generatePublic(spec);
        }
    }

    private static Engine engine() {
        try {
            return Through.of("XDH", new OpenSSLProvider(), true);
        } catch (LinkageError | GeneralSecurityException noNativeLibraryForThisMachine) {
            return jdk();
        }
    }

    private static Engine jdk() {
        try {
            Provider provider = KeyFactory.getInstance("X25519").getProvider();
            return Through.of("X25519", Security.getProvider(provider.getName()), false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The provider that multiplies here, for instance {@code Conscrypt}. */
    static String engineName() {
        return ENGINE.name();
    }

    /** Multiplies points by one scalar. Serves one thread. */
    static final class Multiplier {
        private final Engine engine;
        private final KeyAgreement agreement;
        private final byte[] point = new byte[BYTES];

        private Multiplier(Engine engine, byte[] scalar) {
            try {
                this.engine = engine;
                this.agreement = engine.agreement(engine.scalar(scalar.clone()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /**
         * Writes the product of the point at a place to a place, which may be the same.
         *
         * @throws OverlapRefused {@code overlap-point} when it is no number below 2^255 − 19 or of small order
         */
        void multiply(byte[] from, int at, byte[] to, int place) throws OverlapRefused {
            System.arraycopy(from, at, point, 0, BYTES);
            if (!isCanonical(point)) {
                throw new OverlapRefused("overlap-point");
            }
            try {
                agreement.doPhase(engine.point(point.clone()), true);
                byte[] product = agreement.generateSecret();
                System.arraycopy(product, 0, to, place, BYTES);
            } catch (InvalidKeyException smallOrder) {
                throw new OverlapRefused("overlap-point");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Multiplier by(byte[] scalar) {
        return new Multiplier(ENGINE, scalar);
    }

    /** The same through the JDK alone. */
    static Multiplier byJdk(byte[] scalar) {
        return new Multiplier(jdk(), scalar);
    }

    /** The product of the base point, whose u is 9. */
    static byte[] ofBase(byte[] scalar) {
        byte[] point = new byte[BYTES];
        point[0] = 9;
        try {
            by(scalar).multiply(point, 0, point, 0);
        } catch (OverlapRefused e) {
            throw new IllegalStateException(e);
        }
        return point;
    }

    static byte[] randomScalar(SecureRandom random) {
        byte[] scalar = new byte[BYTES];
        random.nextBytes(scalar);
        return clamped(scalar);
    }

    static byte[] clamped(byte[] bytes) {
        byte[] scalar = bytes.clone();
        scalar[0] &= (byte) 248;
        scalar[BYTES - 1] = (byte) (scalar[BYTES - 1] & 127 | 64);
        return scalar;
    }

    /**
     * A clamped scalar that undoes another one on every product of it. Since a point and its negative share their u, the inverse may be
     * negative, and of the two one has the form that clamping leaves alone.
     */
    static byte[] inverse(byte[] scalar) {
        BigInteger eighth = number(clamped(scalar)).multiply(EIGHT).modInverse(ORDER);
        BigInteger high = eighth.bitLength() == 252 ? eighth : ORDER.subtract(eighth);
        if (high.bitLength() != 252) {
            throw new IllegalStateException("met once in 2^126 scalars");
        }
        return littleEndian(high.multiply(EIGHT));
    }

    /** Whether 32 bytes are a number below 2^255 − 19. */
    static boolean isCanonical(byte[] point) {
        if (point[BYTES - 1] < 0) {
            return false;
        }
        if (point[BYTES - 1] != 127 || (point[0] & 0xff) < 0xed) {
            return true;
        }
        for (int i = 1; i < BYTES - 1; i++) {
            if (point[i] != -1) {
                return true;
            }
        }
        return false;
    }

    static BigInteger number(byte[] littleEndian) {
        return new BigInteger(1, reversed(littleEndian));
    }

    static byte[] littleEndian(BigInteger number) {
        byte[] big = number.toByteArray();
        byte[] little = new byte[BYTES];
        for (int i = 0; i < Math.min(BYTES, big.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        return little;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] other = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            other[i] = bytes[bytes.length - 1 - i];
        }
        return other;
    }
}
