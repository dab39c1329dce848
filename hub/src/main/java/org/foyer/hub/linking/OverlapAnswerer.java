package org.foyer.hub.linking;

import java.util.Iterator;

/** The house that answers; see {@link OverlapAsker}. */
public interface OverlapAnswerer {

    /** Takes the offer, has it kept in the register, and promises the own set before a point of the asker is seen. */
    byte[] accept(byte[] offer) throws OverlapRefused;

    /** Takes one message of the asker's points. */
    void take(byte[] message) throws OverlapRefused;

    /**
     * The answer, message by message.
     *
     * @throws OverlapRefused {@code overlap-commitment} unless exactly the promised set has come
     */
    Iterator<byte[]> answer() throws OverlapRefused;

    /** What the asker says that both may know. */
    OverlapAnswer result(byte[] message) throws OverlapRefused;
}
