package org.foyer.hub.linking;

/**
 * What linking the buyers of a house came to.
 *
 * @param done whether it was ever done; without, all other numbers are 0
 * @param current whether nothing changed since: neither a buyer nor a decision
 * @param buyers records of buyers that were linked
 * @param people they were found to be
 * @param households these people live in
 */
public record LinkedPeople(boolean done, boolean current, long buyers, long people, long households) {

    /** Nothing was linked yet. */
    public static final LinkedPeople NONE = new LinkedPeople(false, false, 0, 0, 0);
}
