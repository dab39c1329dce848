package org.foyer.hub.insight.internal.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveyBank.Code;
import org.foyer.hub.insight.SurveyBank.Kind;
import org.foyer.hub.insight.SurveyBank.Question;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.insight.SurveySheet.Mean;
import org.foyer.hub.insight.SurveySheet.Result;
import org.foyer.hub.insight.SurveySheet.Share;
import org.foyer.hub.insight.internal.survey.Intervals.Interval;
import org.jspecify.annotations.Nullable;

/** Counts answers with their weights; groups that are too small are withheld. */
final class Counting {

    private static final int AREAS_MAX = 30;

    private final List<Answer> answers;
    private final double[] weights;

    Counting(List<Answer> answers, double[] weights) {
        this.answers = answers;
        this.weights = weights;
    }

    /** Sums of one code. */
    private static final class Sum {
        long people;
        double weight;
    }

    /** Those who said something to a question. */
    private final class Told {
        final Map<String, Sum> byCode = new LinkedHashMap<>();
        long people;
        double weight;
        double squares;

        Told(String question, List<String> codes) {
            codes.forEach(code -> byCode.put(code, new Sum()));
            for (int i = 0; i < answers.size(); i++) {
                List<String> said = answers.get(i).to(question);
                if (said.isEmpty() || said.contains(SurveyBank.NO_ANSWER)) {
                    continue;
                }
                people++;
                weight += weights[i];
                squares += weights[i] * weights[i];
                for (String code : said) {
                    Sum sum = byCode.computeIfAbsent(code, met -> new Sum());
                    sum.people++;
                    sum.weight += weights[i];
                }
            }
        }

        double effective() {
            return Intervals.effective(weight, squares);
        }

        Share share(String code, long counted, double weighs) {
            double weighted = weighs / weight;
            Interval interval = Intervals.wilson(Math.min(1, weighted), effective());
            return new Share(code, counted, (double) counted / people, weighted, interval.low(), interval.high());
        }
    }

    /**
     * All that was said to a question, small groups too: for what is brought to the gate and for nothing else.
     *
     * @param shares of those who answered, with weights, by code
     * @param mean with weights; 0 for a question that has none
     */
    record Whole(long people, Map<String, Double> shares, double mean) {}

    Whole whole(Question question) {
        Told told =
                new Told(question.id(), question.codes().stream().map(Code::id).toList());
        Map<String, Double> shares = new LinkedHashMap<>();
        double mean = 0;
        if (told.weight > 0) {
            for (Map.Entry<String, Sum> code : told.byCode.entrySet()) {
                double share = code.getValue().weight / told.weight;
                shares.put(code.getKey(), share);
                mean += share * question.value(code.getKey()).orElse(0.0);
            }
        }
        return new Whole(told.people, shares, mean);
    }

    Result result(Question question) {
        Told told =
                new Told(question.id(), question.codes().stream().map(Code::id).toList());
        if (told.people < SurveySheet.ANSWERS_MIN) {
            return new Result(question.id(), null, null, 0, List.of(), null);
        }
        return new Result(
                question.id(),
                told.people,
                answers.size() - told.people,
                told.effective(),
                question.kind() == Kind.MULTIPLE ? severalShares(told) : shares(told),
                mean(question, told));
    }

    /** Départements and countries, most people first. */
    Optional<Result> areas() {
        Told told = new Told(Answer.AREA, List.of());
        if (told.people < SurveySheet.ANSWERS_MIN) {
            return Optional.empty();
        }
        List<Share> shares = shares(told).stream()
                .sorted(Comparator.comparing((Share share) -> share.code().equals(SurveySheet.SMALL))
                        .thenComparing(Comparator.comparingLong(Share::people).reversed()))
                .limit(AREAS_MAX)
                .toList();
        return Optional.of(
                new Result(Answer.AREA, told.people, answers.size() - told.people, told.effective(), shares, null));
    }

    /** Of codes that exclude each other. */
    private static List<Share> shares(Told told) {
        List<String> codes = List.copyOf(told.byCode.keySet());
        List<Sum> sums = List.copyOf(told.byCode.values());
        List<Boolean> withheld =
                SmallGroups.withheld(sums.stream().map(sum -> sum.people).toList());
        List<Share> shares = new ArrayList<>();
        Sum small = new Sum();
        for (int i = 0; i < codes.size(); i++) {
            if (withheld.get(i)) {
                small.people += sums.get(i).people;
                small.weight += sums.get(i).weight;
            } else {
                shares.add(told.share(codes.get(i), sums.get(i).people, sums.get(i).weight));
            }
        }
        if (small.people > 0) {
            shares.add(told.share(SurveySheet.SMALL, small.people, small.weight));
        }
        return List.copyOf(shares);
    }

    /** Of codes of which one may say several: each is a group beside all who did not say it. */
    private static List<Share> severalShares(Told told) {
        List<Share> shares = new ArrayList<>();
        told.byCode.forEach((code, sum) -> {
            if (SmallGroups.mayBeTold(sum.people) && SmallGroups.mayBeTold(told.people - sum.people)) {
                shares.add(told.share(code, sum.people, sum.weight));
            }
        });
        return List.copyOf(shares);
    }

    /** To the tenth: an exact mean would give withheld codes away. */
    private @Nullable Mean mean(Question question, Told told) {
        double people = 0;
        double weighted = 0;
        double squares = 0;
        boolean valued = false;
        for (Map.Entry<String, Sum> code : told.byCode.entrySet()) {
            Optional<Double> value = question.value(code.getKey());
            if (value.isPresent()) {
                valued = true;
                people += value.get() * code.getValue().people;
                weighted += value.get() * code.getValue().weight;
                squares += value.get() * value.get() * code.getValue().weight;
            }
        }
        double effective = told.effective();
        if (!valued || effective <= 2) {
            return null;
        }
        double mean = weighted / told.weight;
        double variance = Math.max(0, squares / told.weight - mean * mean);
        Interval interval = Intervals.student(mean, variance, effective);
        return new Mean(tenth(people / told.people), tenth(mean), tenth(interval.low()), tenth(interval.high()));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** How answers came; small groups together. */
    List<Share> ways() {
        List<Answer> ways = answers.stream()
                .map(answer -> new Answer(
                        answer.day(),
                        answer.way(),
                        answer.language(),
                        Map.of("way", List.of(answer.way().key()))))
                .toList();
        return answers.size() < SurveySheet.ANSWERS_MIN
                ? List.of()
                : shares(new Counting(ways, weights).new Told("way", List.of()));
    }
}
