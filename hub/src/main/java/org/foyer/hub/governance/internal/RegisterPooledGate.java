package org.foyer.hub.governance.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Contributions;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
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
        return register.read(handle -> Participations.takesPart(handle, house, PURPOSE, clock.millis()));
    }

    @Override
    public boolean anyTakesPart(Universe universe) {
        return !taking(universe).isEmpty();
    }

    private List<HouseId> taking(Universe universe) {
        List<HouseId> taking = register.read(handle -> Participations.all(handle, PURPOSE, clock.millis()));
        return houses.all().stream()
                .filter(house -> taking.contains(house.id()) && universe.equals(universe(house)))
                .map(House::id)
                .sorted(Comparator.comparingInt(HouseId::value))
                .toList();
    }

    private static Universe universe(House house) {
        return new Universe(house.simulated(), house.currency().getCurrencyCode());
    }

    @Override
    public List<Contribution> give(
            Actor asking, Universe universe, Season season, List<Question> questions, Contributions contributions) {
        bounded(questions);
        List<HouseId> giving = taking(universe);
        if (giving.isEmpty()) {
            return List.of();
        }
        List<Contribution> brought = contributions.of(giving).stream()
                .filter(one -> giving.contains(one.house()))
                .toList();
        return register.write(handle -> {
            Blur blur = BlurSecret.blur(handle, secrets);
            List<Contribution> moved = new ArrayList<>();
            for (Question question : questions) {
                brought.stream()
                        .filter(one -> one.indicator().equals(question.indicator()))
                        .map(one -> new Contribution(
                                one.house(),
                                one.indicator(),
                                blur.moved(one.value(), one.house(), question, season),
                                one.mass()))
                        .forEach(moved::add);
            }
            for (HouseId house : giving) {
                long figures =
                        moved.stream().filter(one -> one.house().equals(house)).count();
                audit.append(
                        handle,
                        asking,
                        house,
                        "give",
                        PURPOSE,
                        "%s, %d figures, moved".formatted(season.label(), figures));
            }
            return moved;
        });
    }

    @Override
    public List<SafeFigure> take(
            Actor actor, HouseId asker, Season season, List<Question> questions, Map<String, List<Double>> moved) {
        bounded(questions);
        return register.write(handle -> {
            boolean takesPart = Participations.takesPart(handle, asker, PURPOSE, clock.millis());
            List<SafeFigure> figures = new ArrayList<>();
            for (Question question : questions) {
                List<Double> values = moved.getOrDefault(question.indicator(), List.of()).stream()
                        .sorted()
                        .toList();
                figures.add(figure(question, values, takesPart));
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

    private static SafeFigure figure(Question question, List<Double> values, boolean takesPart) {
        String withheld = withheld(values, takesPart);
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

    private static @Nullable String withheld(List<Double> values, boolean takesPart) {
        if (!takesPart) {
            return DisclosureGate.NOT_TAKING_PART;
        }
        return values.size() < CellRules.HOUSES_MIN ? CellRules.TOO_FEW : null;
    }

    private static void bounded(List<Question> questions) {
        if (questions.size() > QUESTIONS_MAX) {
            throw new IllegalArgumentException("more than " + QUESTIONS_MAX + " questions at once");
        }
    }
}
