package org.foyer.hub.exchange;

import java.util.Optional;
import java.util.function.Consumer;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NodeOverlapGate.Kept;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Buyers whom a house of this node shares with one of another, counted without either node learning who they are. */
public interface NodeOverlaps extends AutoCloseable {

    /** Questions of this node that wait or are under way. */
    int WAITING_MAX = 20;

    /**
     * How far a question is.
     *
     * @param step {@code prepare}, {@code send}, {@code receive}
     * @param done of {@code of} messages
     */
    record Progress(String step, int done, int of) {}

    /**
     * A question that was begun here.
     *
     * @param stopped code of why it went no further, null while it is under way
     */
    record Underway(
            Other other, Progress progress, @Nullable String stopped) {}

    /** An answer to a step. @param status as in HTTP */
    record Reply(int status, byte[] body) {}

    /**
     * Asks, and waits for the answer, which both houses then know; what is known of the period already is told again.
     *
     * @throws OverlapStopped when there is none
     */
    Kept ask(Actor actor, House house, Other other, Consumer<Progress> hears);

    /**
     * Begins to ask, and waits for nothing.
     *
     * @throws OverlapStopped when it cannot even begin: {@code overlap-busy}, or what the gate says
     */
    void begin(Actor actor, House house, Other other);

    /** What was begun since the node started; nothing once there is an answer. */
    Optional<Underway> underway(HouseId house, Other other);

    /**
     * This node's answer to one step of a question of another.
     *
     * @param caller the node that asks, as its token proves
     * @param step {@code open}, {@code offer}, {@code points}, {@code answer} or {@code result}
     * @param session as the answer to {@code open} named it; empty for that step
     * @param number of the message, from 0 on
     * @return 200 with what is told, 202 to ask again, 204 when there is no more, 409 with the code of a refusal
     */
    Reply answer(String caller, String step, String session, int number, byte[] body);

    @Override
    void close();
}
