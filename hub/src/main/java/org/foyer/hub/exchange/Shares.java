package org.foyer.hub.exchange;

import java.time.Instant;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/** Which houses offer their programme to the participants. None does until it says so. */
public interface Shares {

    /** What a house said. @param automatic whether nobody is asked when somebody takes the terms as they are */
    record Share(boolean automatic, String actor, Instant at) {}

    Map<HouseId, Share> all();

    /** Offers the programme of a house; the audit keeps who said so. */
    void share(House house, boolean automatic, Actor actor);

    /** Offers it no longer, and hands nothing of it out any more. Answers whether it was offered. */
    boolean stop(House house, Actor actor);
}
