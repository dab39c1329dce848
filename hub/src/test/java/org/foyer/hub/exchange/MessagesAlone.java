package org.foyer.hub.exchange;

import java.net.URI;
import java.nio.file.Path;

/** A post between nodes of a test that speak to each other and hand over no file: where one travels all the same, the test fails. */
@FunctionalInterface
public interface MessagesAlone extends Post {

    @Override
    default Parcel carry(Participant to, URI address, String authorization, byte[] body, int answerBytesMax) {
        throw new AssertionError("carried to " + address);
    }

    @Override
    default int fetch(Participant from, URI address, String authorization, Path to, long bytesMax) {
        throw new AssertionError("fetched from " + address);
    }

    @Override
    default int push(Participant to, URI address, String authorization, Handover.Handed file, String digest) {
        throw new AssertionError("pushed to " + address);
    }

    @Override
    default void close() {}
}
