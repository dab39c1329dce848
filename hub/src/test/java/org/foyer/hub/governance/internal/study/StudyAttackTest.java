package org.foyer.hub.governance.internal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Cell;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever knows everything but one person, or everything but one house, against the answers to free questions. */
class StudyAttackTest {

    @TempDir
    Path folder;

    private StudyStand stand(int joined) {
        Register register = EmptyStores.register(folder.resolve("register.db"));
        return new StudyStand(register, folder, 8).joined(joined);
    }

    private static Map<HouseId, long[]> sums(long more) {
        Map<HouseId, long[]> sums = new LinkedHashMap<>();
        for (int house = 1; house <= 8; house++) {
            sums.put(new HouseId(house), new long[] {200 + (house == 1 ? more : 0)});
        }
        return sums;
    }

    /**
     * The differencing attack on a person: the attacker knows all others exactly, and that houses are not moved, and guesses from one answer
     * whether the person is in it. Nobody can be right more often than e^ε / (1 + e^ε) of the time, told apart or withheld.
     */
    @Test
    void oneAnswerTellsNoMoreOfAPersonThanItsPrice() {
        for (Epsilon price : StudyGate.PRICES) {
            Random bits = new Random(20_261_129);
            Asked asked = new Asked("buyers", StudyStand.SEASON, false, 1, 1, 1, price);
            StudyCells cells = new StudyCells(asked, 6, 10);
            int tries = 20_000;
            int right = 0;
            for (int i = 0; i < tries; i++) {
                boolean inside = bits.nextBoolean();
                Cell told = cells.of(sums(inside ? 1 : 0), (house, value) -> value, bits)
                        .get(0);
                // the best guess there is: the answer is nearer to the sum with the person than to the one without
                boolean guess =
                        told.about() != null && (told.about() > 1_600 || (told.about() == 1_600 && bits.nextBoolean()));
                right += guess == inside ? 1 : 0;
            }
            double epsilon = (double) price.over() / price.under();
            double promised = Math.exp(epsilon) / (1 + Math.exp(epsilon));
            assertThat(right / (double) tries).as("at " + price).isLessThan(promised + 0.012);
            assertThat(right / (double) tries)
                    .as("a test that cannot fail tells nothing")
                    .isGreaterThan(0.49);
        }
    }

    /** The same attack with the draw left out, to see that the attacker is one. */
    @Test
    void withoutNoiseTheSameAttackerIsAlwaysRight() {
        for (long inside = 0; inside < 2; inside++) {
            long sum = sums(inside).values().stream().mapToLong(of -> of[0]).sum();
            assertThat(sum > 1_600).isEqualTo(inside == 1);
        }
    }

    /** What is withheld is decided by drawn numbers: a person at the edge of a rule does not switch a cell on. */
    @Test
    void whetherACellIsToldTellsNoMoreOfAPersonEither() {
        Epsilon price = new Epsilon(1, 1);
        Asked asked = new Asked("buyers", StudyStand.SEASON, false, 1, 1, 1, price);
        int tries = 6_000;
        double worst = 0;
        for (long around = 0; around < 12; around += 2) {
            int[] told = new int[2];
            for (int inside = 0; inside < 2; inside++) {
                Random bits = new Random(around * 2 + inside);
                for (int i = 0; i < tries; i++) {
                    Map<HouseId, long[]> sums = new LinkedHashMap<>();
                    for (int house = 1; house <= 8; house++) {
                        sums.put(new HouseId(house), new long[] {around + (house == 1 ? inside : 0)});
                    }
                    Cell cell = new StudyCells(asked, 6, 10)
                            .of(sums, (house, value) -> value, bits)
                            .get(0);
                    told[inside] += cell.withheld() == null ? 1 : 0;
                }
            }
            double ratio = (told[1] + 30.0) / (told[0] + 30.0);
            worst = Math.max(worst, Math.max(ratio, 1 / ratio));
        }
        assertThat(worst).isLessThan(Math.E * 1.15);
    }

    /** Asking again and again, as everybody, averages nothing away. */
    @Test
    void repeatingAQuestionBringsNothing() {
        StudyStand stand = stand(8);
        List<Cell> first = stand.told(0, "buyers").cells();
        for (int i = 0; i < 200; i++) {
            assertThat(stand.told(i % 8, "buyers").cells()).isEqualTo(first);
        }
    }

