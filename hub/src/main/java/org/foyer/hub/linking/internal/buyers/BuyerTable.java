package org.foyer.hub.linking.internal.buyers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.TableBuilder;
import org.foyer.hub.model.House;

/**
 * The buyers of a house as records, in the order of the house's own references for them: the keys of people are drawn at random in each
 * node, and what is linked must not hang on them.
 */
final class BuyerTable {

    private final RecordTable records;
    private final long[] keys;
    private final Map<Long, Integer> decided;

    /** @param keys of the buyers, by record @param decided records by key, of those of whom somebody decided something */
    private BuyerTable(RecordTable records, long[] keys, Map<Long, Integer> decided) {
        this.records = records;
        this.keys = keys;
        this.decided = decided;
    }

    /** The same buyers in another form of their table. */
    BuyerTable as(RecordTable table) {
        return new BuyerTable(table, keys, decided);
    }

    RecordTable records() {
        return records;
    }

    long[] keys() {
        return keys;
    }

    /** The record of a buyer of whom somebody decided something; −1 if there is none any more. */
    int decided(long key) {
        return decided.getOrDefault(key, -1);
    }

    /** Takes buyers one by one, in any order. */
    static final class Filling {

        private final TableBuilder builder;
        private final Set<Long> said;
        private final Set<Long> settled;
        private final Set<String> apart = new HashSet<>();
        private long[] keys;

        /** @param buyers how many there are, about @param decisions of whom each is said gets a row of their own */
        Filling(House house, int buyers, Decisions decisions) {
            this.builder = new TableBuilder(BuyerPlan.of(house));
            this.said = decisions.people(false);
            this.settled = decisions.people(true);
            this.keys = new long[Math.max(1, buyers)];
        }

        void add(long key, String reference, String... cells) {
            int number = builder.add(reference, cells);
            if (number == keys.length) {
                keys = Arrays.copyOf(keys, keys.length * 2);
            }
            keys[number] = key;
            if (settled.contains(key)) {
                apart.add(reference);
            }
        }

        BuyerTable finish() {
            RecordTable records = builder.finish(apart);
            long[] ordered = new long[records.records()];
            Map<Long, Integer> decided = new HashMap<>();
            for (int record = 0; record < ordered.length; record++) {
                ordered[record] = keys[records.number(record)];
                if (said.contains(ordered[record])) {
                    decided.put(ordered[record], record);
                }
            }
            return new BuyerTable(records, ordered, decided);
        }
    }
}
