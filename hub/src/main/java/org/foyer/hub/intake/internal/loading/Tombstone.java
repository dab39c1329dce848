package org.foyer.hub.intake.internal.loading;

/**
 * Stands for somebody who was forgotten: a digest, under a secret of the house, of what they were known by. Without the key
 * of the house nobody can try out who it is.
 *
 * @param digest 64 hexadecimal digits
 * @param until ISO day of the erasure; what happens after it is a new relation
 */
public record Tombstone(String digest, String until) {

    /** SQL: the digest of a reference under which a tool knows a buyer; null where the text is. */
    static String ofReference(int house, String text) {
        return digest(house, "reference", text);
    }

    /** SQL: the digest of an e-mail, in any case. */
    static String ofEmail(int house, String text) {
        return digest(house, "e-mail", "lower(" + text + ")");
    }

    private static String digest(int house, String kind, String text) {
        return "sha256(house_secret(" + house + ", 'forgotten " + kind + "') || " + text + ")";
    }
}
