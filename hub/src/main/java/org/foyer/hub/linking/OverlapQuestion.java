package org.foyer.hub.linking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * One question: how many buyers do two houses share, for one purpose in one period. There is one answer to it.
 *
 * @param asker address of the house that asks, at most {@value #LENGTH_MAX} letters, as the following
 * @param answerer address of the house that answers
 * @param purpose what the answer is for
 * @param period for instance {@code 2026-Q4}
 */
public record OverlapQuestion(String asker, String answerer, String purpose, String period) {

    public static final int LENGTH_MAX = 200;

    public OverlapQuestion {
        for (String part : List.of(asker, answerer, purpose, period)) {
            if (part.isBlank() || part.length() > LENGTH_MAX || part.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("one line of 1 to " + LENGTH_MAX + " letters");
            }
        }
        if (asker.equals(answerer)) {
            throw new IllegalArgumentException("a house shares all buyers with itself");
        }
    }

    /** 32 bytes that stand for the question in every message, so that no message of another one is taken for it. */
    public byte[] digest() {
        try {
            String text = String.join("\n", "foyer overlap 1", asker, answerer, purpose, period);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
