package org.foyer.hub.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.foyer.hub.linking.HardRecords;
import org.foyer.hub.linking.LinkPlan;
import org.foyer.hub.linking.internal.block.BlockRule;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.TableBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records come, change and go in random order: the persons are those of a full run, whatever happened before. */
class RollTest {

    private static final LinkPlan PLAN = new LinkPlan("id", HardRecords.COLUMNS, "GB", false);

    private static final List<List<String>> MADE = new HardRecords(31, 60, HardRecords.BUILT_ON)
            .records().stream().map(List::of).toList();

    /** Alone, these show a pair that is missing, which another of many passes would find too. */
    private static final List<String> FEW =
            List.of("LAST_NAME:WHOLE", "FIRST_NAME:WORD DATE:YEAR", "PLACE:WHOLE POSTCODE:DISTRICT");

    /** From half of them, once for all tests: nothing changes what was learned. */
    private static final Learned LEARNED = learnedFromHalf();

    private static Learned learnedFromHalf() {
        TableBuilder builder = new TableBuilder(PLAN);
        for (int i = 0; i < MADE.size() / 2; i++) {
            builder.add("%04d".formatted(i), MADE.get(i).toArray(String[]::new));
        }
        RecordTable table = builder.finish();
        return Engine.learning(table).learned(PLAN);
    }

    /**
     * @param cap the most rows of a block: of the few rows here none would be divided otherwise
     * @param few whether only few passes bring records together
     */
    private static Learned learned(int cap, boolean few) {
        List<String> lines = few ? FEW : LEARNED.rule().lines();
        BlockRule rule = new BlockRule(lines, Collections.nCopies(lines.size(), cap));
        return new Learned(PLAN, LEARNED.fields(), LEARNED.model(), rule);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2147483647, false",
        "2, 2147483647, true",
        "3, 8, false",
        "4, 8, true",
        "5, 3, false",
        "6, 3, true",
        "7, 2, true",
        "8, 1, false"
    })
    void everyChangeEndsWithThePersonsOfAFullRun(long seed, int cap, boolean few) {
        Roll roll = new Roll(learned(cap, few));
        Random random = new Random(seed);
        Map<String, List<String>> there = new TreeMap<>();
        for (int change = 0; change < 250; change++) {
            Map<String, Set<String>> before = members(roll);
            change(random, roll, there, change < 120 ? 0.1 : 0.6);
            assertThat(roll.persons()).as("after change %d", change).isEqualTo(roll.linkedAnew());
            assertThat(roll.persons().keySet()).isEqualTo(there.keySet());
            Map<String, Set<String>> after = members(roll);
            before.forEach((person, records) -> {
                if (after.containsValue(records)) {
                    assertThat(after.get(person)).isEqualTo(records);
                }
            });
        }
        assertThat(roll.persons().values().stream().distinct().count())
                .as("some records are of one person")
                .isLessThan(there.size());
    }

    @Test
    void theOrderOfChangesChangesNothing() {
        Learned learned = learned(5, true);
        Map<String, String> found = null;
        for (int seed = 0; seed < 6; seed++) {
            Roll roll = new Roll(learned);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < 220; i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(seed));
            for (int i : order) {
                roll.put("%04d".formatted(i), MADE.get((i + seed) % MADE.size()));
                if (i % 3 == 0) {
                    roll.erase("%04d".formatted(i));
                }
                roll.put("%04d".formatted(i), MADE.get(i));
                if (i % 5 == 0) {
                    roll.erase("%04d".formatted(i));
                }
            }
            assertThat(found == null ? roll.persons() : found).isEqualTo(roll.persons());
            found = Map.copyOf(roll.persons());
        }
    }

    @Test
    void rightAfterLearningThePersonsAreThoseOfTheLinkedTable() {
        TableBuilder builder = new TableBuilder(PLAN);
        for (int i = 0; i < MADE.size(); i++) {
            builder.add("%04d".formatted(i), MADE.get(i).toArray(String[]::new));
        }
        RecordTable table = builder.finish();
        Engine engine = Engine.learning(table);
        int[] person = engine.link().person();
        Map<String, String> linked = new TreeMap<>();
        for (int record = 0; record < person.length; record++) {
            linked.put(table.id(record), table.id(person[record]));
        }
        Roll roll = new Roll(engine.learned(PLAN));
        for (int i = 0; i < MADE.size(); i++) {
            roll.put("%04d".formatted(i), MADE.get(i));
        }
        assertThat(roll.persons()).isEqualTo(linked);
    }

    private void change(Random random, Roll roll, Map<String, List<String>> there, double erased) {
        if (!there.isEmpty() && random.nextDouble() < erased) {
            String id = new ArrayList<>(there.keySet()).get(random.nextInt(there.size()));
            roll.erase(id);
            there.remove(id);
            return;
        }
        String id = "%04d".formatted(random.nextInt(MADE.size()));
        List<String> cells = MADE.get(random.nextInt(4) == 0 ? random.nextInt(40) : Integer.parseInt(id));
        roll.put(id, cells);
        there.put(id, cells);
    }

    private static Map<String, Set<String>> members(Roll roll) {
        Map<String, Set<String>> members = new HashMap<>();
        roll.persons()
                .forEach((id, person) ->
                        members.computeIfAbsent(person, key -> new TreeSet<>()).add(id));
        return members;
    }
}
