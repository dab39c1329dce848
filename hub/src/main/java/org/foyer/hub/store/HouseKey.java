package org.foyer.hub.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The three secrets of one house: for columns, for files, and for keyed digests. Only this class touches the library of
 * ciphers, which takes its time to load, so it is touched when something is sealed or opened and not before.
 */
final class HouseKey {

    private static final String COLUMNS = "columns";
    private static final String FILES = "files";
    private static final String DIGESTS = "digests";
    private static final byte[] COLUMN = "foyer column".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FILE = "foyer file".getBytes(StandardCharsets.UTF_8);
    private static final int SECRET_BYTES = 16;
    private static final int KEY_BYTES = 32;

    /** A Java machine that just began is slow with long segments for seconds, and with short ones for good. */
    private static final int SEGMENT_BYTES = 16 << 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Aead columns;
    private final StreamingAead files;
    private final PrfSet digests;

    static {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HouseKey(Aead columns, StreamingAead files, PrfSet digests) {
        this.columns = columns;
        this.files = files;
        this.digests = digests;
    }

    /** A new one as the text of its file. */
    static String make() throws GeneralSecurityException {
        ObjectNode text = JSON.createObjectNode();
        text.set(COLUMNS, keyset(PredefinedAeadParameters.AES256_GCM));
        text.set(FILES, keyset(inSegments()));
        text.set(DIGESTS, keyset(PredefinedPrfParameters.HMAC_SHA256_PRF));
        return text.toPrettyString() + "\n";
    }

    /** As the library's own AES256_GCM_HKDF_4KB and _1MB, with segments between the two. */
    private static AesGcmHkdfStreamingParameters inSegments() throws GeneralSecurityException {
        return AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT_BYTES)
                .build();
    }

    private static JsonNode keyset(Parameters parameters) throws GeneralSecurityException {
        String text = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the text of its file. */
    static HouseKey read(String text) throws GeneralSecurityException, IOException {
        JsonNode found = JSON.readTree(text);
        return new HouseKey(
                handle(found, COLUMNS).getPrimitive(RegistryConfiguration.get(), Aead.class),
                handle(found, FILES).getPrimitive(RegistryConfiguration.get(), StreamingAead.class),
                handle(found, DIGESTS).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    }

    private static KeysetHandle handle(JsonNode found, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(found.path(name).toString(), InsecureSecretKeyAccess.get());
    }

    String seal(String text) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(columns.encrypt(text.getBytes(StandardCharsets.UTF_8), COLUMN));
    }

    String open(String sealed) throws GeneralSecurityException {
        return new String(columns.decrypt(Base64.getDecoder().decode(sealed), COLUMN), StandardCharsets.UTF_8);
    }

    /** Always the same for the same purpose, and nothing that can be found without the key. */
    String secret(String purpose) throws GeneralSecurityException {
        byte[] secret = digests.computePrimary(purpose.getBytes(StandardCharsets.UTF_8), SECRET_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    StreamingAead files() {
        return files;
    }

    /** What every archived file is bound to, so that nothing else passes for one. */
    static byte[] ofFiles() {
        return FILE.clone();
    }
}
