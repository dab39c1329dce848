package org.foyer.hub.linking;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.foyer.hub.linking.internal.Engine;
import org.foyer.hub.linking.internal.Roll;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.TableBuilder;

/**
 * The persons of records that are added, changed and erased, one at a time, in memory. What is learned is learned once, when the roll is
 * made: what agreements are worth, how frequent values are, how dates are written, which keys bring records together and how large their
 * blocks may be. From then on who is one person depends on the records that are there and on nothing else, so that any order of changes
 * that ends with the same records ends with the same persons, and with those of a full run ({@link #linkedAnew}). To learn anew, make a
 * new roll of the records; persons may then change. Serves one thread.
 */
public final class PersonRoll {

    private final Roll roll;

    private PersonRoll(Roll roll) {
        this.roll = roll;
    }

    /**
     * Learns from records and finds their persons.
     *
     * @param plan with the columns
     * @param records at least one; by id, cells in the order of the plan's columns, empty where nothing is known
     */
    public static PersonRoll of(LinkPlan plan, Map<String, List<String>> records) {
        TableBuilder builder = new TableBuilder(plan);
        records.forEach((id, cells) -> builder.add(id, cells.toArray(String[]::new)));
        RecordTable table = builder.finish();
        Roll roll = new Roll(Engine.learning(table).learned(plan));
        records.forEach(roll::put);
        return new PersonRoll(roll);
    }

    /** Adds a record, or changes the one that has this id. @param cells in the order of the plan's columns */
    public void put(String id, List<String> cells) {
        roll.put(id, cells);
    }

    /** Takes a record away; nothing happens if there is none with this id. */
    public void erase(String id) {
        roll.erase(id);
    }

    /**
     * The person of each record: the id of the person's first record in the order of ids. It stays while the records of the person stay,
     * whatever happens to others.
     */
    public Map<String, String> persons() {
        return Collections.unmodifiableMap(roll.persons());
    }

    /** The same, found by a full run with what was learned. */
    public Map<String, String> linkedAnew() {
        return roll.linkedAnew();
    }

    /** How many different records the last change made the roll look at again. */
    public int lookedAt() {
        return roll.lookedAt();
    }
}
