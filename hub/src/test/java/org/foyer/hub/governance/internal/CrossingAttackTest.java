package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.OverlapGate.Counted;
import org.foyer.hub.governance.OverlapGate.Crossed;
import org.foyer.hub.governance.OverlapGate.Firsts;
import org.foyer.hub.governance.OverlapGate.Taste;
import org.foyer.hub.governance.internal.OverlapPublications.Published;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.KeyedNoise;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.Test;

/** What a house tries with all it is told of newcomers and of genres. Each attack works where the defence is taken away. */
class CrossingAttackTest {

    private static final byte[] SECRET = "a secret of this node, 32 bytes.".getBytes(StandardCharsets.UTF_8);
    private static final House ONE = house(1);
    private static final House TWO = house(2);
    private static final Season SEASON = new Season(2026);

    private static House house(int id) {
        return new House(
                new HouseId(id),
                "house-" + id,
                "House " + id,
                Discipline.values()[0],
                500,
                new PostalAddress("1 rue", "69001", "Lyon", "Rhône", "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false);
    }

    /** Other houses join and leave by agreement, so that the same truth is told of ever other sets of houses. */
    @Test
    void joiningAndLeavingAveragesNothingAway() {
        long truth = 523;
        Map<String, Published> known = new HashMap<>();
        List<Long> told = new ArrayList<>();
        double undefended = 0;
        int sets = 400;
        for (int set = 0; set < sets; set++) {
            List<Firsts> firsts = new ArrayList<>(List.of(new Firsts(ONE.id(), 1_000, truth, 0, 3)));
            for (int other = 0; other < 9; other++) {
                if ((set >> other & 1) == 1) {
                    firsts.add(new Firsts(new HouseId(10 + other), 1_000, 500, 0, 3));
                }
            }
            firsts.add(new Firsts(TWO.id(), 1_000, 500, 0, 3));
            // the register keeps what came first
            NewcomerFigures.of(firsts, "2026-Q4", SECRET).forEach(known::putIfAbsent);
            told.add(NewcomerFigures.told(known, ONE, SEASON).newToNetwork().about());
            byte[] label = ("2026-Q4|" + set + "|new:1").getBytes(StandardCharsets.UTF_8);
            undefended += (truth + KeyedNoise.of(SECRET, label)) / (double) sets;
        }
        assertThat(told).as("one number, whoever joins").containsOnly(told.get(0));
        assertThat(undefended).as("a number for each set would give the truth").isBetween(truth - 1.5, truth + 1.5);
    }

    /**
     * Whoever knows all buyers but one, and everything they came to, guesses from all cells of two houses whether that one is among the shared: with two genres in
     * either house eight cells change, each by at most e to the 1/8.
     */
    @Test
    void allCellsTogetherSayLittleOfOnePerson() {
        Random random = new Random(11);
        int periods = 4_000;
        int right = 0;
        int rightUnmoved = 0;
        for (int i = 0; i < periods; i++) {
            boolean there = random.nextBoolean();
            Map<String, Published> told = crossed("period " + i, there ? 205 : 204);
            double evidence = 0;
            for (Published cell : told.values()) {
                long about = cell.about() == null ? 0 : cell.about();
                evidence += about < HouseCrossing.LEAST ? 0 : Math.log(odds(about, 205) / odds(about, 204));
            }
            right += evidence > 0 == there ? 1 : 0;
            long unmoved = Math.floorDiv((there ? 205 : 204) + 5, 10) * 10;
            rightUnmoved += unmoved == 210 == there ? 1 : 0;
        }
        double bound = Math.E / (1 + Math.E);
        assertThat(right / (double) periods).isBetween(0.5, bound);
        assertThat(rightUnmoved)
                .as("were nothing moved, rounding alone would tell")
                .isEqualTo(periods);
    }

    /** The cells of a person of two genres in either house: both with both, each with all. */
    private static Map<String, Published> crossed(String period, long shared) {
        List<Crossed> cells = new ArrayList<>();
        for (String mine : List.of("", "dance", "circus")) {
            for (String theirs : List.of("", "dance", "circus")) {
                if (!mine.isEmpty() || !theirs.isEmpty()) {
                    cells.add(new Crossed(ONE.id(), mine, TWO.id(), theirs, shared));
                }
            }
        }
        return CrossingFigures.of(counted(Map.of(), List.of(), cells), List.of(ONE, TWO), Map.of(), period, SECRET);
    }

    private static Counted counted(Map<HouseId, Long> people, List<Taste> tastes, List<Crossed> crossed) {
        return new Counted(people, Map.of(), List.of(), 0, List.of(), tastes, crossed);
    }

    /** How likely a rounded number is, given the truth: the sum of the discrete Laplace distribution of scale 8 over ten numbers. */
    private static double odds(long about, long truth) {
        return IntStream.range(-5, 5)
                .mapToDouble(step -> Math.exp(-Math.abs(about + step - truth) / 8.0))
                .sum();
    }

    @Test
    void whatIsToldSaysNothingOfHowManyBuyersTheOtherHouseHas() {
        List<Crossed> cells = List.of(
                new Crossed(ONE.id(), "dance", TWO.id(), "opera", 300),
                new Crossed(ONE.id(), "", TWO.id(), "opera", 400));
        List<List<HouseCrossing>> worlds = new ArrayList<>();
        for (long theirs : new long[] {450, 90_000}) {
            Map<String, Published> known = CrossingFigures.of(
                    counted(
                            Map.of(ONE.id(), 5_000L, TWO.id(), theirs),
                            List.of(new Taste(ONE.id(), "dance", 1_000), new Taste(TWO.id(), "opera", theirs)),
                            cells),
                    List.of(ONE, TWO),
                    Map.of(),
                    "2026-Q4",
                    SECRET);
            worlds.add(CrossingFigures.told(known, ONE, List.of(TWO)));
        }
        assertThat(worlds.get(0)).isEqualTo(worlds.get(1));
        assertThat(worlds.get(0).get(0).cells()).hasSize(2);
        assertThat(worlds.get(0).get(0).cells().get(1).lift()).isBetween(3.0, 4.5);
    }

    /** Figures that were kept under the words of a house, by a node that did not know better or was altered. */
    @Test
    void aHousesOwnWordForAGenreIsToldToNobody() {
        Map<String, Published> known = CrossingFigures.of(
                counted(
                        Map.of(ONE.id(), 5_000L, TWO.id(), 5_000L),
                        List.of(new Taste(ONE.id(), "Bal de quartier", 1_000), new Taste(ONE.id(), "dance", 1_000)),
                        List.of(
                                new Crossed(ONE.id(), "Bal de quartier", TWO.id(), "opera", 300),
                                new Crossed(ONE.id(), "dance", TWO.id(), "Opéra-bouffe maison", 300),
                                new Crossed(ONE.id(), "dance", TWO.id(), "unknown", 300))),
                List.of(ONE, TWO),
                Map.of(),
                "2026-Q4",
                SECRET);

        assertThat(CrossingFigures.told(known, ONE, List.of(TWO)))
                .singleElement()
                .satisfies(one -> assertThat(one.cells())
                        .extracting(HouseCrossing.Cell::genre, HouseCrossing.Cell::otherGenre)
                        .containsExactly(tuple("dance", "unknown")));
        assertThat(CrossingFigures.told(known, TWO, List.of(ONE)).toString()).doesNotContain("quartier", "maison");
    }

    /** A house imports buyers until a cell comes out: it would know on which day, and so whom. */
    @Test
    void nobodySeesANumberGrowOverTheThreshold() {
        Map<String, Published> known = new HashMap<>(CrossingFigures.of(
                counted(Map.of(), List.of(), List.of(new Crossed(ONE.id(), "dance", TWO.id(), "opera", 20))),
                List.of(ONE, TWO),
                Map.of(),
                "2026-Q4",
                SECRET));
        int before = known.size();
        CrossingFigures.of(
                        counted(Map.of(), List.of(), List.of(new Crossed(ONE.id(), "dance", TWO.id(), "opera", 900))),
                        List.of(ONE, TWO),
                        known,
                        "2026-Q4",
                        SECRET)
                .forEach(known::putIfAbsent);

        assertThat(known).hasSize(before);
        assertThat(CrossingFigures.of(
                        counted(Map.of(), List.of(), List.of(new Crossed(ONE.id(), "dance", TWO.id(), "opera", 900))),
                        List.of(ONE, TWO),
                        Map.of(),
                        "2027-Q1",
                        SECRET))
                .as("in the next quarter it is told")
                .hasSize(2);
    }
}
