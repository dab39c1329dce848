package org.foyer.hub.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

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

    /** What came back, as bytes. */
    record Parcel(int status, byte[] body) {}

    /**
     * Brings bytes, once; follows nothing.
     *
     * @param answerBytesMax how long the answer may be
     * @throws IOException when there was no answer, or it was too long
     */
    Parcel carry(Participant to, URI address, String authorization, byte[] body, int answerBytesMax) throws IOException;

    /**
     * Brings a file here, once; follows nothing.
     *
     * @param to file that is written anew
     * @param bytesMax how long it may be
     * @return status of the answer; nothing was written unless it is 200
     * @throws IOException when there was no whole answer, or it was too long
     */
    int fetch(Participant from, URI address, String authorization, Path to, long bytesMax) throws IOException;

    /**
     * Brings a file to an address, once; follows nothing.
     *
     * @param digest SHA-256 of the file, 64 hexadecimal digits, which is told beside it
     * @return status of the answer
     * @throws IOException when it could not be brought, or was stopped in the midst
     */
    int push(Participant to, URI address, String authorization, Handover.Handed file, String digest) throws IOException;

    @Override
    void close();
}
