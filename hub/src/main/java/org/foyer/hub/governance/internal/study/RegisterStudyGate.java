package org.foyer.hub.governance.internal.study;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedUses;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.abroad.RegisterAgreedUses;
import org.foyer.hub.governance.internal.study.StudyLedger.Kept;
import org.foyer.hub.governance.internal.study.StudyLedger.Payer;
import org.foyer.hub.governance.internal.study.StudyLedger.Place;
import org.foyer.hub.governance.internal.study.StudyWorld.Group;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Answers free questions. The numbers are drawn, kept, paid and written to the audit in one transaction, and told after it: whoever stops the
 * node in between has paid for what they were not told, or was told nothing and paid nothing.
 */
public final class RegisterStudyGate implements StudyGate {

    static final String KIND = "study";
    private static final String ALONE = HouseRules.TOO_FEW;

    private final Register register;
    private final Clock clock;
    private final SecureRandom random;
    private final RegisterAudit audit;
    private final StudyWorld world;

    public RegisterStudyGate(
            Register register,
            Clock clock,
            SecureRandom random,
            Houses houses,
            AgreedUses agreed,
            RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.random = random;
        this.audit = audit;
        this.world = new StudyWorld(register, clock, houses, agreed);
    }

    /**
     * Everything that is known before anything is counted.
     *
     * @param house of the asker; null for an observer
     */
    private record Case(
            @Nullable HouseId house,
            boolean simulated,
            Payer payer,
            StudyPeriod period,
            Asked asked,
            Place place,
            Group group) {

        @Nullable
        String barred() {
            return group.barred();
        }

        List<House> taking() {
            return group.houses();
        }

        int most(Handle handle, Threshold threshold, ToIntFunction<By> least) {
            return Math.max(StudyWorld.most(handle, taking(), threshold), group.most(least));
        }
    }

    @Override
    public Told told(Actor actor, HouseId asker, Asked asked, Sums sums) {
        return told(actor, () -> opened(asker, asked), sums);
    }

    @Override
    public Told observed(Actor actor, Observer observer, Asked asked, Sums sums) {
        return told(actor, () -> opened(observer, asked), sums);
    }

    /** @param opening asked again once everything is counted, which takes time: who withdrew meanwhile is not in the answer */
    private Told told(Actor actor, Supplier<Case> opening, Sums sums) {
        Case first = opening.get();
        String why = refusal(first);
        if (why != null) {
            return register.write(handle -> withheld(handle, actor, first, why));
        }
        Asked asked = first.asked();
        // before anything is counted, which is dear
        if (register.read(handle -> StudyLedger.find(handle, first.place()).isEmpty()
                && left(handle, first).compareTo(asked.epsilon()) < 0)) {
            return register.write(handle -> withheld(handle, actor, first, SPENT));
        }
        boolean known =
                register.read(handle -> StudyLedger.find(handle, first.place())).isPresent();
        if (known) {
            return drawn(actor, first, Map.of());
        }
        Map<HouseId, long[]> exact = StudyWorld.sums(first.taking(), asked, first.period(), sums);
        Case now = opening.get();
        String since = refusal(now);
        if (since != null || !first.taking().containsAll(now.taking())) {
            return register.write(handle -> withheld(handle, actor, now, since == null ? ALONE : since));
        }
        exact.keySet().retainAll(now.taking().stream().map(House::id).toList());
        return drawn(actor, now, exact);
    }

    private Told drawn(Actor actor, Case now, Map<HouseId, long[]> exact) {
        Asked asked = now.asked();
        return register.write(handle -> {
            Optional<Kept> kept = StudyLedger.find(handle, now.place());
            if (kept.isPresent()) {
                return given(handle, actor, now, kept.get(), Epsilon.NONE);
            }
            if (StudyLedger.isTakenBack(handle, now.place())) {
                return withheld(handle, actor, now, WITHDRAWN);
            }
            if (left(handle, now).compareTo(asked.epsilon()) < 0) {
                return withheld(handle, actor, now, SPENT);
            }
            List<Cell> cells = new StudyCells(
                            asked,
                            now.most(handle, Threshold.HOUSES, By::housesMin),
                            now.most(handle, Threshold.BUYERS, By::buyersMin))
                    .of(exact, HouseRules.moving(handle, random, KIND, asked.season()), random);
            Kept answer = new Kept(exact.size(), StudyCells.written(cells));
            StudyLedger.keep(handle, now.place(), now.payer().asker(), asked.epsilon(), answer, clock.millis());
            return given(handle, actor, now, answer, asked.epsilon());
        });
    }

