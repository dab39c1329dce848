package org.foyer.hub.insight.internal.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Options;
import org.foyer.hub.governance.Gate.Partition;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.SurveyBank.Code;
import org.foyer.hub.insight.SurveyBank.Kind;
import org.foyer.hub.insight.SurveyBank.Question;
import org.foyer.hub.insight.SurveyComparison;
import org.foyer.hub.insight.SurveyComparison.Asked;
import org.foyer.hub.insight.SurveyComparison.Option;
import org.foyer.hub.insight.SurveyComparison.Own;
import org.foyer.hub.insight.SurveyComparisons;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/** Brings shares and means of the core questions to the gate, each house's with its weights, and sets what comes out beside one's own. */
public final class PeerSurveys implements SurveyComparisons {

    private static final int MONTHS = 12;
    private static final int VERSION = 1;

    /** 2: moved in points of the scale, and never off it. */
    private static final int MEAN_VERSION = 2;

    /** While too few houses can be counted nothing is published, and each look would read all answers anew. */
    private static final Duration BROUGHT_REMEMBERED = Duration.ofHours(1);

    private final Gate gate;
    private final Houses houses;
    private final Clock clock;
    private final RecentAnswers recent;
    private final BuyerWeights weights;
    private final Map<HouseId, Brought> remembered = new ConcurrentHashMap<>();

    /** What a house brings, as it was counted. */
    private record Brought(Months months, Instant at, List<Contribution> contributions) {}

    /** @param audience empty while the warehouse cannot be read: then nothing is weighted */
    public PeerSurveys(
            Gate gate, Register register, Houses houses, Clock clock, Supplier<Optional<Audience>> audience) {
        this.gate = gate;
        this.houses = houses;
        this.clock = clock;
        this.recent = new RecentAnswers(register);
        this.weights = new BuyerWeights(audience);
    }

    /** The same days for all houses, and for as long as the gate answers the same. */
    private record Months(LocalDate from, LocalDate to) {}

    private Months months() {
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        return new Months(now.minusMonths(MONTHS).atDay(1), now.minusMonths(1).atEndOfMonth());
    }

    private static List<Question> core() {
        return RegisterSurveys.Shipped.BANK.core();
    }

    @Override
    public SurveyComparison compare(Actor actor, House house) {
        Months months = months();
        List<Gate.Question> asked =
                core().stream().flatMap(one -> figures(one).stream()).toList();
        List<SafeFigure> peers = gate.compare(
                actor, house.id(), Season.of(months.to()), Partition.ALL, asked, ids -> contributions(ids, months));
        List<Answer> answers = recent.of(house, months.from(), months.to(), today(house));
        Counting counting = counting(house, answers);
        List<Asked> questions = new ArrayList<>();
        int at = 0;
        for (Question question : core()) {
            int many = figures(question).size();
            questions.add(asked(question, counting.result(question), peers.subList(at, at + many)));
            at += many;
        }
        return new SurveyComparison(
                house.id(), months.from(), months.to(), house.simulated(), answers.size(), List.copyOf(questions));
    }

    private Counting counting(House house, List<Answer> answers) {
        return new Counting(answers, weights.weigh(house, today(house), answers).weights());
    }

    /** What is compared of a question: its mean, or the share of each code. */
    private static List<Gate.Question> figures(Question question) {
        String of = "survey." + question.id();
        if (hasMean(question)) {
            return List.of(new Gate.Question(
                    of + "." + SurveyComparison.MEAN, MEAN_VERSION, Gate.MEAN, new Options(of, List.of())));
        }
        List<String> ids =
                question.codes().stream().map(code -> of + "." + code.id()).toList();
        Options options = new Options(of, question.kind() == Kind.MULTIPLE ? List.of() : ids, question.sensitive());
        return ids.stream()
                .map(id -> new Gate.Question(id, VERSION, Gate.SHARE, options))
                .toList();
    }

    private static boolean hasMean(Question question) {
        return question.kind() == Kind.SCALE || question.kind() == Kind.RATING;
    }

