package org.foyer.hub.governance;

import org.foyer.hub.model.House;

/** What a data protection officer must see of a house before saying yes, from what the node really holds and does. */
public interface DataProtection {

    /** Counts, rules and states as of today in the house's zone. No value of any buyer is in it. */
    ProtectionSheet of(House house, Surroundings around);
}
