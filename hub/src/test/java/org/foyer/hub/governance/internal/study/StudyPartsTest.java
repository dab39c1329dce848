package org.foyer.hub.governance.internal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.NodeStudyGate.Amount;
import org.foyer.hub.governance.NodeStudyGate.Given;
import org.foyer.hub.governance.NodeStudyGate.Part;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Cell;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of an answer over nodes: what they tell of a person and of a house, how they are judged together, and their error. */
class StudyPartsTest {

    @TempDir
    Path folder;

    private static Map<HouseId, long[]> sums(int houses, long each, long more) {
        Map<HouseId, long[]> sums = new LinkedHashMap<>();
        for (int house = 1; house <= houses; house++) {
            sums.put(new HouseId(house), new long[] {each + (house == 1 ? more : 0)});
        }
        return sums;
    }

    private static Asked asked(Epsilon price) {
        return new Asked("buyers", StudyStand.SEASON, false, 1, 1, 1, price);
    }

    /** The other node knows all but one person of this one, and takes its own part away: the part is all there is to guess from. */
    @Test
    void aPartTellsNoMoreOfAPersonThanItsPrice() {
        for (Epsilon price : StudyGate.PRICES) {
            Random bits = new Random(20_261_129);
            StudyParts parts = new StudyParts(asked(price));
            int tries = 20_000;
            int right = 0;
            for (int i = 0; i < tries; i++) {
                boolean inside = bits.nextBoolean();
                long about = parts.made(sums(3, 200, inside ? 1 : 0), (house, value) -> value, bits)
                        .get(0)
                        .about();
                right += (about > 600 || (about == 600 && bits.nextBoolean())) == inside ? 1 : 0;
            }
            double epsilon = (double) price.over() / price.under();
            assertThat(right / (double) tries)
                    .as("at " + price)
                    .isBetween(0.49, Math.exp(epsilon) / (1 + Math.exp(epsilon)) + 0.012);
        }
    }

