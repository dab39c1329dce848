package org.foyer.hub.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.exchange.Handover;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.fetching.Courier;

/** The way out: nothing is brought anywhere but to the host of the participant. */
public final class CourierPost implements Post {

    private final Courier courier;

    public CourierPost(Courier courier) {
        this.courier = courier;
    }

    @Override
    public Reply send(Participant to, URI address, String authorization, String json) throws IOException {
        Courier.Receipt answer = courier.post(
                address,
                Set.of(to.address().getHost().toLowerCase(Locale.ROOT)),
                Map.of("Authorization", authorization),
                json,
                ANSWER_BYTES_MAX);
        return new Reply(answer.status(), answer.body());
    }

    @Override
    public Parcel carry(Participant to, URI address, String authorization, byte[] body, int answerBytesMax)
            throws IOException {
        Courier.Parcel answer = courier.carry(
                address,
                Set.of(to.address().getHost().toLowerCase(Locale.ROOT)),
                Map.of("Authorization", authorization),
                body,
                answerBytesMax);
        return new Parcel(answer.status(), answer.body());
    }

    @Override
    public int fetch(Participant from, URI address, String authorization, Path to, long bytesMax) throws IOException {
        return courier.fetch(
                address,
                Set.of(from.address().getHost().toLowerCase(Locale.ROOT)),
                Map.of("Authorization", authorization),
                to,
                bytesMax);
    }

    @Override
    public int push(Participant to, URI address, String authorization, Handover.Handed file, String digest)
            throws IOException {
        try (InputStream in = file.open()) {
            return courier.bring(
                    address,
                    Set.of(to.address().getHost().toLowerCase(Locale.ROOT)),
                    Map.of(
                            "Authorization",
                            authorization,
                            "Content-Type",
                            file.type(),
                            "Repr-Digest",
                            Digests.field(digest)),
                    in,
                    file.bytes());
        }
    }

    @Override
    public void close() {
        courier.close();
    }
}
