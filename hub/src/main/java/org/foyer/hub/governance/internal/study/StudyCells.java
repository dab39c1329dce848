package org.foyer.hub.governance.internal.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Cell;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.model.HouseId;

/**
 * From exact sums of houses to what is told. A number is drawn for each house and cell first; everything after it, also what is withheld, is made
 * of these numbers alone and tells no more of a person than they do. Then each house is moved by its one secret amount.
 */
final class StudyCells {

    static final String FEW_BUYERS = "too-few-buyers";

    private static final String WITHHELD = "!";

    private final Asked asked;
    private final int housesMin;
    private final int buyersMin;
    private final DiscreteLaplace noise;

    /** More than chance alone would draw for a house in which nothing is. */
    private final long seen;

    /** @param housesMin and the next: what the networks of the houses ask for, or less */
    StudyCells(Asked asked, int housesMin, int buyersMin) {
        this.asked = asked;
        this.housesMin = housesMin;
        this.buyersMin = Math.max(StudyGate.BUYERS_MIN, buyersMin);
        this.noise = new DiscreteLaplace(asked.epsilon(), asked.sensitivity());
        this.seen = StudyError.drawn(1, noise.scale());
    }

    List<Cell> of(Map<HouseId, long[]> sums, HouseRules.Moving moving, Random bits) {
        double[][] given = drawn(asked, noise, sums, moving, bits);
        long within = StudyError.drawn(Math.max(1, given.length), noise.scale());
        return IntStream.range(0, asked.cells())
                .mapToObj(cell ->
                        told(Arrays.stream(given).mapToDouble(of -> of[cell]).toArray(), within))
                .toList();
    }

    /** By house, in their order, and cell: nothing else of the sums is ever looked at again. */
    static double[][] drawn(
            Asked asked, DiscreteLaplace noise, Map<HouseId, long[]> sums, HouseRules.Moving moving, Random bits) {
        double[][] given = new double[sums.size()][asked.cells()];
        int place = 0;
        for (Map.Entry<HouseId, long[]> house : sums.entrySet()) {
            if (house.getValue().length != asked.cells()) {
                throw new IllegalArgumentException("not a number for each cell of house " + house.getKey());
            }
            for (int cell = 0; cell < asked.cells(); cell++) {
                given[place][cell] = moving.moved(house.getKey(), house.getValue()[cell] + noise.draw(bits));
            }
            place++;
        }
        return given;
    }

    private Cell told(double[] houses, long drawn) {
        double whole = Arrays.stream(houses).sum();
        long within = StudyError.moved(whole, drawn);
        // no person is in a cell with more than mostOfPerson: so many buyers there are at least
        if ((whole - within) / asked.mostOfPerson() < buyersMin) {
            return new Cell(null, 0, FEW_BUYERS);
        }
        List<Double> masses =
                Arrays.stream(houses).filter(house -> house > seen).boxed().toList();
        String why = HouseRules.refusal(masses, housesMin);
        return why == null ? new Cell(Math.max(0, Math.round(whole)), within, null) : new Cell(null, 0, why);
    }

    /** As they are kept. */
    static String written(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.withheld() == null ? cell.about() + "/" + cell.within() : WITHHELD + cell.withheld())
                .collect(Collectors.joining(" "));
    }

    static List<Cell> read(String written) {
        List<Cell> cells = new ArrayList<>();
        for (String cell : written.split(" ")) {
            if (cell.startsWith(WITHHELD)) {
                cells.add(new Cell(null, 0, cell.substring(1)));
            } else {
                int slash = cell.indexOf('/');
                cells.add(new Cell(
                        Long.valueOf(cell.substring(0, slash)), Long.parseLong(cell.substring(slash + 1)), null));
            }
        }
        return List.copyOf(cells);
    }
}
