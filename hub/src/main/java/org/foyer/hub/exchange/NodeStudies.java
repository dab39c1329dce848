package org.foyer.hub.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.study.NoPeers;
import org.foyer.hub.exchange.internal.study.ParticipantStudies;
import org.foyer.hub.exchange.internal.study.StudiesOverNodes;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.NodeQuestions;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * Free questions over the houses of several nodes: each node draws and pays for its own, and tells only numbers that it drew.
 * docs/free-questions.md.
 */
public interface NodeStudies {

    /** A question and an answer are smaller. */
    int MESSAGE_BYTES_MAX = 256 * 1024;

    /** It was not asked, or gave nothing until now. */
    String NOT_GIVEN = "node-not-given";

    /** No answer came. */
    String AWAY = "node-away";

    /** An answer came that is none, or is not signed by the node. */
    String UNBELIEVED = "node-not-believed";

    /** The node means something else by the same words. */
    String OTHER_QUESTION = "question-other";

    /**
     * How another node answered.
     *
     * @param name as this node knows it
     * @param houses of it that are in the answer
     * @param withheld why there are none; null when there are
     */
    record NodeOf(
            String id, String name, int houses, @Nullable String withheld) {}

    /**
     * An answer over nodes.
     *
     * @param answer over all houses of the nodes that gave
     * @param ownHouses of this node that are in it
     * @param nodes the others, by name
     */
    record Answer(FreeAnswer answer, int ownHouses, List<NodeOf> nodes) {}

    /** Asks all other nodes that did not answer yet in this period; pays this node's part first. */
    Answer ask(Actor actor, House house, FreeQuestion question);

    /** The answer as far as it is kept, without asking or paying anything. */
    Optional<Answer> known(Actor actor, House house, FreeQuestion question);

    /**
     * This node's answer to another.
     *
     * @param caller participant, as its token proves
     * @param step {@code part}
     * @return empty when the message is none, or not signed by the caller
     */
    Optional<String> answer(String caller, String step, String json);

    /** The other nodes, as far as this service needs them. */
    interface Peers {
        /** At most {@link org.foyer.hub.governance.NodeStudyGate#NODES_MAX}. */
        List<Participant> all();

        String sealed(String to, String step, String json);

        Optional<String> opened(String from, String step, String json);

        /** @return empty when it refused, or the answer is not signed by it @throws IOException when no answer came */
        Optional<String> call(Participant node, String step, String json) throws IOException;
    }

    /**
     * Those of a data space.
     *
     * @param keys folder of this node's keys
     */
    static Peers among(Identity identity, Participants participants, Post post, Path keys) {
        return new ParticipantStudies(identity, participants, post, NodeKey.there(keys));
    }

    /** Puts it together. @param questions found when they are needed */
    static NodeStudies over(Supplier<NodeQuestions> questions, Peers peers) {
        return new StudiesOverNodes(questions, peers);
    }

    /** Of a node that is in no data space: its own houses are all there are, and nobody is answered. */
    static NodeStudies alone(Supplier<NodeQuestions> questions) {
        return over(questions, new NoPeers());
    }
}
