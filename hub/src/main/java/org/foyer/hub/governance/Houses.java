package org.foyer.hub.governance;

import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/** The houses of this node. */
public interface Houses {
    List<House> all();

    Optional<House> bySlug(String slug);

    Optional<House> byId(HouseId id);

    /** Adds a house. Its number and its salt for person keys are made here. The id given is ignored. */
    House add(House house);
}
