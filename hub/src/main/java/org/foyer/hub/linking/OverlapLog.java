package org.foyer.hub.linking;

/** What was asked of a house in a period, so that nobody asks until the answer gives way. */
@FunctionalInterface
public interface OverlapLog {

    /**
     * Keeps a question before anything is answered.
     *
     * @param commitment to the asker's set, 32 bytes
     * @param size of the set
     * @throws OverlapRefused {@code overlap-asked}, {@code overlap-too-many}
     */
    void asked(OverlapQuestion question, byte[] commitment, int size) throws OverlapRefused;
}
