package org.foyer.hub.linking.internal.buyers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyer.hub.linking.HardRecords;
import org.foyer.hub.linking.Verdict;
import org.foyer.hub.linking.internal.block.BlockRule;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buyers come, change and go in random order, and things are said of them: what is found and kept is what a full run with the same weights gives. */
class WeighingTest {

    private static final House HOUSE = new House(
            new HouseId(1),
            "house",
            "House",
            Discipline.THEATRE,
            500,
            PostalAddress.UNKNOWN,
            null,
            ZoneId.of("Europe/Paris"),
            Currency.getInstance("EUR"),
            false);

    private static final byte[] SECRET = "a secret of the house".getBytes(StandardCharsets.US_ASCII);
    private static final Decisions NOTHING_SAID = new Decisions(Map.of());
    private static final int THERE = 300;

    private static final List<String[]> MADE = made();
    private static Weights learned;

    /** Records with little that is sure, several of one person, some the same in everything. */
    private static List<String[]> made() {
        Random random = new Random(3);
        List<String[]> made = new ArrayList<>();
        for (String[] record : new HardRecords(31, 60, HardRecords.BUILT_ON).records()) {
            String year = record[2].length() >= 4 ? record[2].replaceAll(".*([0-9]{4}).*", "$1") : "";
            String email = random.nextInt(4) == 0 ? record[1] + random.nextInt(9) + "@poste.example" : "";
            made.add(new String[] {record[0], record[1], "", record[4], record[3], email, "", year});
        }
        for (int i = 0; i < 30; i++) {
            made.add(made.get(random.nextInt(made.size())).clone());
        }
        Collections.shuffle(made, random);
        return made;
    }

    @BeforeAll
    static void learn() {
        Map<Integer, String[]> there = new TreeMap<>();
        for (int i = 0; i < THERE; i++) {
            there.put(i, MADE.get(i));
        }
        learned = Objects.requireNonNull(
                link(there, NOTHING_SAID, null, Traces.NONE).weights());
    }

    /** Keys in another order than references, as in a node. */
    private static long key(int buyer) {
        return 1_000_003L * (buyer * 7919 % 1009 + 1);
    }

    private static BuyerLinking.Linked link(
            Map<Integer, String[]> there,
            Decisions said,
            @org.jspecify.annotations.Nullable Weights weights,
            Traces traces) {
        BuyerTable.Filling filling = new BuyerTable.Filling(HOUSE, there.size(), said);
        there.forEach((buyer, cells) -> filling.add(key(buyer), "ref-%04d".formatted(buyer), cells));
        return BuyerLinking.link(filling.finish(), said, new BuyerLinking.Before("FR", SECRET, weights, traces, false));
    }

    /** What the warehouse does with a change. */
    private static Traces after(Traces before, Traces.Change change) {
        Map<Long, Long> signs = new TreeMap<>();
        Map<Pair, Float> pairs = new TreeMap<>();
        if (!change.anew()) {
            for (int i = 0; i < before.persons().length; i++) {
                if (Arrays.binarySearch(change.gone(), before.persons()[i]) < 0) {
                    signs.put(before.persons()[i], before.signs()[i]);
                }
            }
            for (int i = 0; i < before.ones().length; i++) {
                if (Arrays.binarySearch(change.gone(), before.ones()[i]) < 0
                        && Arrays.binarySearch(change.gone(), before.others()[i]) < 0) {
                    pairs.put(new Pair(before.ones()[i], before.others()[i]), before.weights()[i]);
                }
            }
        }
        Traces came = change.came();
        for (int i = 0; i < came.persons().length; i++) {
            assertThat(signs.put(came.persons()[i], came.signs()[i])).as("once").isNull();
        }
        for (int i = 0; i < came.ones().length; i++) {
            assertThat(pairs.put(new Pair(came.ones()[i], came.others()[i]), came.weights()[i]))
                    .as("once")
                    .isNull();
        }
        float[] weights = new float[pairs.size()];
        int at = 0;
        for (float weight : pairs.values()) {
            weights[at++] = weight;
        }
        return new Traces(
                signs.keySet().stream().mapToLong(Long::longValue).toArray(),
                signs.values().stream().mapToLong(Long::longValue).toArray(),
                pairs.keySet().stream().mapToLong(Pair::one).toArray(),
                pairs.keySet().stream().mapToLong(Pair::other).toArray(),
                weights);
    }

