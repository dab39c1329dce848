package org.foyer.hub.governance.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as Argon2id digests (RFC 9106) with the cost OWASP names as its first choice: 19 MiB, 2 passes, 1 lane.
 *
 * <p>An unknown or passwordless account costs the same work as a known one, so that time says nothing.
 */
final class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BYTES = 32;
    private static final int PASSWORD_CHARACTERS_MAX = 1024;
    private static final String FORM = "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES);

    /** At most this many digests at a time, so that a crowd of logins cannot take the memory (19 MiB each). */
    private static final int AT_ONCE_MAX = 4;

    private final SecureRandom random;
    private final Semaphore room = new Semaphore(AT_ONCE_MAX, true);
    private final byte[] nobodysSalt;

    Passwords(SecureRandom random) {
        this.random = random;
        this.nobodysSalt = bytes(SALT_BYTES);
    }

    /**
     * What to keep of a password: its digest in the usual text form with salt and cost.
     *
     * @throws IllegalArgumentException when it is empty or longer than 1024 characters
     */
    String digest(String password) {
        if (password.isEmpty() || password.length() > PASSWORD_CHARACTERS_MAX) {
            throw new IllegalArgumentException("a password has 1 to " + PASSWORD_CHARACTERS_MAX + " characters");
        }
        byte[] salt = bytes(SALT_BYTES);
        return FORM + text(salt) + "$" + text(argon2id(password, salt));
    }

    /** Whether it is the password; false for an account without one, after the same work. */
    boolean matches(String password, @Nullable String kept) {
        if (password.isEmpty() || password.length() > PASSWORD_CHARACTERS_MAX) {
            return false;
        }
        if (kept == null) {
            argon2id(password, nobodysSalt);
            return false;
        }
        if (!kept.startsWith(FORM)) {
            throw new IllegalStateException("a password is kept in a form this edition does not know");
        }
        String[] parts = kept.substring(FORM.length()).split("\\$", -1);
        byte[] found = argon2id(password, Base64.getDecoder().decode(parts[0]));
        return MessageDigest.isEqual(found, Base64.getDecoder().decode(parts[1]));
    }

    private byte[] argon2id(String password, byte[] salt) {
        Argon2Parameters cost = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(salt)
                .build();
        byte[] digest = new byte[DIGEST_BYTES];
        room.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(cost);
            // the same accents typed on another system must give the same bytes
            String typed = Normalizer.normalize(password, Normalizer.Form.NFC);
            generator.generateBytes(typed.getBytes(StandardCharsets.UTF_8), digest);
            return digest;
        } finally {
            room.release();
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
