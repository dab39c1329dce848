package org.foyer.hub.exchange;

import java.util.Iterator;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of a question about shared buyers, as messages. This room carries them between nodes and understands none; whoever puts the
 * node together says who makes them. Everything here refuses with {@link OverlapStopped}.
 */
public interface OverlapSides {

    /** Bytes of one message. */
    int MESSAGE_BYTES_MAX = 1_024_042;

    /** Messages of one kind: 5,000,000 points. */
    int MESSAGES_MAX = 160;

    /**
     * What is asked; there is one answer to it.
     *
     * @param asker node and short name of the house, as the following
     * @param period quarter of a year
     */
    record Question(String asker, String answerer, String period) {}

    /** @param about moved and rounded; 0 when withheld @param within error in nineteen of twenty cases */
    record Answer(long about, int within, @Nullable String withheld) {}

    /** The side that asks, in the order of its methods. */
    interface Asking {
        byte[] offer();

        void accepted(byte[] message);

        /** How many messages its points are. */
        int pointMessages();

        Iterator<byte[]> points();

        /** How many messages come back. */
        int answerMessages();

        void take(byte[] message);

        Answer answer();

        byte[] result();

        /** The question is answered: nothing is kept to ask it again. */
        void done();
    }

    /** The side that answers, in the order of its methods. */
    interface Answering {
        byte[] accept(byte[] offer);

        void take(byte[] message);

        Iterator<byte[]> answer();

        Answer result(byte[] message);
    }

    /** Prepares the set of a house; some seconds, a minute and more for millions. */
    Asking ask(House house, Question question);

    /** The same for the side that answers. */
    Answering answer(House house, Question question);
}
