package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void theSamePasswordIsKeptDifferentlyEachTimeAndStillMatches() {
        String one = passwords.digest("entracte");
        String other = passwords.digest("entracte");
        assertThat(one).isNotEqualTo(other);
        assertThat(passwords.matches("entracte", one)).isTrue();
        assertThat(passwords.matches("entracte", other)).isTrue();
        assertThat(passwords.matches("Entracte", one)).isFalse();
    }

    @Test
    void accentsTypedOnAnotherSystemAreTheSamePassword() {
        String kept = passwords.digest("re\u0301pe\u0301tition");
        assertThat(passwords.matches("r\u00e9p\u00e9tition", kept)).isTrue();
    }

    @Test
    void anAccountWithoutPasswordCostsTheSameWork() {
        String kept = passwords.digest("entracte");
        passwords.matches("warm", kept);
        long known = time(() -> passwords.matches("x", kept));
        long unknown = time(() -> passwords.matches("x", null));
        assertThat(unknown).isGreaterThan(known / 4);
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    /** Test vector of RFC 9106, section 5.3: the library computes Argon2id and nothing like it. */
    @Test
    void theLibraryComputesTheVectorOfTheStandard() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withIterations(3)
                .withMemoryAsKB(32)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(filled(32, 1), tag);
        assertThat(java.util.HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
