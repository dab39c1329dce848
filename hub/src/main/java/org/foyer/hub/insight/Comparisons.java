package org.foyer.hub.insight;

import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** Houses beside their peers, through the gate. */
public interface Comparisons {

    /** The peer groups a house may choose from. */
    List<PeerGroup> groups(HouseId house);

    Comparison compare(Actor actor, HouseId house, Season season, PeerGroup group);
}
