package org.foyer.hub.insight.internal.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of a margin: codes in their order, neighbours put together as long as one has too few answers or too small a target to carry a
 * weight.
 */
final class Cells {

    /** Answers of a cell under which it is put to its neighbour. */
    static final int ANSWERS_MIN = 10;

    /** Share of the buyers under which it is put to its neighbour. */
    static final double TARGET_MIN = 0.02;

    /** One cell. */
    private record Cell(List<String> codes, double target, long answers) {
        boolean carries() {
            return answers >= ANSWERS_MIN && target >= TARGET_MIN;
        }

        Cell with(Cell next) {
            List<String> both = new ArrayList<>(codes);
            both.addAll(next.codes);
            return new Cell(List.copyOf(both), target + next.target, answers + next.answers);
        }
    }

    private final List<Cell> cells = new ArrayList<>();

    /**
     * @param targets share of the known buyers by code, or by codes that count as one, in their order
     * @param answers by code
     */
    Cells(Map<List<String>, Double> targets, Map<String, Long> answers) {
        double whole =
                targets.values().stream().mapToDouble(Double::doubleValue).sum();
        targets.forEach((codes, target) -> cells.add(new Cell(
                codes,
                whole == 0 ? 0 : target / whole,
                codes.stream().mapToLong(code -> answers.getOrDefault(code, 0L)).sum())));
        while (cells.size() > 1 && !cells.stream().allMatch(Cell::carries)) {
            putTogether();
        }
    }

    /** The weakest with the neighbour that has fewer answers. */
    private void putTogether() {
        int weak = 0;
        while (cells.get(weak).carries()) {
            weak++;
        }
        boolean before = weak == cells.size() - 1
                || weak > 0
                        && cells.get(weak - 1).answers() < cells.get(weak + 1).answers();
        int first = before ? weak - 1 : weak;
        cells.set(first, cells.get(first).with(cells.remove(first + 1)));
    }

    /** Whether there is anything to weight by. */
    boolean tell() {
        return cells.size() > 1;
    }

    double[] targets() {
        return cells.stream().mapToDouble(Cell::target).toArray();
    }

    /** The codes of each cell. */
    List<List<String>> codes() {
        return cells.stream().map(Cell::codes).toList();
    }

    /** Cell of each code; codes without a target are in none. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            for (String code : cells.get(i).codes()) {
                places.put(code, i);
            }
        }
        return places;
    }
}
