package org.foyer.hub.governance.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Followed;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.internal.Publications.Edition;
import org.foyer.hub.governance.internal.Publications.Published;
import org.foyer.hub.governance.internal.agreements.AgreedComparisons;
import org.foyer.hub.governance.internal.agreements.AgreedComparisons.By;
import org.foyer.hub.governance.internal.networks.Definitions;
import org.foyer.hub.governance.internal.networks.Thresholds;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A gate that publishes a fixed table once a month instead of answering free questions.
 *
 * <p>The first question about an indicator of a season makes the answers of all groups at once, from moved figures
 * ({@link Blur}), for the groups that may be shown ({@link PublicationPlan}). Until the month ends everybody gets these
 * answers, whoever asks, joins or leaves. As long as not even the group of all houses may be shown nothing is published and
 * nothing is fixed. Why, and at which price: {@code docs/decisions/2026-11-24-comparison-disclosure.md}.
 */
public final class DisclosureGate implements Gate {

    static final String NOT_TAKING_PART = "not-taking-part";
    static final String TRAIT_UNKNOWN = "trait-unknown";
    static final String AGREEMENT_NEEDED = "agreement-needed";

    private static final int QUESTIONS_MAX = 100;

    private final Register register;
    private final Clock clock;
    private final Houses houses;
    private final RegisterAudit audit;
    private final Secrets secrets;

    public DisclosureGate(Register register, Clock clock, SecureRandom random, Houses houses, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.houses = houses;
        this.audit = audit;
        this.secrets = new Secrets(random);
    }

    @Override
    public boolean takesPart(HouseId house, String purpose) {
        return register.read(handle -> Participations.takesPart(handle, house, purpose, clock.millis()));
    }

    @Override
    public void join(HouseId house, String purpose, Actor actor) {
        register.write(handle -> {
            if (!Participations.takesPart(handle, house, purpose, clock.millis())) {
                Participations.join(handle, house, purpose, actor, clock.millis());
                audit.append(handle, actor, house, "join", purpose, "");
            }
            return true;
        });
    }

    @Override
    public void leave(HouseId house, String purpose, Actor actor) {
        register.write(handle -> {
            Participations.leave(handle, house, purpose, clock.millis());
            audit.append(handle, actor, house, "leave", purpose, "");
            return true;
        });
    }

    @Override
    public List<SafeFigure> compare(
            Actor actor,
            HouseId asker,
            Season season,
            Partition partition,
            List<Question> questions,
            Contributions contributions) {
        if (questions.size() > QUESTIONS_MAX) {
            throw new IllegalArgumentException("more than " + QUESTIONS_MAX + " questions at once");
        }
        House house = houses.byId(asker).orElseThrow(() -> new IllegalArgumentException("no such house: " + asker));
        if (!takesPart(asker, COMPARISON)) {
            return register.write(handle -> withheld(handle, actor, house, season, partition, questions));
        }
        String period = YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString();
        AgreedComparisons agreed = agreed();
        List<Edition> editions = questions.stream()
                .map(question -> universe(house, question, agreed)
                        .map(universe -> new Edition(period, universe, question, season))
                        .orElseGet(() -> unasked(house, question, season)))
                .toList();
        List<Edition> open =
                editions.stream().filter(edition -> !edition.period().isEmpty()).toList();
        Map<Edition, Drafted> drafts = draft(missing(open), house, agreed, contributions);
        return register.write(handle -> {
            Definitions adopted = Definitions.of(handle, asker);
            Map<Edition, SafeFigure> answers = new LinkedHashMap<>();
            Map<HouseId, List<Question>> counted = new TreeMap<>(Comparator.comparingInt(HouseId::value));
            editions.forEach(edition -> answers.put(
                    edition,
                    (edition.period().isEmpty()
                                    ? withheld(edition.question(), AGREEMENT_NEEDED)
                                    : answer(handle, house, partition, edition, drafts, counted))
                            .following(followed(house, edition.question(), agreed, adopted))));
            tell(handle, season, period, agreed, counted);
            Cell cell = Cell.of(house, partition);
            write(handle, actor, house, cell == null ? partition.name() : cell.key(), answers);
            return editions.stream().map(answers::get).toList();
        });
    }

    /** Where an agreement decides what its network adopted, else what the networks of the house did. */
    private static Followed followed(House house, Question question, AgreedComparisons agreed, Definitions adopted) {
        return agreed.isBound(house.id()) ? agreed.followed(house.id(), question) : adopted.followed(question);
    }

