package org.foyer.hub.insight.internal.survey;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.SurveyBank.Question;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.insight.SurveySheet.Quarter;

/** Satisfaction quarter by quarter, each with the weights that its answers have in the whole. */
final class Quarters {

    private Quarters() {}

    /** Oldest first; quarters with too few answers are left out, and one more where fewer than five people would be left. */
    static List<Quarter> of(List<Answer> answers, double[] weights, Question overall) {
        Map<LocalDate, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < answers.size(); i++) {
            places.computeIfAbsent(first(answers.get(i).day()), quarter -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> told = new ArrayList<>(places.values().stream()
                .filter(quarter -> quarter.size() >= SurveySheet.QUARTER_MIN)
                .toList());
        long rest = answers.size() - told.stream().mapToLong(List::size).sum();
        if (!SmallGroups.mayBeTold(rest)) {
            told.stream().min(Comparator.comparingInt(List::size)).ifPresent(told::remove);
        }
        return told.stream()
                .map(quarter -> quarter(quarter, answers, weights, overall))
                .toList();
    }

    private static Quarter quarter(List<Integer> places, List<Answer> answers, double[] weights, Question overall) {
        List<Answer> own = places.stream().map(answers::get).toList();
        double[] ownWeights = places.stream().mapToDouble(at -> weights[at]).toArray();
        return new Quarter(
                first(own.get(0).day()),
                own.size(),
                new Counting(own, ownWeights).result(overall).mean());
    }

    private static LocalDate first(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }
}
