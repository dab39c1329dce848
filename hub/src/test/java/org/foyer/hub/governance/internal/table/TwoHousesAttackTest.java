package org.foyer.hub.governance.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.governance.internal.table.SuppressionTest.even;
import static org.foyer.hub.governance.internal.table.SuppressionTest.random;
import static org.foyer.hub.governance.internal.table.SuppressionTest.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.foyer.hub.governance.internal.table.AdditiveTable.Cell;
import org.foyer.hub.governance.internal.table.Attackers.Attacker;
import org.foyer.hub.governance.internal.table.Suppression.Pattern;
import org.foyer.hub.governance.internal.table.TableAudit.Bounds;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two houses that tell each other what they gave to exact tables, against a third. */
class TwoHousesAttackTest {

    private static final TableRules RULES = new TableRules(5, 10);

    /** Three houses alone, each in one hidden cell of a row: none brings out another, but two of them the third. */
    @Test
    void twoHousesThatTellEachOtherBringOutNoThird() {
        AdditiveTable table = table(List.of(
                List.of(alone(1), alone(2), alone(3), even(50, 6)),
                List.of(even(40, 7), even(40, 6), even(50, 6), even(50, 6)),
                List.of(even(60, 7), even(40, 6), even(50, 6), even(30, 7))));
        BitSet naive = new BitSet();
        naive.set(0, 3);
        naive.set(5, 8);
        BitSet sensitive = new BitSet();
        sensitive.set(0, 3);
        TableAudit audit = new TableAudit(table, RULES, sensitive);
        assertThat(audit.bounds(naive))
                .filteredOn(one -> one.attacker().houses().size() < 2)
                .allMatch(Bounds::safe);
        assertThat(audit.bounds(naive))
                .filteredOn(one -> !one.safe())
                .as("two of the three know the third")
                .hasSize(3);
        assertThat(audit.holds(naive)).isFalse();
        Pattern pattern = new Suppression(table, RULES).pattern().orElseThrow();
        assertThat(new TableAudit(table, RULES, pattern.sensitive()).holds(pattern.hidden()))
                .isTrue();
        assertThat(pattern.hidden().cardinality()).isGreaterThan(6);
    }

    private static Map<HouseId, Long> alone(int house) {
        return Map.of(new HouseId(house), 40L);
    }

    /** Of what is shown: the sum less what two houses gave is no good guess of what a third gave. Rules by hand. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noTwoHousesComeNearToAThirdInACellThatIsShown(int seed) {
        Random random = new Random(seed);
        int shown = 0;
        for (int round = 0; round < 5_000; round++) {
            Map<HouseId, Long> given = new HashMap<>();
            int houses = 1 + random.nextInt(9);
            for (int house = 1; house <= houses; house++) {
                given.put(new HouseId(house), 1 + (long) Math.exp(6 * random.nextDouble()));
            }
            Cell cell = new Cell("cell", given, 1_000, false);
            if (!RULES.hides(cell)) {
                shown++;
                given.keySet()
                        .forEach(one -> given.keySet()
                                .forEach(other -> given.forEach((third, value) -> {
                                    if (!third.equals(one) && !third.equals(other)) {
                                        long known = given.get(one) + (other.equals(one) ? 0 : given.get(other));
                                        assertThat(cell.value() - known - value)
                                                .as("%s and %s of %s in %s", one, other, third, given)
                                                .isGreaterThanOrEqualTo((long) Math.floor(0.2 * value));
                                    }
                                })));
            }
        }
        assertThat(shown).isGreaterThan(100);
    }

    /** Of what is hidden: two houses who try every table that fits what is shown and what both gave. */
    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14})
    void noTwoHousesWhoTryEveryTableComeNearToAThird(int seed) {
        Random random = new Random(seed);
        int tried = 0;
        for (int round = 0; round < 12; round++) {
            AdditiveTable table = table(random(random));
            Optional<Pattern> found = new Suppression(table, RULES).pattern();
            if (found.isEmpty()) {
                continue;
            }
            for (int one = 1; one <= 6; one++) {
                for (int other = one + 1; other <= 6; other++) {
                    Attacker two = new Attacker(Set.of(new HouseId(one), new HouseId(other)));
                    EveryTable all = new EveryTable(table, found.get().hidden(), two).tried();
                    if (!all.tooMany()) {
                        tried += nothingIsNear(table, found.get(), two, all);
                    }
                }
            }
        }
        assertThat(tried).as("cells that somebody tried to bring out").isGreaterThan(20);
    }

    /** Of each sensitive cell the others' part may be a fifth of the largest of them more, and less. */
    private static int nothingIsNear(AdditiveTable table, Pattern pattern, Attacker two, EveryTable all) {
        int tried = 0;
        for (int at : pattern.sensitive().stream().toArray()) {
            Cell cell = table.cells().get(at);
            long known = two.houses().stream().mapToLong(cell::of).sum();
            long largest = cell.given().entrySet().stream()
                    .filter(of -> !two.houses().contains(of.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            if (largest > 0) {
                tried++;
                assertThat(all.range(at)[1]).isGreaterThanOrEqualTo(cell.value() + (long) Math.ceil(0.2 * largest));
                assertThat(all.range(at)[0])
                        .isLessThanOrEqualTo(Math.max(known, cell.value() - (long) Math.ceil(0.2 * largest)));
            }
        }
        return tried;
    }
}
