package org.foyer.hub.governance.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Partition;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/**
 * Every house but one has turned against that one: together they know all other figures, all traits and who took part when,
 * join and leave as they like, ask as every house in every group and season, month after month, and look for the figure
 * that explains all answers best. That covers subtraction of groups, of askers and of months, colluding pairs, and the pinning
 * of order statistics.
 */
final class Attacker {

    static final Season[] SEASONS = {new Season(2024), new Season(2025)};

    private static final int CANDIDATES = 100;
    private static final int ZOOMS = 4;

    /** An answer and the group it should be of, as far as an outsider can tell. */
    record Seen(Season season, Set<HouseId> withAsker, HouseId asker, SafeFigure figure) {}

    /** True figures: indicator and season → house → value. */
    private final Map<String, Map<HouseId, Double>> truth;

    private final List<House> houses;
    private final List<Question> questions;
    private final List<Seen> seen = new ArrayList<>();

    Attacker(List<House> houses, List<Question> questions, Map<String, Map<HouseId, Double>> truth) {
        this.houses = houses;
        this.questions = questions;
        this.truth = truth;
    }

    static String key(String indicator, Season season) {
        return indicator + " " + season;
    }

    /** Months of asking, each with other houses taking part. */
    void ask(Gate gate, int months, long seed, Runnable nextMonth) {
        Random random = new Random(seed);
        for (int month = 0; month < months; month++) {
            List<House> present = new ArrayList<>(houses);
            Collections.shuffle(present, random);
            present = present.subList(0, month == 0 ? houses.size() : 7 + random.nextInt(houses.size() - 7));
            for (House house : houses) {
                if (present.contains(house)) {
                    gate.join(house.id(), Gate.COMPARISON, Actor.commandLine());
                } else {
                    gate.leave(house.id(), Gate.COMPARISON, Actor.commandLine());
                }
            }
            for (House asker : present) {
                for (Partition partition : Partition.values()) {
                    for (Season season : SEASONS) {
                        ask(gate, asker, partition, season, present);
                    }
                }
            }
            nextMonth.run();
        }
    }

    void ask(Gate gate, House asker, Partition partition, Season season, List<House> present) {
        Set<HouseId> group = new HashSet<>();
        Cell own = Cell.of(asker, partition);
        present.stream()
                .filter(house -> own != null && own.equals(Cell.of(house, partition)))
                .forEach(house -> group.add(house.id()));
        gate
                .compare(Actor.commandLine(), asker.id(), season, partition, questions, ids -> brought(ids, season))
                .stream()
                .filter(figure -> figure.withheld() == null)
                .forEach(figure -> seen.add(new Seen(season, group, asker.id(), figure)));
    }

    private List<Contribution> brought(List<HouseId> ids, Season season) {
        List<Contribution> all = new ArrayList<>();
        for (Question question : questions) {
            Map<HouseId, Double> values = truth.get(key(question.indicator(), season));
            ids.forEach(id -> all.add(new Contribution(id, question.indicator(), values.get(id), 100)));
        }
        return all;
    }

    List<Seen> seen() {
        return seen;
    }

    /** What is known of an answer about a target: the others' figures in order, and the quartiles that were shown. */
    private record Clue(List<Double> others, List<Double> shown) {}

    /** The candidate that explains all answers with the least squared error, on finer and finer grids. */
    double guess(HouseId target, String indicator, Season season, boolean askerLeftOut) {
        Map<HouseId, Double> values = truth.get(key(indicator, season));
        Set<Clue> clues = clues(target, indicator, season, values, askerLeftOut);
        double low =
                values.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow() * 0.8;
        double high =
                values.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow() * 1.2;
        double best = (low + high) / 2;
        for (int zoom = 0; zoom < ZOOMS; zoom++) {
            double step = (high - low) / CANDIDATES;
            double least = Double.MAX_VALUE;
            double from = low;
            for (int i = 0; i <= CANDIDATES; i++) {
                double candidate = from + i * step;
                double error = clues.stream()
                        .mapToDouble(clue -> error(candidate, clue))
                        .sum();
                if (error < least) {
                    least = error;
                    best = candidate;
                }
            }
            low = best - 2 * step;
            high = best + 2 * step;
        }
        return best;
    }

    private Set<Clue> clues(
            HouseId target, String indicator, Season season, Map<HouseId, Double> values, boolean askerLeftOut) {
        Set<Clue> clues = new HashSet<>();
        for (Seen one : seen) {
            SafeFigure figure = one.figure();
            boolean about = one.season().equals(season)
                    && figure.question().indicator().equals(indicator)
                    && one.withAsker().contains(target)
                    && !one.asker().equals(target);
            if (about) {
                List<Double> others = one.withAsker().stream()
                        .filter(house -> !house.equals(target) && !(askerLeftOut && house.equals(one.asker())))
                        .map(values::get)
                        .sorted()
                        .toList();
                clues.add(new Clue(others, List.of(figure.lowerQuartile(), figure.median(), figure.upperQuartile())));
            }
        }
        return clues;
    }

    private static double error(double candidate, Clue clue) {
        List<Double> sorted = new ArrayList<>(clue.others());
        int place = Collections.binarySearch(sorted, candidate);
        sorted.add(place < 0 ? -place - 1 : place, candidate);
        return square(Blur.quantile(sorted, 0.25) - clue.shown().get(0))
                + square(Blur.quantile(sorted, 0.5) - clue.shown().get(1))
                + square(Blur.quantile(sorted, 0.75) - clue.shown().get(2));
    }

    private static double square(double value) {
        return value * value;
    }
}
