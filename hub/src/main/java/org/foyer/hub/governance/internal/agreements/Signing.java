package org.foyer.hub.governance.internal.agreements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
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
final class Signing {

    private static final String TYPE = "foyer-agreement";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Signing() {}

    /**
     * What is signed.
     *
     * @param uid of the policy
     * @param house identifier of who signs
     */
    record Signed(String uid, int version, String house, String textFr, String textEn, String policy) {

        /** SHA-256 over the digests of both texts and of the policy. */
        String hash() {
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

    static String sign(Signed signed, String privateKey) {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(privateKey);
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            jws.setHeader("typ", TYPE);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setPayload(PolicyWriter.json(signed.claims()));
            jws.setKey(key.getPrivateKey());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a signature is of this key and of exactly this; anything that cannot be read is not. */
    static boolean holds(String jws, Signed signed, @Nullable String publicKey) {
        if (publicKey == null) {
            return false;
        }
        try {
            JsonWebSignature read = new JsonWebSignature();
            read.setAlgorithmConstraints(
                    new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
            read.setCompactSerialization(jws);
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(publicKey);
            read.setKey(key.getPublicKey());
            if (!TYPE.equals(read.getHeader("typ")) || !read.verifySignature()) {
                return false;
            }
            JsonNode payload = JSON.readTree(read.getPayload());
            return payload.equals(JSON.readTree(PolicyWriter.json(signed.claims())));
        } catch (JoseException | JsonProcessingException e) {
            return false;
        }
    }
}