    @Override
    public Optional<Told> known(Actor actor, HouseId asker, Asked asked) {
        return known(actor, opened(asker, asked));
    }

    @Override
    public Optional<Told> knownToObserver(Actor actor, Observer observer, Asked asked) {
        return known(actor, opened(observer, asked));
    }

    private Optional<Told> known(Actor actor, Case now) {
        return now.barred() != null
                ? Optional.empty()
                : register.write(handle -> StudyLedger.find(handle, now.place())
                        .map(kept -> given(handle, actor, now, kept, Epsilon.NONE)));
    }

    private Case opened(HouseId asker, Asked asked) {
        House house = world.house(asker);
        StudyPeriod period = world.period();
        Group group = world.within(house, asked);
        return new Case(
                asker,
                house.simulated(),
                Payer.house(asker),
                period,
                asked,
                new Place(Gate.STUDY, group.place(), period.label(), asked.question()),
                group);
    }

    private Case opened(Observer observer, Asked asked) {
        StudyPeriod period = world.period();
        String universe = StudyWorld.universe(observer.simulated(), observer.currency(), asked);
        return new Case(
                null,
                observer.simulated(),
                Payer.observer(observer.account()),
                period,
                asked,
                new Place(OBSERVERS, universe, period.label(), asked.question()),
                world.observed(universe, asked));
    }

    @Override
    public Told budget(HouseId asker) {
        House house = world.house(asker);
        String barred = world.barred(house);
        return register.read(handle -> budget(handle, barred, house.simulated(), Payer.house(asker)));
    }

    @Override
    public Told budgetOf(Observer observer) {
        return register.read(handle -> budget(handle, null, observer.simulated(), Payer.observer(observer.account())));
    }

    private Told budget(Handle handle, @Nullable String barred, boolean simulated, Payer payer) {
        StudyPeriod period = world.period();
        return new Told(
                barred,
                period.label(),
                period.asOf(),
                0,
                Epsilon.NONE,
                StudyLedger.left(handle, StudyWorld.world(simulated), period.label(), payer),
                period.next(),
                List.of());
    }

    /** An answer that is kept is told also when a house has left since. */
    private @Nullable String refusal(Case now) {
        if (now.barred() != null) {
            return now.barred();
        }
        if (register.read(handle -> StudyLedger.isTakenBack(handle, now.place()))) {
            return WITHDRAWN;
        }
        boolean kept =
                register.read(handle -> StudyLedger.find(handle, now.place())).isPresent();
        int least = Math.max(HouseRules.HOUSES_MIN, now.group().most(By::housesMin));
        return !kept && now.taking().size() < least ? ALONE : null;
    }

    private static Epsilon left(Handle handle, Case now) {
        return StudyLedger.left(
                handle, StudyWorld.world(now.simulated()), now.period().label(), now.payer());
    }

    private Told given(Handle handle, Actor actor, Case now, Kept kept, Epsilon spent) {
        write(handle, actor, now, "given, houses " + kept.houses() + ", spent " + spent, !spent.equals(Epsilon.NONE));
        return told(handle, now, null, kept.houses(), spent, StudyCells.read(kept.answer()));
    }

    private Told withheld(Handle handle, Actor actor, Case now, String why) {
        write(handle, actor, now, "withheld, " + why, false);
        return told(handle, now, why, 0, Epsilon.NONE, List.of());
    }

    /** An observer has no house. Each house that is counted has a line, once, which names its agreement. */
    private void write(Handle handle, Actor actor, Case now, String outcome, boolean drawn) {
        String detail = now.place().question() + " " + now.group().universe() + " "
                + now.place().period() + ": " + outcome;
        if (now.house() != null || !drawn) {
            audit.append(handle, actor, now.house(), "study", now.place().purpose(), detail);
        }
        if (drawn) {
            SharedUse use = now.house() == null ? SharedUse.ANSWERS_TO_OBSERVERS : SharedUse.ANSWERS;
            for (House house : now.taking()) {
                By by = now.group().of(house.id());
                audit.append(handle, actor, house.id(), "give", now.place().purpose(), detail + ", " + by.named());
                RegisterAgreedUses.used(handle, clock, house.id(), use, by.policy(), actor);
            }
        }
    }

    private static Told told(
            Handle handle, Case now, @Nullable String withheld, int houses, Epsilon spent, List<Cell> cells) {
        return new Told(
                withheld,
                now.period().label(),
                now.period().asOf(),
                houses,
                spent,
                left(handle, now),
                now.period().next(),
                cells);
    }
}