    /** A node knows the largest houses of another only to a tenth, so that whatever it lets through also holds for the true houses. */
    @Property(tries = 3_000)
    void noGroupPassesThatItsTrueHousesWouldNotPass(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int nodes,
            @ForAll @IntRange(min = 1, max = 9) int most) {
        Random bits = new Random(seed);
        List<Double> houses = new ArrayList<>();
        List<Amount> amounts = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            double[] own = new double[1 + bits.nextInt(most)];
            double sum = 0;
            double largest = 0;
            for (int house = 0; house < own.length; house++) {
                own[house] = 1 + Math.floor(Math.pow(bits.nextDouble(), 2) * 5_000);
                houses.add(own[house]);
                sum += own[house];
                largest = Math.max(largest, own[house]);
            }
            amounts.add(new Amount((long) sum, own.length, (int) (10 * Math.ceil(10 * largest / sum))));
        }
        if (houses.size() < HouseRules.HOUSES_MIN) {
            return;
        }
        String judged = HouseRules.refusal(StudyParts.unevenest(amounts, HouseRules.HOUSES_MIN), 0);
        if (judged == null) {
            assertThat(HouseRules.refusal(houses, 0)).isNull();
        }
    }

    @Test
    void evenHousesPassAndOneLargeOneDoesNot() {
        StudyParts parts = new StudyParts(asked(StudyStand.HALF));
        Part even = new Part("2026-Q4", 4, 0, 0, List.of(new Amount(2_000, 4, 30)));
        Part uneven = new Part("2026-Q4", 4, 0, 0, List.of(new Amount(9_000, 4, 90)));
        assertThat(parts.together(List.of(even, even)).get(0).about()).isEqualTo(4_000);
        assertThat(parts.together(List.of(even, uneven)).get(0).withheld()).isEqualTo("one-house-dominates");
        Part few = new Part("2026-Q4", 4, 0, 0, List.of(new Amount(2_000, 1, 100)));
        assertThat(parts.together(List.of(even, few)).get(0).withheld()).isEqualTo("too-few-houses");
        Part small = new Part("2026-Q4", 4, 0, 0, List.of(new Amount(8, 4, 30)));
        assertThat(parts.together(List.of(small, small)).get(0).withheld()).isEqualTo(StudyCells.FEW_BUYERS);
        Part strict = new Part("2026-Q4", 4, 9, 0, List.of(new Amount(2_000, 4, 30)));
        assertThat(parts.together(List.of(even, strict)).get(0).withheld())
                .as("a network of the other node asks for nine houses")
                .isEqualTo("too-few-houses");
    }

    /** The error from the Fourier series against convolution by hand. */
    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,6", "8,12", "12,4", "30,2"})
    void theErrorOfADrawnSumIsTheQuantileOfItsDistribution(int terms, double scale) {
        double p = Math.exp(-1 / scale);
        int reach = (int) (60 * scale) + 60;
        double[] one = new double[2 * reach + 1];
        for (int n = -reach; n <= reach; n++) {
            one[n + reach] = (1 - p) / (1 + p) * Math.pow(p, Math.abs(n));
        }
        double[] sum = one;
        for (int term = 1; term < terms; term++) {
            double[] next = new double[one.length];
            for (int a = 0; a < sum.length; a++) {
                for (int b = Math.max(0, reach - a); b < one.length && a + b - reach < next.length; b++) {
                    next[a + b - reach] += sum[a] * one[b];
                }
            }
            sum = next;
        }
        long within = 0;
        double inside = sum[reach];
        while (inside < 0.95) {
            within++;
            inside += sum[(int) (reach - within)] + sum[(int) (reach + within)];
        }
        assertThat(StudyError.drawn(terms, scale)).isEqualTo(within);
    }

    /** Nineteen of twenty sums over three nodes lie within the error that is told. */
    @Test
    void theErrorOfNodesTogetherHolds() {
        Random bits = new Random(5);
        StudyParts parts = new StudyParts(asked(StudyStand.HALF));
        int told = 0;
        int within = 0;
        for (int i = 0; i < 2_000; i++) {
            List<Part> given = new ArrayList<>();
            long truth = 0;
            for (int node = 0; node < 3; node++) {
                Map<HouseId, long[]> sums = sums(4, 100 + bits.nextInt(800), bits.nextInt(300));
                truth += sums.values().stream().mapToLong(of -> of[0]).sum();
                given.add(new Part(
                        "2026-Q4",
                        4,
                        0,
                        0,
                        parts.made(sums, (house, value) -> value * (1 + 0.1 * (2 * bits.nextDouble() - 1)), bits)));
            }
            Cell cell = parts.together(given).get(0);
            Long about = cell.about();
            told += about == null ? 0 : 1;
            within += about != null && Math.abs(about - truth) <= cell.within() ? 1 : 0;
        }
        assertThat(told).isGreaterThan(1_500);
        assertThat(within / (double) told).isGreaterThan(0.94);
    }

    @Test
    void aPartOfAnythingElseIsNotKept() {
        StudyStand stand = stand();
        HouseId asker = stand.houses.get(0).id();
        Asked asked = StudyStand.asked("buyers", StudyStand.HALF);
        Amount fine = new Amount(500, 3, 40);
        assertThat(heard(stand, asker, asked, new Part("2026-Q4", 3, 6, 10, List.of(fine, fine))))
                .isTrue();
        for (Part wrong : List.of(
                new Part("2026-Q3", 3, 6, 10, List.of(fine, fine)),
                new Part("2026-Q4", 3, 6, 10, List.of(fine)),
                new Part("2026-Q4", 2, 6, 10, List.of(fine, fine)),
                new Part("2026-Q4", 3, 6, 10, List.of(fine, new Amount(500, 4, 40))),
                new Part("2026-Q4", 3, 6, 10, List.of(fine, new Amount(500, 3, 30))),
                new Part("2026-Q4", 3, 6, 10, List.of(fine, new Amount(Long.MAX_VALUE, 3, 40))),
                new Part("2026-Q4", 3, -1, 10, List.of(fine, fine)))) {
            assertThat(heard(stand, asker, asked, wrong)).as(wrong.toString()).isFalse();
        }
    }

    private StudyStand stand() {
        StudyStand stand =
                new StudyStand(Register.open("jdbc:sqlite:" + folder.resolve("register.db"), null, null), folder, 8);
        stand.houses.forEach(house -> stand.gate().join(house.id(), NodeStudyGate.PURPOSE, StudyStand.LEA));
        return stand;
    }

    private static boolean heard(StudyStand stand, HouseId asker, Asked asked, Part part) {
        try {
            stand.nodes().hear(asker, asked, AgreedByAll.POLICY, "urn:node", part);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** Guessing from what a house is moved by: whatever nodes ask in a season, the house is moved by the same share. */
    @Test
    void manyQuestionsOfANodeLeaveItsHousesMoved() {
        StudyStand stand = stand();
        stand.houses.forEach(house -> stand.sums.put(house.id(), new long[] {100_000, 100_000}));
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            Given given = stand.nodes()
                    .give(
                            "urn:node-" + i,
                            new NodeStudyGate.World(false, "EUR", AgreedByAll.POLICY, "house-0"),
                            StudyStand.asked("question " + i, new Epsilon(1, 4)),
                            "2026-Q4",
                            (of, asOf) -> stand.sums);
            Part part = given.part();
            if (part != null) {
                seen.add(part.cells().get(0).about());
            }
        }
        assertThat(seen).as("three of all nodes, in quarters").hasSize(12);
        long spread = seen.stream().mapToLong(Long::longValue).max().orElseThrow()
                - seen.stream().mapToLong(Long::longValue).min().orElseThrow();
        double mean = seen.stream().mapToLong(Long::longValue).average().orElseThrow();
        assertThat(spread).isLessThan(400);
        assertThat(Math.abs(mean - 800_000)).isGreaterThan(spread / 2.0);
    }
}
