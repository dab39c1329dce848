package org.foyer.hub.governance.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Followed;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Contributions;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.internal.abroad.PooledAgreements;
import org.foyer.hub.governance.internal.abroad.PooledAgreements.Counted;
import org.foyer.hub.governance.internal.networks.Definitions;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pooled side of the gate. Of a sum nobody but the houses knows how much each rests on, so that dominance cannot be
 * judged here: each house counts one, whatever its size, and quartiles of counts give no weight to the largest.
 */
public final class RegisterPooledGate implements PooledGate {

    private static final int QUESTIONS_MAX = 100;

    private final Register register;
    private final Clock clock;
    private final Houses houses;
    private final RegisterAudit audit;
    private final Secrets secrets;

    public RegisterPooledGate(Register register, Clock clock, SecureRandom random, Houses houses, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.houses = houses;
        this.audit = audit;
        this.secrets = new Secrets(random);
    }

    @Override
    public boolean takesPart(HouseId house) {
        return register.read(handle -> takesPart(handle, house));
    }

    private boolean takesPart(Handle handle, HouseId house) {
        PooledAgreements agreements = PooledAgreements.at(handle, clock);
        return agreements.isBound(house)
                ? agreements.asking(house, "").refusal() == null
                : Participations.takesPart(handle, house, PURPOSE, clock.millis());
    }

    @Override
    public Asking asking(HouseId house, String self) {
        return register.read(handle -> PooledAgreements.at(handle, clock).asking(house, self));
    }

    @Override
    public @Nullable String refusal(Universe universe, List<Question> questions) {
        bounded(questions);
        return register.read(handle -> refused(handle, universe, questions)).orElse(null);
    }

    private Optional<String> refused(Handle handle, Universe universe, List<Question> questions) {
        String why = "nobody-takes-part";
        for (HouseId house : of(universe)) {
            String refusal = counted(handle, universe, house, questions).refusal();
            if (refusal == null) {
                return Optional.empty();
            }
            why = telling(why, refusal);
        }
        return Optional.of(why);
    }

    /** Of the houses of a node that was asked by an agreement, what one says that is named in it. */
    private static String telling(String before, String now) {
        return before.equals("nobody-takes-part") || before.equals("agreement-unknown") ? now : before;
    }

    private List<HouseId> of(Universe universe) {
        return houses.all().stream()
                .filter(house -> house.simulated() == universe.simulated()
                        && house.currency().getCurrencyCode().equals(universe.currency()))
                .map(House::id)
                .sorted(Comparator.comparingInt(HouseId::value))
                .toList();
    }

    /** By the agreement that is asked by, or for who is in no network over several nodes by having joined. */
    private Counted counted(Handle handle, Universe universe, HouseId house, List<Question> questions) {
        List<String> indicators = questions.stream().map(Question::indicator).toList();
        PooledAgreements agreements = PooledAgreements.at(handle, clock);
        Under under = universe.under();
        if (under != null) {
            return defined(agreements.counted(house, under, indicators), questions, agreements.counted(house, under));
        }
        if (agreements.isBound(house)) {
            return new Counted(Set.of(), 0, "", "agreement-needed");
        }
        return Participations.takesPart(handle, house, PURPOSE, clock.millis())
                ? new Counted(Set.copyOf(indicators), 0, "", null)
                : new Counted(Set.of(), 0, "", "nobody-takes-part");
    }

    /** Without figures of which the network of the agreement adopted another version than was asked for. */
    private static Counted defined(Counted counted, List<Question> questions, Definitions adopted) {
        if (counted.refusal() != null) {
            return counted;
        }
        Set<String> left = questions.stream()
                .filter(question -> counted.indicators().contains(question.indicator()))
                .filter(question -> !adopted.followed(question).refused())
                .map(Question::indicator)
                .collect(Collectors.toSet());
        return new Counted(left, counted.buyersMin(), counted.named(), left.isEmpty() ? Followed.OTHER_ADOPTED : null);
    }

    @Override
    public List<Followed> followed(HouseId asker, List<Question> questions) {
        Definitions adopted =
                register.read(handle -> PooledAgreements.at(handle, clock).asked(asker));
        return questions.stream().map(adopted::followed).toList();
    }

