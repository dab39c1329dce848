package org.foyer.hub.governance;

import java.util.Map;
import org.foyer.hub.model.HouseId;

/**
 * Who asks, with the rights they have at this moment.
 *
 * @param login name under which the audit keeps it
 * @param operator whether they run the node; gives no right to any house's rows
 * @param roles house → role
 * @param readOnly whether the token they came with allows no change
 * @param observer number of the account of a funder or researcher, who belongs to no house; 0 for everybody else
 */
public record Actor(String login, boolean operator, Map<HouseId, Role> roles, boolean readOnly, long observer) {

    public Actor(String login, boolean operator, Map<HouseId, Role> roles, boolean readOnly) {
        this(login, operator, roles, readOnly, 0);
    }

    public boolean isObserver() {
        return observer != 0;
    }

    /** The person at the machine itself, who holds the data folder. */
    public static Actor commandLine() {
        return new Actor("command-line", true, Map.of(), false);
    }

    /** The node itself, for what it does by its clock. */
    public static Actor clock() {
        return new Actor("foyer", false, Map.of(), true);
    }

    public boolean may(HouseId house, Role needed) {
        Role role = roles.get(house);
        return role != null && role.covers(needed) && (!readOnly || needed == Role.READER);
    }
}
