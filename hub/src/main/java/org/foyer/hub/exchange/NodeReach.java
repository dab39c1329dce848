package org.foyer.hub.exchange;

import java.util.Optional;
import java.util.function.Consumer;
import org.foyer.hub.exchange.NodeOverlaps.Progress;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ReachTold;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Buyers whom houses of many nodes share, counted by three nodes of which none learns who they are. */
public interface NodeReach extends AutoCloseable {

    /** Houses of this node that wait or are under way. */
    int WAITING_MAX = 20;

    /** Bytes of what a pool tells. */
    int TOLD_BYTES_MAX = 1_000_000;

    /** A question that was begun here. @param stopped code of why it went no further, null while it is under way */
    record Underway(Progress progress, @Nullable String stopped) {}

    /**
     * Gives the sketch of a house, once in a period, and asks what is known; waits for it.
     *
     * @return empty while too few houses are in
     * @throws OverlapStopped when it went no further; what was sent before is not sent as another set the next time
     */
    Optional<ReachTold> ask(Actor actor, House house, Consumer<Progress> hears);

    /**
     * The same, and waits for nothing.
     *
     * @throws OverlapStopped when it cannot even begin: {@code overlap-busy}, or what the gate says
     */
    void begin(Actor actor, House house);

    /** What was begun since the node started; nothing once it is done. */
    Optional<Underway> underway(HouseId house);

    /** The newest count that a house heard of; asks nobody. */
    Optional<ReachTold> known(HouseId house);

    /** Takes back the sketches of houses that stopped, from pools that can be reached, and hears of new counts for the others. */
    void settle();

    /** The same, and waits for nothing. */
    void settleSoon();

    /** Settles a minute from now and every half hour. */
    void begin();

    /**
     * This node's answer to one step of another, as a holder of a key or a pool.
     *
     * @param caller the node that asks, as its token proves
     * @param step {@code ready}, {@code promise}, {@code points}, {@code sketch}, {@code figures} or {@code withdraw}
     * @param promise as the answer to {@code promise} named it, for {@code points}; else empty
     * @param number of the message, from 0 on
     * @return 200 with what is told, 204 when there is nothing to tell, 429 to come again, 409 with the code of a refusal
     */
    Reply answer(String caller, String step, String promise, int number, byte[] body);

    @Override
    void close();
}