    @Override
    public List<Contribution> give(
            Actor asking, Universe universe, Season season, List<Question> questions, Contributions contributions) {
        bounded(questions);
        List<HouseId> asked = register.read(handle -> of(universe).stream()
                .filter(house -> counted(handle, universe, house, questions).refusal() == null)
                .toList());
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Contribution> brought = contributions.of(asked);
        return register.write(handle -> {
            Blur blur = BlurSecret.blur(handle, secrets);
            List<Contribution> given = new ArrayList<>();
            for (HouseId house : asked) {
                Counted counted = counted(handle, universe, house, questions); // it may have withdrawn meanwhile
                if (counted.refusal() == null) {
                    List<Contribution> moved = moved(house, counted, brought, questions, season, blur);
                    given.addAll(moved);
                    tell(handle, asking, universe, season, house, counted, moved.size());
                }
            }
            return given;
        });
    }

    private static List<Contribution> moved(
            HouseId house,
            Counted counted,
            List<Contribution> brought,
            List<Question> questions,
            Season season,
            Blur blur) {
        List<Contribution> moved = new ArrayList<>();
        for (Question question : questions) {
            brought.stream()
                    .filter(one -> one.house().equals(house)
                            && one.indicator().equals(question.indicator())
                            && counted.indicators().contains(one.indicator())
                            && one.mass() >= counted.buyersMin())
                    .map(one -> new Contribution(
                            house, one.indicator(), blur.moved(one.value(), house, question, season), one.mass()))
                    .forEach(moved::add);
        }
        return moved;
    }

    private void tell(
            Handle handle,
            Actor asking,
            Universe universe,
            Season season,
            HouseId house,
            Counted counted,
            int figures) {
        Under under = universe.under();
        if (under != null) {
            PooledAgreements.at(handle, clock).used(house, under, asking, clock.millis());
        }
        audit.append(
                handle,
                asking,
                house,
                "give",
                PURPOSE,
                "%s, %d figures, moved%s"
                        .formatted(season.label(), figures, counted.named().isEmpty() ? "" : ", " + counted.named()));
    }

    @Override
    public List<SafeFigure> take(
            Actor actor, HouseId asker, Season season, List<Question> questions, Map<String, List<Double>> moved) {
        bounded(questions);
        return register.write(handle -> {
            boolean takesPart = takesPart(handle, asker);
            int housesMin = PooledAgreements.at(handle, clock).asking(asker, "").housesMin();
            Definitions adopted = PooledAgreements.at(handle, clock).asked(asker);
            List<SafeFigure> figures = new ArrayList<>();
            for (Question question : questions) {
                List<Double> values = moved.getOrDefault(question.indicator(), List.of()).stream()
                        .sorted()
                        .toList();
                figures.add(figure(question, values, takesPart, housesMin).following(adopted.followed(question)));
            }
            long given =
                    figures.stream().filter(figure -> figure.withheld() == null).count();
            audit.append(
                    handle,
                    actor,
                    asker,
                    "compare",
                    PURPOSE,
                    "%s: %d figures of %d given".formatted(season.label(), given, questions.size()));
            return figures;
        });
    }

    private static SafeFigure figure(Question question, List<Double> values, boolean takesPart, int housesMin) {
        String withheld = withheld(values, takesPart, housesMin);
        if (withheld != null) {
            return new SafeFigure(question, 0, null, null, null, withheld);
        }
        return new SafeFigure(
                question,
                values.size() - 1,
                Blur.rounded(Blur.quantile(values, 0.25), question.unit()),
                Blur.rounded(Blur.quantile(values, 0.5), question.unit()),
                Blur.rounded(Blur.quantile(values, 0.75), question.unit()),
                null);
    }

    private static @Nullable String withheld(List<Double> values, boolean takesPart, int housesMin) {
        if (!takesPart) {
            return DisclosureGate.NOT_TAKING_PART;
        }
        return values.size() < housesMin ? CellRules.TOO_FEW : null;
    }

    private static void bounded(List<Question> questions) {
        if (questions.size() > QUESTIONS_MAX) {
            throw new IllegalArgumentException("more than " + QUESTIONS_MAX + " questions at once");
        }
    }
}
