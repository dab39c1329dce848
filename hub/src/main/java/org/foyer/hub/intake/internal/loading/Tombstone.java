package org.foyer.hub.intake.internal.loading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Stands for somebody who was forgotten: a digest, under the secret of the house, of what they were known by. Without the
 * secret nobody can try out who it is.
 *
 * @param digest 64 hexadecimal digits
 * @param until ISO day of the erasure; what happens after it is a new relation
 */
public record Tombstone(String digest, String until) {

    private static final String REFERENCE = "|forgotten reference|";
    private static final String EMAIL = "|forgotten e-mail|";

    public static String ofReference(String salt, String reference) {
        return digest(salt + REFERENCE + reference);
    }

    public static String ofEmail(String salt, String email) {
        return digest(salt + EMAIL + email.toLowerCase(Locale.ROOT));
    }

    /** SQL of the same, over a text; null where the text is. */
    static String ofReferenceSql(String salt, String text) {
        return "sha256(" + CellSql.literal(salt + REFERENCE) + " || " + text + ")";
    }

    static String ofEmailSql(String salt, String text) {
        return "sha256(" + CellSql.literal(salt + EMAIL) + " || lower(" + text + "))";
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