    private static List<String> told(Traces traces) {
        return List.of(
                Arrays.toString(traces.persons()),
                Arrays.toString(traces.signs()),
                Arrays.toString(traces.ones()),
                Arrays.toString(traces.others()),
                Arrays.toString(traces.weights()));
    }

    private static List<String> told(Outcome outcome) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < outcome.keys().length; i++) {
            told.add(outcome.keys()[i] + " " + outcome.person()[i] + " " + outcome.household()[i]);
        }
        outcome.pairs()
                .forEach(pair -> told.add(pair.one() + " " + pair.other() + " " + pair.weight() + " "
                        + Arrays.toString(pair.bits()) + pair.family() + " " + pair.levels()));
        return told;
    }

    /** @param cap the most rows of a block: of the few rows here none would be divided otherwise */
    @ParameterizedTest
    @CsvSource({"1, 2147483647", "2, 8", "3, 3", "4, 2", "5, 1"})
    void everyChangeEndsWithWhatAFullRunFinds(long seed, int cap) {
        BlockRule rule = new BlockRule(
                learned.rule().lines(),
                Collections.nCopies(learned.rule().lines().size(), cap));
        Weights weights =
                new Weights(learned.country(), learned.records(), learned.model(), rule, learned.frequencies());
        Random random = new Random(seed);
        Map<Integer, String[]> there = new TreeMap<>();
        for (int i = 0; i < THERE; i++) {
            there.put(i, MADE.get(i));
        }
        Map<Pair, Verdict> said = new HashMap<>();
        Traces traces = Traces.NONE;
        int people = 0;
        int weighed = 0;
        for (int change = 0; change < 40; change++) {
            Decisions decisions = new Decisions(said);
            BuyerLinking.Linked found = link(there, decisions, weights, traces);
            assertThat(found.weights()).as("nothing was learned anew").isSameAs(weights);
            traces = after(traces, found.change());
            BuyerLinking.Linked whole = link(there, decisions, weights, Traces.NONE);
            assertThat(told(found.outcome())).as("after change %d", change).isEqualTo(told(whole.outcome()));
            assertThat(told(traces)).isEqualTo(told(after(Traces.NONE, whole.change())));
            people += there.size() - found.outcome().people() > 0 ? 1 : 0;
            weighed += change == 0 ? 0 : found.weighed();
            change(random, there, said);
        }
        assertThat(people).as("some buyers are one person").isEqualTo(40);
        assertThat(weighed).as("rows weighed in 39 changes").isPositive().isLessThan(39 * THERE / 2);
    }

    private static void change(Random random, Map<Integer, String[]> there, Map<Pair, Verdict> said) {
        List<Integer> buyers = new ArrayList<>(there.keySet());
        int some = buyers.get(random.nextInt(buyers.size()));
        int other = buyers.get(random.nextInt(buyers.size()));
        int kind = random.nextInt(4);
        if (kind == 0 && there.size() > THERE - 15) {
            there.remove(some);
        } else if (kind == 1 && some != other) {
            Pair pair = Pair.of(key(some), key(other));
            Verdict verdict = random.nextBoolean() ? Verdict.SAME : Verdict.DIFFERENT;
            if (said.remove(pair) == null && !new Decisions(said).contradicts(pair, verdict)) {
                said.put(pair, verdict);
            }
        } else if (kind == 2 || there.size() > THERE + 15) {
            there.put(some, MADE.get(random.nextInt(MADE.size())));
        } else {
            for (int i = 0; i < 3; i++) {
                there.put(random.nextInt(1000), MADE.get(random.nextInt(MADE.size())));
            }
        }
    }

    @Test
    void whoComesIsWeighedAndHardlyAnyoneElse() {
        Map<Integer, String[]> there = new TreeMap<>();
        for (int i = 0; i < THERE; i++) {
            there.put(i, MADE.get(i));
        }
        Traces traces = after(
                Traces.NONE, link(there, NOTHING_SAID, learned, Traces.NONE).change());
        assertThat(link(there, NOTHING_SAID, learned, traces).weighed()).isZero();
        there.put(999, MADE.get(THERE + 1));
        assertThat(link(there, NOTHING_SAID, learned, traces).weighed()).isBetween(1, 20);
    }

    @Test
    void keptWeightsAreReadAsTheyWereWritten() {
        byte[] bytes = learned.bytes();
        Weights read = Objects.requireNonNull(Weights.read(bytes));
        assertThat(read.bytes()).isEqualTo(bytes);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .as("no value stands there")
                .doesNotContain(MADE.get(0)[0])
                .doesNotContain(MADE.get(0)[1]);
        bytes[3]++;
        assertThat(Weights.read(bytes)).as("of another edition").isNull();
    }

    @Test
    void weightsAreOldOnceAFifthMoreBuyersOrOtherColumnsAreThere() {
        Map<Integer, String[]> there = new TreeMap<>();
        for (int i = 0; i < THERE + THERE / 5 - 1; i++) {
            there.put(i, MADE.get(i % THERE));
        }
        assertThat(link(there, NOTHING_SAID, learned, Traces.NONE).weights()).isSameAs(learned);
        there.put(999, MADE.get(0));
        assertThat(link(there, NOTHING_SAID, learned, Traces.NONE).weights()).isNotSameAs(learned);
        Map<Integer, String[]> telephones = new TreeMap<>();
        for (int i = 0; i < THERE; i++) {
            String[] cells = MADE.get(i).clone();
            cells[6] = i < THERE / 10 ? "06000000%02d".formatted(i) : "";
            telephones.put(i, cells);
        }
        assertThat(link(telephones, NOTHING_SAID, learned, Traces.NONE).weights())
                .isNotSameAs(learned);
        Objects.requireNonNull(telephones.get(0))[6] = "";
        assertThat(link(telephones, NOTHING_SAID, learned, Traces.NONE).weights())
                .isSameAs(learned);
    }

    @Test
    void valuesThatNobodyHasLeaveTheWeightsWhenSomebodyIsForgotten() {
        Map<Integer, String[]> there = new TreeMap<>();
        for (int i = 0; i < THERE; i++) {
            there.put(i, MADE.get(i));
        }
        Map<String, Long> surnames = there.values().stream()
                .filter(cells -> !cells[1].isEmpty())
                .collect(Collectors.groupingBy(cells -> cells[1], Collectors.counting()));
        String usual = Collections.max(surnames.entrySet(), Map.Entry.comparingByValue())
                .getKey();
        assertThat(surnames.get(usual)).isBetween(3L, THERE / 10L);
        there.values().removeIf(cells -> cells[1].equals(usual));
        BuyerTable.Filling filling = new BuyerTable.Filling(HOUSE, there.size(), NOTHING_SAID);
        there.forEach((buyer, cells) -> filling.add(key(buyer), "ref-%04d".formatted(buyer), cells));
        BuyerTable buyers = filling.finish();
        Weights kept = Objects.requireNonNull(BuyerLinking.link(
                        buyers, NOTHING_SAID, new BuyerLinking.Before("FR", SECRET, learned, Traces.NONE, true))
                .weights());
        assertThat(kept.bytes().length).isLessThan(learned.bytes().length);
        assertThat(told(link(there, NOTHING_SAID, kept, Traces.NONE).outcome()))
                .as("nobody who is there weighs otherwise")
                .isEqualTo(told(link(there, NOTHING_SAID, learned, Traces.NONE).outcome()));
    }
}
