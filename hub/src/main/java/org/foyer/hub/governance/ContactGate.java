package org.foyer.hub.governance;

import java.util.List;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which contacts of buyers leave a house: for a purpose and by a channel of contact, those alone who agreed to
 * it, and with a line of the audit that is written before anybody gets the list. Small groups do not matter here: everybody on a
 * list agreed to be on it.
 */
public interface ContactGate {

    /** People of one list. */
    int CONTACTS_MAX = 100_000;

    /**
     * What the contacts are for.
     *
     * @param segment the query by which the people are chosen, for the audit; it names nobody
     * @param purpose of contact, an id of {@link ConsentChoices}
     * @param channel of contact, the same
     */
    record Wish(String segment, String purpose, String channel) {}

    /** Brings the people; asked only when the wish is in order. */
    @FunctionalInterface
    interface People {
        /** For each person the keys of all buyers that are that person. */
        List<List<Long>> now();
    }

    /**
     * @param faults all at once; empty when there is a list
     * @param list null when there are faults
     */
    record Answer(List<Consents.Fault> faults, @Nullable ContactList list) {}

    /**
     * People with what the channel needs of them and no more.
     *
     * @param columns names that mailing tools know
     * @param rows one for each person, in no order that tells anything
     * @param withoutAddress people who agreed, but of whom no address for the channel is known or somebody else with the same e-mail
     *     objected
     */
    record ContactList(
            String purpose, String channel, List<String> columns, List<List<String>> rows, int withoutAddress) {}

    /**
     * The contacts of those who may be contacted at this moment. A person of several buyers may be when one of these agreed and none of
     * them withdrew or objected; the address is one of a buyer who agreed.
     *
     * @param actor a steward of the house, or whoever holds the data folder
     * @throws SecurityException for anybody else; nothing is opened then
     * @throws org.foyer.hub.store.HouseKeyMissing when the house's key is gone
     */
    Answer contacts(Actor actor, House house, Wish wish, People people);
}
