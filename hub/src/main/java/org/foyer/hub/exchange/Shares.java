package org.foyer.hub.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/** Which houses offer their programme to the participants. None does until it says so. */
public interface Shares {

    /**
     * What a house said.
     *
     * @param automatic whether nobody is asked when somebody takes the terms as they are
     * @param conditions as a list of ODRL constraints; empty when nothing is asked beyond the licence
     */
    record Share(boolean automatic, String conditions, String actor, Instant at) {}

    Map<HouseId, Share> all();

    /** Offers the programme of a house; the audit keeps who said so. */
    default void share(House house, boolean automatic, Actor actor) {
        share(house, automatic, Conditions.NONE, actor);
    }

    /**
     * The same with conditions beyond the licence. Agreements that were reached before keep their own.
     *
     * @return everything that is wrong with them; nothing was kept if there is anything
     */
    List<String> share(House house, boolean automatic, Conditions conditions, Actor actor);

    /** Offers it no longer, and hands nothing of it out any more. Answers whether it was offered. */
    boolean stop(House house, Actor actor);
}
