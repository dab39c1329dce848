package org.foyer.hub.catalogue.internal.publication;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;

/**
 * The bytes of a picture, of a kind that agendas take, told by how they begin and not by what the site calls them.
 *
 * @param type media type
 * @param ending of a file of that type
 */
record PictureFile(byte[] bytes, String type, String ending) {

    /** UiTdatabank takes no larger ones. */
    static final int BYTES_MAX = 5 << 20;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] GIF = "GIF8".getBytes(StandardCharsets.US_ASCII);

    PictureFile {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** @throws EventRefused when nothing is there, or no picture, or one that is too large */
    static PictureFile of(Web web, URI address) throws IOException {
        WebAnswer answer = web.get(Web.Request.of(address, Map.of("Accept", "image/jpeg, image/png, image/gif")));
        String host = String.valueOf(address.getHost());
        if (!answer.isThere()) {
            throw new EventRefused("agenda-picture-gone", host, Integer.toString(answer.status()));
        }
        if (answer.length() > BYTES_MAX) {
            throw new EventRefused("agenda-picture-large", host, Integer.toString(BYTES_MAX >> 20));
        }
        byte[] bytes;
        try (InputStream in = answer.body()) {
            bytes = in.readAllBytes();
        }
        if (begins(bytes, JPEG)) {
            return new PictureFile(bytes, "image/jpeg", "jpg");
        }
        if (begins(bytes, PNG)) {
            return new PictureFile(bytes, "image/png", "png");
        }
        if (begins(bytes, GIF)) {
            return new PictureFile(bytes, "image/gif", "gif");
        }
        throw new EventRefused("agenda-picture-kind", host);
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || bytes[i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
