package org.foyer.hub.governance.internal.agreements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.internal.Secrets;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Signatures over a version of an agreement: JWS compact (RFC 7515) with Ed25519 (RFC 8037). What is signed names the version and holds
 * the digests of both texts and of the policy, so that a change of any of them, or a signature carried to another version, is seen.
 */
public final class Signing {

    private static final String TYPE = "foyer-agreement";
    private static final String WORD = "foyer-network";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whoever looks at agreements asks for the same signatures again: an answer follows from its question alone. */
    private static final Cache<Question, Boolean> VERIFIED =
            Caffeine.newBuilder().maximumSize(5_000).build();

    /** All that the answer depends on, in at most some kilobytes. */
    private record Question(String type, String jws, String claims, String publicKey) {}

    private Signing() {}

    /**
     * What is signed.
     *
     * @param uid of the policy
     * @param house identifier of who signs
     */
    public record Signed(String uid, int version, String house, String textFr, String textEn, String policy) {

        /** @param house identifier of who signs */
        public static Signed of(Agreement.Version version, String house) {
            return new Signed(
                    version.uid(), version.version(), house, version.textFr(), version.textEn(), version.policy());
        }

        /** SHA-256 over the digests of both texts and of the policy. */
        public String hash() {
            return Secrets.digest(digest(textFr) + digest(textEn) + digest(policy));
        }

        private Map<String, Object> claims() {
            return Map.of(
                    "agreement",
                    uid,
                    "version",
                    version,
                    "house",
                    house,
                    "text_fr",
                    digest(textFr),
                    "text_en",
                    digest(textEn),
                    "policy",
                    digest(policy));
        }
    }

    private static String digest(String text) {
        return Secrets.digest(text);
    }

    /** A key pair as JWKs. */
    record Keys(String id, String publicKey, String privateKey) {}

    static Keys make() {
        try {
            OctetKeyPairJsonWebKey made = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            String id = made.calculateBase64urlEncodedThumbprint("SHA-256");
            made.setKeyId(id);
            return new Keys(
                    id, made.toJson(OutputControlLevel.PUBLIC_ONLY), made.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String sign(Signed signed, String privateKey) {
        return sign(TYPE, signed.claims(), privateKey);
    }

    /** Signs what a house says to a network. @param claims texts that say all of it */
    public static String sign(Map<String, String> claims, String privateKey) {
        return sign(WORD, claims, privateKey);
    }

    private static String sign(String type, Map<String, ?> claims, String privateKey) {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(privateKey);
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            jws.setHeader("typ", type);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setPayload(PolicyWriter.json(claims));
            jws.setKey(key.getPrivateKey());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a signature is of this key and of exactly this; anything that cannot be read is not. */
    public static boolean holds(String jws, Signed signed, @Nullable String publicKey) {
        return holds(TYPE, jws, signed.claims(), publicKey);
    }

    /** Whether a house said exactly this. */
    public static boolean holds(String jws, Map<String, String> claims, @Nullable String publicKey) {
        return holds(WORD, jws, claims, publicKey);
    }

    private static boolean holds(String type, String jws, Map<String, ?> claims, @Nullable String publicKey) {
        return publicKey != null
                && VERIFIED.get(new Question(type, jws, PolicyWriter.json(claims), publicKey), Signing::verified);
    }

    private static boolean verified(Question asked) {
        try {
            JsonWebSignature read = new JsonWebSignature();
            read.setAlgorithmConstraints(
                    new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
            read.setCompactSerialization(asked.jws());
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(asked.publicKey());
            read.setKey(key.getPublicKey());
            if (!asked.type().equals(read.getHeader("typ")) || !read.verifySignature()) {
                return false;
            }
            return JSON.readTree(read.getPayload()).equals(JSON.readTree(asked.claims()));
        } catch (JoseException | JsonProcessingException e) {
            return false;
        }
    }
}