    private AgreedComparisons agreed() {
        return register.read(
                handle -> AgreedComparisons.read(handle, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    /** A question of which no table is made or looked at. */
    private static Edition unasked(House house, Question question, Season season) {
        return new Edition("", kind(house, question), question, season);
    }

    /** Simulated houses are never mixed with real ones, nor amounts of two currencies. */
    private static String kind(House house, Question question) {
        return (house.simulated() ? "simulated" : "real")
                + (question.unit().equals("money") ? ":" + house.currency().getCurrencyCode() : "");
    }

    /**
     * Nor houses that agreed to different things. Empty for a house about which agreements decide and that none lets be counted.
     */
    private static Optional<String> universe(House house, Question question, AgreedComparisons agreed) {
        String kind = kind(house, question);
        return agreed.isBound(house.id())
                ? agreed.by(house.id(), question).map(by -> kind + ":agreement-" + by.agreement())
                : Optional.of(kind);
    }

    private List<Edition> missing(List<Edition> editions) {
        return register.read(handle -> editions.stream()
                .filter(edition -> !Publications.isOut(handle, edition))
                .toList());
    }

    /** All groups of one question, ready to be published or not. */
    private record Drafted(PublicationPlan plan, Map<Cell, Published> groups) {}

    /**
     * A contribution and the house it comes from.
     *
     * @param housesMin fewest houses with which its networks let it be shown
     */
    private record Given(House house, Contribution contribution, int housesMin) {

        /** As the agreement lets it be shown; empty when the figure rests on too little for it. */
        Optional<Given> by(Optional<By> agreed) {
            return agreed.isEmpty()
                    ? Optional.of(this)
                    : agreed.filter(by -> contribution.mass() >= by.buyersMin())
                            .map(by -> new Given(house, contribution, Math.max(housesMin, by.housesMin())));
        }
    }

    private Map<Edition, Drafted> draft(
            List<Edition> editions, House asker, AgreedComparisons agreed, Contributions contributions) {
        if (editions.isEmpty()) {
            return Map.of();
        }
        Blur blur = register.write(handle -> BlurSecret.blur(handle, secrets));
        Map<Edition, Drafted> drafts = new LinkedHashMap<>();
        List<Given> brought = brought(
                house -> house.simulated() == asker.simulated()
                        && editions.stream()
                                .anyMatch(one ->
                                        universe(house, one.question(), agreed).equals(Optional.of(one.universe()))),
                contributions);
        for (Edition edition : editions) {
            Question question = edition.question();
            List<Given> given = brought.stream()
                    .filter(one -> one.contribution().indicator().equals(question.indicator()))
                    .filter(one -> universe(one.house(), question, agreed).equals(Optional.of(edition.universe())))
                    .flatMap(one -> one.by(agreed.by(one.house().id(), question)).stream())
                    .toList();
            drafts.put(edition, drafted(edition, given, blur));
        }
        return drafts;
    }

    /** What the houses that take part give; what was brought of any other house is left out. @param among those that are asked about */
    private List<Given> brought(Predicate<House> among, Contributions contributions) {
        List<HouseId> taking = register.read(handle -> Participations.all(handle, COMPARISON, clock.millis()));
        Map<HouseId, Integer> asks = register.read(handle -> Thresholds.of(handle, Network.Threshold.HOUSES));
        List<House> asked = houses.all().stream()
                .filter(house -> taking.contains(house.id()) && among.test(house))
                .sorted(Comparator.comparingInt(house -> house.id().value()))
                .toList();
        List<Contribution> all = contributions.of(asked.stream().map(House::id).toList());
        List<Given> brought = new ArrayList<>();
        for (House house : asked) {
            all.stream()
                    .filter(one -> one.house().equals(house.id()))
                    .forEach(one ->
                            brought.add(new Given(house, one, asks.getOrDefault(house.id(), CellRules.HOUSES_MIN))));
        }
        return brought;
    }

    private static Drafted drafted(Edition edition, List<Given> given, Blur blur) {
        Question question = edition.question();
        PublicationPlan plan = new PublicationPlan(given.stream()
                .map(one -> new PublicationPlan.Member(
                        one.house(), one.contribution().mass(), one.housesMin()))
                .toList());
        Map<Cell, Published> groups = new LinkedHashMap<>();
        for (Cell cell : plan.cells()) {
            String why = plan.withheld(cell);
            Set<HouseId> inside = plan.housesOf(cell);
            groups.put(
                    cell,
                    why != null
                            ? Published.withheld(why)
                            : published(inside, moved(edition, given, inside, blur), question));
        }
        return new Drafted(plan, groups);
    }

    private static List<Double> moved(Edition edition, List<Given> given, Set<HouseId> inside, Blur blur) {
        Question question = edition.question();
        return given.stream()
                .filter(one -> inside.contains(one.house().id()))
                .map(one -> blur.moved(one.contribution().value(), one.house().id(), question, edition.season()))
                .sorted()
                .toList();
    }

    /** Whether a share lies at an edge is asked of what would be told, so that a refusal too depends on a house through its moved figure only. */
    private static Published published(Set<HouseId> houses, List<Double> moved, Question question) {
        double lower = Blur.rounded(Blur.quantile(moved, 0.25), question.unit());
        double upper = Blur.rounded(Blur.quantile(moved, 0.75), question.unit());
        return question.options().sensitive() && (lower <= 0 || upper >= 1)
                ? Published.withheld(CellRules.EDGE)
                : new Published(houses, lower, Blur.rounded(Blur.quantile(moved, 0.5), question.unit()), upper, null);
    }

    /** Those whose figures were counted in what came out now: once for each answer, however often it is looked at. */
    private void tell(
            Handle handle,
            Season season,
            String period,
            AgreedComparisons agreed,
            Map<HouseId, List<Question>> counted) {
        counted.forEach((counting, figures) -> {
            Set<By> by = new LinkedHashSet<>();
            figures.forEach(question -> agreed.by(counting, question).ifPresent(by::add));
            by.forEach(one -> AgreedComparisons.used(handle, one, counting, Audit.HOUSES_HERE.login(), clock.millis()));
            String named = by.stream().map(one -> ", " + one.named()).collect(Collectors.joining());
            audit.append(
                    handle,
                    Audit.HOUSES_HERE,
                    counting,
                    "figures-counted",
                    COMPARISON,
                    "%s, %d figures, moved, for %s%s".formatted(season.label(), figures.size(), period, named));
        });
    }

    private SafeFigure answer(
            Handle handle,
            House asker,
            Partition partition,
            Edition edition,
            Map<Edition, Drafted> drafts,
            Map<HouseId, List<Question>> counted) {
        Cell cell = Cell.of(asker, partition);
        Published published = cell == null
                ? Published.withheld(TRAIT_UNKNOWN)
                : published(handle, edition, cell, drafts.get(edition), counted);
        int peers = (int) published.houses().stream()
                .filter(house -> !house.equals(asker.id()))
                .count();
        return new SafeFigure(
                edition.question(),
                peers,
                published.lowerQuartile(),
                published.median(),
                published.upperQuartile(),
                published.withheld());
    }

    /** Whoever asks first publishes; a draft made meanwhile by another asker is dropped. */
    private Published published(
            Handle handle, Edition edition, Cell cell, @Nullable Drafted draft, Map<HouseId, List<Question>> counted) {
        if (draft != null && !Publications.isOut(handle, edition)) {
            String nothingYet = draft.plan().withheld(Cell.ALL);
            if (nothingYet != null) {
                return Published.withheld(nothingYet);
            }
            Publications.clearBefore(handle, edition.period());
            draft.groups().forEach((each, group) -> Publications.keep(handle, edition, each, group, clock.millis()));
            draft.groups().values().stream()
                    .flatMap(group -> group.houses().stream())
                    .distinct()
                    .forEach(house -> counted.computeIfAbsent(house, one -> new ArrayList<>())
                            .add(edition.question()));
        }
        return Publications.find(handle, edition, cell).orElse(Published.withheld(CellRules.TOO_FEW));
    }

    private static SafeFigure withheld(Question question, String why) {
        return new SafeFigure(question, 0, null, null, null, why);
    }

    private List<SafeFigure> withheld(
            Handle handle, Actor actor, House asker, Season season, Partition partition, List<Question> questions) {
        List<SafeFigure> figures = questions.stream()
                .map(question -> withheld(question, NOT_TAKING_PART))
                .toList();
        Map<Edition, SafeFigure> answers = new LinkedHashMap<>();
        figures.forEach(figure -> answers.put(unasked(asker, figure.question(), season), figure));
        write(handle, actor, asker, partition.name(), answers);
        return figures;
    }

    /** One line for each question; the answers to one question of a survey share theirs, as they share their fate. */
    private void write(Handle handle, Actor actor, House asker, String group, Map<Edition, SafeFigure> answers) {
        Set<String> details = new LinkedHashSet<>();
        answers.forEach((edition, figure) -> {
            Question question = edition.question();
            String of = question.options().of();
            details.add("%s v%d %s %s %s: %s"
                    .formatted(
                            of.isEmpty() ? question.indicator() : of,
                            question.version(),
                            edition.season().label(),
                            edition.universe(),
                            group,
                            figure.withheld() == null
                                    ? "given, peers " + figure.peers()
                                    : "withheld, " + figure.withheld()));
        });
        details.forEach(detail -> audit.append(handle, actor, asker.id(), "compare", COMPARISON, detail));
    }
}
