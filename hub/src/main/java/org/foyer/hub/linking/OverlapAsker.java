package org.foyer.hub.linking;

import java.util.Iterator;

/**
 * The house that asks, as messages of at most a mebibyte: offer, the answerer's acceptance, points, the answer, result. Serves one question
 * and one thread. A message that is not due or not of this question is refused, and nothing goes on after a refusal.
 */
public interface OverlapAsker {

    /** Size of the set and the commitment to it. */
    byte[] offer();

    /** Takes the answerer's size and commitment. */
    void accepted(byte[] message) throws OverlapRefused;

    /** How many messages {@link #points} has. */
    int pointMessages();

    /** How many messages the answer has, known once the answerer accepted. */
    int answerMessages();

    /** The blinded set, message by message. */
    Iterator<byte[]> points() throws OverlapRefused;

    /** Takes one message of the answer. */
    void take(byte[] message) throws OverlapRefused;

    /**
     * What both houses may know, once all has come.
     *
     * @throws OverlapRefused {@code overlap-commitment} when the answerer's set is not the promised one
     */
    OverlapAnswer answer() throws OverlapRefused;

    /** The answer for the other house. */
    byte[] result() throws OverlapRefused;
}
