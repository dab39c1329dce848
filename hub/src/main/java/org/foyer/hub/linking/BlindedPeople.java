package org.foyer.hub.linking;

/**
 * The people of a house on their way to pseudonyms: blinded points in messages, which the first holder of a key multiplies one after the other,
 * then the second one. Serves one thread.
 */
public interface BlindedPeople {

    /** How many people, one point for each. */
    int size();

    /** How many messages the points are. */
    int messages();

    /** Digests of all messages as they stand, 32 bytes each: what a holder is promised before it multiplies the first one. */
    byte[] digests();

    /** @param number from 0 on */
    byte[] message(int number);

    /** Takes what the first holder made of a message, in the order of messages. */
    void byFirst(int number, byte[] answer) throws OverlapRefused;

    /** Takes what the second holder made of it, once the first has done with all. */
    void bySecond(int number, byte[] answer) throws OverlapRefused;

    /**
     * The sketch of them all, for the pool alone.
     *
     * @throws OverlapRefused {@code overlap-message} before all came back
     */
    byte[] sketch() throws OverlapRefused;
}
