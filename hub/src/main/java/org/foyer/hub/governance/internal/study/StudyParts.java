package org.foyer.hub.governance.internal.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyer.hub.governance.NodeStudyGate.Amount;
import org.foyer.hub.governance.NodeStudyGate.Part;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Cell;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.model.HouseId;

/**
 * The parts of an answer over several nodes: made of the numbers that one node drew, and added up over all. Whether a house dominates is judged
 * without knowing houses: each part is cut into houses as large as its node says that they may be at most. Every true cutting is more even
 * (it is majorized), and the rules of dominance never let an uneven group through and refuse a more even one.
 */
final class StudyParts {

    static final int WHOLE = 100;
    private static final int STEP = 10;

    /** One house above ten times the sum of its node, where draws of others fell below nothing: told as that. */
    static final int LARGEST_MAX = 1_000;

    private final Asked asked;
    private final DiscreteLaplace noise;

    StudyParts(Asked asked) {
        this.asked = asked;
        this.noise = new DiscreteLaplace(asked.epsilon(), asked.sensitivity());
    }

    /** Draws for each house and cell, and adds up. No houses make a part of noughts. */
    List<Amount> made(Map<HouseId, long[]> sums, HouseRules.Moving moving, Random bits) {
        double[][] given = StudyCells.drawn(asked, noise, sums, moving, bits);
        long seen = StudyError.drawn(1, noise.scale());
        return IntStream.range(0, asked.cells())
                .mapToObj(cell ->
                        amount(Arrays.stream(given).mapToDouble(of -> of[cell]).toArray(), seen))
                .toList();
    }

    private static Amount amount(double[] houses, long seen) {
        long about = Math.round(Arrays.stream(houses).sum());
        double largest = Arrays.stream(houses).max().orElse(0);
        int inside = (int) Arrays.stream(houses).filter(house -> house > seen).count();
        if (inside == 0 || about <= 0) {
            return new Amount(about, inside, inside == 0 ? 0 : LARGEST_MAX);
        }
        int tens = (int) Math.min(LARGEST_MAX, STEP * Math.ceil(WHOLE * largest / about / STEP));
        return new Amount(about, inside, tens);
    }

    /** The numbers of all nodes together. */
    List<Cell> together(Collection<Part> parts) {
        int houses = parts.stream().mapToInt(Part::houses).sum();
        int housesMin = parts.stream().mapToInt(Part::housesMin).max().orElse(0);
        int buyersMin = Math.max(
                StudyGate.BUYERS_MIN,
                parts.stream().mapToInt(Part::buyersMin).max().orElse(0));
        long drawn = StudyError.drawn(Math.max(1, houses), noise.scale());
        return IntStream.range(0, asked.cells())
                .mapToObj(cell -> {
                    List<Amount> amounts =
                            parts.stream().map(part -> part.cells().get(cell)).toList();
                    return told(amounts, drawn, housesMin, buyersMin);
                })
                .toList();
    }

    private Cell told(List<Amount> amounts, long drawn, int housesMin, int buyersMin) {
        long whole = amounts.stream().mapToLong(Amount::about).sum();
        long within = StudyError.moved(whole, drawn);
        if ((whole - within) / (double) asked.mostOfPerson() < buyersMin) {
            return new Cell(null, 0, StudyCells.FEW_BUYERS);
        }
        if (amounts.stream().mapToInt(Amount::seen).sum() < Math.max(housesMin, HouseRules.HOUSES_MIN)) {
            return new Cell(null, 0, HouseRules.TOO_FEW);
        }
        String why = HouseRules.refusal(unevenest(amounts, Math.max(housesMin, HouseRules.HOUSES_MIN)), housesMin);
        return why == null ? new Cell(whole, within, null) : new Cell(null, 0, why);
    }

    /** The least even houses that the parts could be made of. @param least so many, some perhaps of nothing */
    static List<Double> unevenest(List<Amount> amounts, int least) {
        List<Double> masses = new ArrayList<>();
        for (Amount amount : amounts) {
            double rest = Math.max(0, amount.about());
            double largest = rest * amount.largest() / WHOLE;
            while (rest > 0 && largest > 0) {
                masses.add(largest >= rest && amount.largest() <= WHOLE ? rest : largest);
                rest -= largest;
            }
        }
        while (masses.size() < least) {
            masses.add(0.0);
        }
        return masses;
    }

    /** As they are kept. */
    static String written(Part part) {
        return part.period() + " " + part.houses() + " " + part.housesMin() + " " + part.buyersMin() + " "
                + part.cells().stream()
                        .map(cell -> cell.about() + "/" + cell.seen() + "/" + cell.largest())
                        .collect(Collectors.joining(" "));
    }

    static Part read(String written) {
        String[] words = written.split(" ");
        List<Amount> cells = Arrays.stream(words)
                .skip(4)
                .map(cell -> cell.split("/"))
                .map(cell -> new Amount(Long.parseLong(cell[0]), Integer.parseInt(cell[1]), Integer.parseInt(cell[2])))
                .toList();
        return new Part(
                words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]), cells);
    }
}
