package org.foyer.hub.exchange;

import java.util.List;
import org.foyer.hub.governance.ReachPool.Counted;
import org.foyer.hub.model.House;

/**
 * The three parts of a count over many nodes, as messages: a house, a holder of a key, a pool. This room carries the messages and understands none;
 * whoever puts the node together says who makes them. Everything here refuses with {@link OverlapStopped}.
 */
public interface ReachSides {

    /**
     * Whose people are made into pseudonyms, and for what.
     *
     * @param asker node and short name of the house
     * @param answerer the node that multiplies, or stands for both
     * @param purpose of the three nodes
     * @param period quarter of a year
     */
    record Question(String asker, String answerer, String purpose, String period) {}

    /** The people of a house, in the order of its methods. */
    interface People {
        int size();

        int messages();

        /** Of all messages as they stand, 32 bytes each. */
        byte[] digests();

        byte[] message(int number);

        void byFirst(int number, byte[] answer);

        void bySecond(int number, byte[] answer);

        byte[] sketch();

        /** The pool has the sketch: nothing is kept to offer the same set again. */
        void done();
    }

    /** Prepares the set of a house; some seconds, a minute and more for millions. */
    People blind(House house, Question question);

    /** As a holder. @return under which the promised messages come, 64 hexadecimal digits */
    String promise(String node, Question question, int size, byte[] digests);

    /** As a holder, one promised message. */
    byte[] multiply(String node, String promise, String period, int number, byte[] message);

    /** As a pool: refuses what is no sketch of the purpose and period. */
    void check(String purpose, String period, byte[] sketch);

    /** As a pool: what sketches have in common, by their order. */
    Counted counts(String purpose, String period, List<byte[]> sketches);
}
