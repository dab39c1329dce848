package org.foyer.hub.exchange;

import java.io.IOException;
import java.net.URI;

/** Brings messages to other participants. */
public interface Post extends AutoCloseable {

    /** Bytes of an answer that are read. */
    int ANSWER_BYTES_MAX = 256 << 10;

    /** What came back. */
    record Reply(int status, String body) {}

    /**
     * Sends one message, once; follows nothing.
     *
     * @throws IOException when there was no answer, or it was too long
     */
    Reply send(Participant to, URI address, String authorization, String json) throws IOException;

    @Override
    void close();
}
