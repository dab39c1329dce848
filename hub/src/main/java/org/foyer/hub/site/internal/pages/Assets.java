package org.foyer.hub.site.internal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Scripts and styles of the pages, which a browser keeps for weeks. */
final class Assets {

    private static final List<String> CHANGING = List.of("foyer.css", "foyer.js", "charts.js");
    private static final int EDITION_DIGITS = 12;

    /** Part of their addresses; another one as soon as a byte of any of them is another. */
    static final String EDITION = edition();

    private Assets() {}

    private static String edition() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : CHANGING) {
                try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources/assets/" + name)) {
                    if (in == null) {
                        throw new IllegalStateException("missing in the jar: " + name);
                    }
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, EDITION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
