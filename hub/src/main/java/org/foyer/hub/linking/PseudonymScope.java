package org.foyer.hub.linking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What pseudonyms are made for: those of another purpose or period have nothing in common with them.
 *
 * @param purpose one line, as the following
 * @param period for instance {@code 2026-Q4}
 */
public record PseudonymScope(String purpose, String period) {

    public PseudonymScope {
        if (purpose.isBlank() || period.isBlank() || (purpose + period).indexOf('\n') >= 0) {
            throw new IllegalArgumentException("one line each");
        }
    }

    /** 32 bytes that stand for it in every message. */
    public byte[] digest() {
        try {
            String text = String.join("\n", "foyer pseudonym 1", purpose, period);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
