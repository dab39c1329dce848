package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A show as an agenda wants it.
 *
 * @param body the event without its place, whose name there may not be known yet
 * @param place null when it is not known, and something is lacking; or for what is nowhere but online
 * @param picture that goes there as a file; null for none, or where the agenda fetches it itself
 * @param lacks what the agenda demands and nobody said; while there is any, nothing is sent
 * @param advice what would make it better there
 */
record Prepared(
        OutgoingShow show,
        ObjectNode body,
        @Nullable Place place,
        @Nullable Picture picture,
        List<Problem> lacks,
        List<Problem> advice) {

    Prepared {
        lacks = List.copyOf(lacks);
        advice = List.copyOf(advice);
    }

    /**
     * A venue as an agenda wants it.
     *
     * @param thing number of the venue here
     */
    record Place(String thing, String name, ObjectNode body) {
        String digest() {
            return Prepared.digest(body.toString());
        }
    }

    /**
     * A picture with what an agenda demands to know of it.
     *
     * @param address where it stands here
     * @param credit whose it is
     * @param language of the description, by its code
     */
    record Picture(URI address, String credit, String description, String language) {
        String digest() {
            return Prepared.digest(this.toString());
        }
    }

    /** By which one knows whether anything changed: the same words, the same digest. */
    String digest() {
        return digest(withoutPicture() + (picture == null ? "" : picture.toString()));
    }

    /** The same of an event that goes without its picture. */
    String digestWithoutPicture() {
        return digest(withoutPicture());
    }

    private String withoutPicture() {
        return body + (place == null ? "" : place.thing() + place.body());
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