    private List<Contribution> contributions(List<HouseId> ids, Months months) {
        return ids.stream()
                .flatMap(id -> remembered
                        .compute(id, (house, last) -> isFresh(last, months) ? last : brought(house, months))
                        .contributions()
                        .stream())
                .toList();
    }

    private boolean isFresh(@Nullable Brought last, Months months) {
        return last != null
                && last.months().equals(months)
                && clock.instant().isBefore(last.at().plus(BROUGHT_REMEMBERED));
    }

    private Brought brought(HouseId id, Months months) {
        House house = houses.byId(id).orElseThrow();
        List<Answer> answers = recent.of(house, months.from(), months.to(), today(house));
        List<Contribution> contributions = new ArrayList<>();
        if (answers.size() >= SurveyComparison.PEER_ANSWERS_MIN) {
            Counting counting = counting(house, answers);
            core().forEach(question -> contributions.addAll(brought(id, question, counting.whole(question))));
        }
        return new Brought(months, clock.instant(), List.copyOf(contributions));
    }

    private static List<Contribution> brought(HouseId house, Question question, Counting.Whole whole) {
        if (whole.people() < SurveyComparison.PEER_ANSWERS_MIN) {
            return List.of();
        }
        String of = "survey." + question.id() + ".";
        if (hasMean(question)) {
            double place = (whole.mean() - bottom(question)) / (top(question) - bottom(question));
            return List.of(new Contribution(house, of + SurveyComparison.MEAN, place, whole.people()));
        }
        return question.codes().stream()
                .map(code -> new Contribution(
                        house, of + code.id(), whole.shares().getOrDefault(code.id(), 0.0), whole.people()))
                .toList();
    }

    /** The best that a mean can be; 1 for shares. */
    private static int top(Question question) {
        return question.codes().stream()
                .map(code -> question.value(code.id()))
                .flatMap(Optional::stream)
                .max(Double::compare)
                .map(Double::intValue)
                .orElse(1);
    }

    /** The worst that a mean can be; 0 for shares. */
    private static int bottom(Question question) {
        return question.codes().stream()
                .map(code -> question.value(code.id()))
                .flatMap(Optional::stream)
                .min(Double::compare)
                .map(Double::intValue)
                .orElse(0);
    }

    private static Asked asked(Question question, SurveySheet.Result own, List<SafeFigure> peers) {
        Map<String, Own> told = new HashMap<>();
        SurveySheet.Mean mean = own.mean();
        if (mean != null) {
            told.put(SurveyComparison.MEAN, new Own(mean.weighted(), mean.low(), mean.high()));
        }
        own.shares().forEach(share -> told.put(share.code(), new Own(share.weighted(), share.low(), share.high())));
        List<String> codes = hasMean(question)
                ? List.of(SurveyComparison.MEAN)
                : question.codes().stream().map(Code::id).toList();
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            options.add(option(codes.get(i), told.get(codes.get(i)), peers.get(i), question));
        }
        // one answer may be withheld for itself, the rest is of one fate
        SafeFigure first =
                peers.stream().filter(one -> one.withheld() == null).findFirst().orElse(peers.get(0));
        return new Asked(
                question.id(), question.kind(), top(question), first.peers(), first.withheld(), List.copyOf(options));
    }

    private static Option option(String code, @Nullable Own own, SafeFigure peers, Question question) {
        Double lower = scaled(peers.lowerQuartile(), question);
        Double upper = scaled(peers.upperQuartile(), question);
        String position = own == null || lower == null || upper == null
                ? null
                : own.high() < lower ? "below" : own.low() > upper ? "above" : "middle";
        return new Option(code, own, lower, scaled(peers.median(), question), upper, position, peers.withheld());
    }

    /** From a place on the scale to a mark. */
    private static @Nullable Double scaled(@Nullable Double place, Question question) {
        int bottom = bottom(question);
        return place == null ? null : Math.round((bottom + place * (top(question) - bottom)) * 100) / 100.0;
    }

    private LocalDate today(House house) {
        return LocalDate.ofInstant(clock.instant(), house.zone());
    }
}
