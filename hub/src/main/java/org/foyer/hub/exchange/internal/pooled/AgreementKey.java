package org.foyer.hub.exchange.internal.pooled;

import com.google.crypto.tink.subtle.Hkdf;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;
import org.foyer.hub.exchange.PooledRefused;

/** A key of one question with which two members find a secret that nobody else can (X25519, RFC 7748; HKDF, RFC 5869). */
final class AgreementKey {

    /** Bytes of the private key as PKCS #8 writes it. */
    static final int PRIVATE_BYTES = 48;

    /** Bytes of the public key as X.509 writes it. */
    static final int PUBLIC_BYTES = 44;

    static final int SECRET_BYTES = 32;
    private static final BigInteger BASE = BigInteger.valueOf(9);

    private final PrivateKey secret;

    private AgreementKey(PrivateKey secret) {
        this.secret = secret;
    }

    static KeyPair fresh(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
            generator.initialize(NamedParameterSpec.X25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static AgreementKey of(KeyPair pair) {
        return new AgreementKey(pair.getPrivate());
    }

    /** @throws PooledRefused when the bytes are no key */
    static AgreementKey of(byte[] told) {
        try {
            return new AgreementKey(KeyFactory.getInstance("X25519").generatePrivate(new PKCS8EncodedKeySpec(told)));
        } catch (GeneralSecurityException e) {
            throw new PooledRefused("shares-contradict", e.getClass().getSimpleName());
        }
    }

    /**
     * What the two of a pair both find.
     *
     * @param other public key of the other
     * @param purpose binds the secret to a question, a use and two names
     * @throws PooledRefused when the other key is no point, or one of small order, whose secret anybody knows
     */
    byte[] agreed(byte[] other, byte[] purpose) {
        try {
            byte[] shared = withKey(KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(other)));
            return Hkdf.computeHkdf("HMACSHA256", shared, new byte[0], purpose, SECRET_BYTES);
        } catch (GeneralSecurityException e) {
            throw new PooledRefused("key-refused", e.getClass().getSimpleName());
        }
    }

    private byte[] withKey(PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(secret);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    /** Whether that is its public key. */
    boolean belongsTo(byte[] published) {
        try {
            KeyFactory keys = KeyFactory.getInstance("X25519");
            byte[] own = withKey(keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE)));
            XECPublicKey told = (XECPublicKey) keys.generatePublic(new X509EncodedKeySpec(published));
            return number(own).equals(told.getU());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static BigInteger number(byte[] littleEndian) {
        byte[] turned = new byte[littleEndian.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = littleEndian[turned.length - 1 - i];
        }
        return new BigInteger(1, turned);
    }
}
