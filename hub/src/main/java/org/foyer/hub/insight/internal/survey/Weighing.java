package org.foyer.hub.insight.internal.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.SurveySheet.Cell;
import org.foyer.hub.insight.SurveySheet.Left;
import org.foyer.hub.insight.SurveySheet.Margin;
import org.foyer.hub.insight.SurveySheet.Weighting;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** Weights answers to the known buyers of a season, and tells by what and how well. */
final class Weighing {

    /** Answers under which they are not weighted. */
    static final int ANSWERS_MIN = 50;

    private static final String TOO_FEW_ANSWERS = "too-few-answers";
    private static final String BUYERS_UNKNOWN = "buyers-unknown";
    private static final String ALL_ALIKE = "all-alike";

    /** Years of birth are sealed: no figure reads them. */
    private static final Left AGE = new Left("age", "sealed");

    /**
     * Weights and what is told of them.
     *
     * @param weights one for each answer
     */
    record Weighed(double[] weights, Weighting told) {}

    private final List<Answer> answers;
    private final List<Left> left = new ArrayList<>();
    private final Map<String, Cells> cells = new LinkedHashMap<>();
    private final List<Raking.Margin> margins = new ArrayList<>();

    private Weighing(List<Answer> answers) {
        this.answers = answers;
    }

    /** @param buyers of the season; null when the sales cannot be read */
    static Weighed weigh(List<Answer> answers, @Nullable Season season, @Nullable AudienceSheet buyers) {
        if (answers.size() < ANSWERS_MIN) {
            return unweighted(answers, season, TOO_FEW_ANSWERS, List.of());
        }
        if (season == null || buyers == null) {
            return unweighted(answers, season, BUYERS_UNKNOWN, List.of());
        }
        Weighing weighing = new Weighing(answers);
        weighing.margin(Home.RESIDENCE, KnownBuyers.residence(buyers));
        weighing.margin(KnownBuyers.VISIT, KnownBuyers.visit(buyers));
        weighing.left.add(AGE);
        return weighing.margins.isEmpty()
                ? unweighted(answers, season, BUYERS_UNKNOWN, weighing.left)
                : weighing.weighed(season);
    }

    private static Weighed unweighted(List<Answer> answers, @Nullable Season season, String why, List<Left> left) {
        int size = answers.size();
        return new Weighed(
                Raking.Weights.equal(size).weights(),
                new Weighting(why, season, List.of(), List.copyOf(left), size, 1, 0, 0, 0));
    }

    private void margin(String question, Map<List<String>, Double> targets) {
        if (targets.isEmpty()) {
            left.add(new Left(question, BUYERS_UNKNOWN));
            return;
        }
        Map<String, Long> said = new LinkedHashMap<>();
        answers.forEach(answer -> answer.to(question).forEach(code -> said.merge(code, 1L, Long::sum)));
        Cells found = new Cells(targets, said);
        if (!found.tell()) {
            left.add(new Left(question, ALL_ALIKE));
            return;
        }
        cells.put(question, found);
        margins.add(new Raking.Margin(places(question, found), found.targets()));
    }

    private int[] places(String question, Cells found) {
        Map<String, Integer> places = found.places();
        return answers.stream()
                .mapToInt(answer -> answer.to(question).stream()
                        .mapToInt(code -> places.getOrDefault(code, -1))
                        .findFirst()
                        .orElse(-1))
                .toArray();
    }

    private Weighed weighed(Season season) {
        Raking.Weights raked = Raking.of(answers.size(), margins);
        double[] weights = raked.weights();
        double effective = Intervals.effective(
                Arrays.stream(weights).sum(),
                Arrays.stream(weights).map(weight -> weight * weight).sum());
        List<Margin> told = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, Cells> margin : cells.entrySet()) {
            told.add(told(margin.getKey(), margin.getValue(), margins.get(at++), weights));
        }
        return new Weighed(
                weights,
                new Weighting(
                        null,
                        season,
                        List.copyOf(told),
                        List.copyOf(left),
                        effective,
                        answers.size() / effective,
                        raked.rounds(),
                        raked.off(),
                        raked.capped()));
    }

    private static Margin told(String question, Cells found, Raking.Margin margin, double[] weights) {
        double[] plain = new double[margin.targets().length];
        double[] weighted = new double[margin.targets().length];
        for (int i = 0; i < weights.length; i++) {
            int cell = margin.cellOf()[i];
            if (cell >= 0) {
                plain[cell]++;
                weighted[cell] += weights[i];
            }
        }
        double known = Arrays.stream(plain).sum();
        double weight = Arrays.stream(weighted).sum();
        List<Cell> told = new ArrayList<>();
        for (int cell = 0; cell < plain.length; cell++) {
            told.add(new Cell(
                    found.codes().get(cell), margin.targets()[cell], plain[cell] / known, weighted[cell] / weight));
        }
        return new Margin(question, List.copyOf(told));
    }
}