    /**
     * Everybody together spends everything on one count: the mean of all answers. The draws of so many answers leave an error that a person drowns in, and what
     * houses are moved by does not change, so that it never averages out.
     */
    @Test
    void spendingTheWholeBudgetOnOneCountLeavesTheAnswerMoved() {
        StudyStand stand = stand(8);
        stand.houses.forEach(house -> stand.sums.put(house.id(), new long[] {20_000, 20_000}));
        List<Long> seen = new ArrayList<>();
        for (int house = 0; house < 8; house++) {
            for (int i = 0; i < 24; i++) {
                Long about =
                        stand
                                .told(house, StudyStand.asked("count " + house + " " + i, new Epsilon(1, 4)))
                                .cells()
                                .stream()
                                .findFirst()
                                .map(Cell::about)
                                .orElse(null);
                if (about != null) {
                    seen.add(about);
                }
            }
        }
        assertThat(seen).as("six of everybody, in quarters").hasSize(24);
        double mean = seen.stream().mapToLong(Long::longValue).average().orElseThrow();
        double spread =
                seen.stream().mapToDouble(one -> Math.abs(one - mean)).max().orElseThrow();
        assertThat(spread).as("all answers carry the same move").isLessThan(300);
        assertThat(mean).isNotEqualTo(160_000.0);
    }

    /**
     * A house joins, and seven others who know their own figures take the answer before from the answer after. They are left with its figure
     * moved by up to a tenth: within 2.5 % in one case of four.
     */
    @Test
    void joiningShowsAMovedFigureAtMost() {
        int near = 0;
        int tries = 80;
        for (int i = 0; i < tries; i++) {
            Register register = EmptyStores.register(folder.resolve("joining-" + i + ".db"));
            StudyStand stand = new StudyStand(register, folder.resolve("."), 8).joined(7);
            stand.houses.forEach(house -> stand.sums.put(house.id(), new long[] {100_000, 100_000}));
            Asked before = StudyStand.asked("before", new Epsilon(1, 1));
            Asked after = StudyStand.asked("after", new Epsilon(1, 1));
            long without = told(stand, before);
            stand.gate().join(stand.houses.get(7).id(), Gate.STUDY, StudyStand.LEA);
            long with = told(stand, after);
            near += Math.abs(with - without - 100_000) < 2_500 ? 1 : 0;
        }
        assertThat(near / (double) tries).isLessThan(0.25 + 0.24); // five standard deviations of eighty tries
        assertThat(near).as("an even move is near sometimes").isGreaterThan(0);
    }

    private static long told(StudyStand stand, Asked asked) {
        Long about = stand.told(0, asked).cells().get(0).about();
        assertThat(about).isNotNull();
        return about;
    }

    /** Nineteen of twenty numbers told lie within their error, moves and draws together. */
    @Test
    void theErrorThatIsToldHolds() {
        int told = 0;
        int within = 0;
        int tries = 3_000;
        Random bits = new Random(3);
        Asked asked = new Asked("buyers", StudyStand.SEASON, false, 1, 1, 1, new Epsilon(1, 2));
        for (int i = 0; i < tries; i++) {
            Map<HouseId, long[]> sums = new LinkedHashMap<>();
            for (int house = 1; house <= 8; house++) {
                sums.put(new HouseId(house), new long[] {50L + bits.nextInt(house == 1 ? 2_000 : 900)});
            }
            long truth = sums.values().stream()
                    .mapToLong(of -> Arrays.stream(of).sum())
                    .sum();
            Cell cell = new StudyCells(asked, 6, 10)
                    .of(sums, (house, value) -> value * (1 + 0.1 * (2 * bits.nextDouble() - 1)), bits)
                    .get(0);
            Long about = cell.about();
            told += about == null ? 0 : 1;
            within += about != null && Math.abs(about - truth) <= cell.within() ? 1 : 0;
        }
        assertThat(told).isGreaterThan(2_000);
        assertThat(within / (double) told).isGreaterThan(0.94);
    }
}
