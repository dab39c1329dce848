package org.foyer.hub.governance.internal.study;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedUses;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Cell;
import org.foyer.hub.governance.StudyGate.Sums;
import org.foyer.hub.governance.StudyGate.Told;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.abroad.RegisterAgreedUses;
import org.foyer.hub.governance.internal.study.StudyLedger.Payer;
import org.foyer.hub.governance.internal.study.StudyWorld.Group;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes this node's parts of answers, and puts those of all nodes together. A part is drawn, kept, paid and written to the audit in one
 * transaction, and leaves after it.
 */
public final class RegisterNodeStudyGate implements NodeStudyGate {

    private final Register register;
    private final Clock clock;
    private final SecureRandom random;
    private final RegisterAudit audit;
    private final StudyWorld world;

    public RegisterNodeStudyGate(
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

    /** Everything that is known before anything is counted. @param simulated whether its houses are */
    private record Case(
            Actor actor,
            Payer payer,
            boolean simulated,
            StudyPeriod period,
            Asked asked,
            KeptParts.Place place,
            Group group) {

        List<House> taking() {
            return group.houses();
        }

        int most(Handle handle, Threshold threshold, ToIntFunction<By> least) {
            return Math.max(StudyWorld.most(handle, taking(), threshold), group.most(least));
        }
    }

    @Override
    public Optional<By> by(HouseId house) {
        return refusal(house) == null ? world.overNodes(house) : Optional.empty();
    }

    @Override
    public @Nullable String refusal(HouseId house) {
        if (!register.read(handle -> HouseRules.taking(handle, PURPOSE, clock.millis()))
                .contains(house)) {
            return StudyGate.NOT_TAKING_PART;
        }
        return world.overNodes(house).isPresent() ? null : SharedUse.ANSWERS.refusal();
    }

    @Override
    public Given own(Actor actor, HouseId asker, Asked asked, Sums sums) {
        String why = refusal(asker);
        return why == null ? made(() -> opened(actor, asker, asked), sums) : withheld(opened(actor, asker, asked), why);
    }

    @Override
    public Optional<Given> known(HouseId asker, Asked asked) {
        Case now = opened(Actor.commandLine(), asker, asked);
        return refusal(asker) == null
                ? register.read(handle ->
                        KeptParts.find(handle, now.place()).map(part -> given(handle, now, part, Epsilon.NONE)))
                : Optional.empty();
    }

    @Override
    public Given give(String node, World of, Asked asked, String period, Sums sums) {
        Case now = asked(node, of, asked);
        if (!now.period().label().equals(period)) {
            return withheld(now, OTHER_PERIOD);
        }
        if (isTakenBack(now)) {
            return withheld(now, StudyGate.WITHDRAWN);
        }
        Optional<Part> kept = register.read(handle -> KeptParts.find(handle, now.place()));
        // what is kept tells of houses that may have withdrawn since: it goes nowhere any more
        if (now.taking().isEmpty()
                || kept.filter(part -> part.houses() > now.taking().size()).isPresent()) {
            return withheld(now, SharedUse.ANSWERS.refusal());
        }
        return kept.isEmpty() && now.taking().size() < HOUSES_OF_NODE_MIN
                ? withheld(now, FEW_OF_NODE)
                : made(() -> asked(node, of, asked), sums);
    }

    private boolean isTakenBack(Case now) {
        return register.read(handle -> KeptParts.isTakenBack(handle, now.place()));
    }

    private Case asked(String node, World of, Asked asked) {
        StudyPeriod present = world.period();
        Group group = world.giving(
                StudyWorld.universe(of.simulated(), of.currency(), asked),
                asked,
                of.agreement(),
                new Other(node, of.asker()));
        return new Case(
                new Actor("node " + node, false, Map.of(), true),
                Payer.node(node),
                of.simulated(),
                present,
                asked,
                new KeptParts.Place(group.place(), present.label(), asked.question()),
                group);
    }

    private Case opened(Actor actor, HouseId asker, Asked asked) {
        House house = world.house(asker);
        StudyPeriod period = world.period();
        Group group = world.giving(
                StudyWorld.universe(house, asked),
                asked,
                world.overNodes(asker).map(By::policy).orElse(""),
                new Other("", house.slug()));
        return new Case(
                actor,
                Payer.house(asker),
                house.simulated(),
                period,
                asked,
                new KeptParts.Place(group.place(), period.label(), asked.question()),
                group);
    }

    /** @param opening asked again once everything is counted: nothing of who withdrew meanwhile leaves */
    private Given made(Supplier<Case> opening, Sums sums) {
        Case now = opening.get();
        Asked asked = now.asked();
        if (isTakenBack(now)) {
            return withheld(now, StudyGate.WITHDRAWN);
        }
        // before anything is counted, which is dear
        if (register.read(handle -> KeptParts.find(handle, now.place()).isEmpty()
                && left(handle, now).compareTo(asked.epsilon()) < 0)) {
            return withheld(now, StudyGate.SPENT);
        }
        boolean known =
                register.read(handle -> KeptParts.find(handle, now.place())).isPresent();
        Map<HouseId, long[]> exact = known ? Map.of() : StudyWorld.sums(now.taking(), asked, now.period(), sums);
        Case since = opening.get();
        return since.place().equals(now.place()) && since.taking().equals(now.taking())
                ? drawn(since, exact)
                : withheld(since, SharedUse.ANSWERS.refusal());
    }

    private Given drawn(Case now, Map<HouseId, long[]> exact) {
        Asked asked = now.asked();
        return register.write(handle -> {
            Optional<Part> kept = KeptParts.find(handle, now.place());
            if (kept.isPresent()) {
                return given(handle, now, kept.get(), Epsilon.NONE);
            }
            if (KeptParts.isTakenBack(handle, now.place())) {
                return withheld(handle, now, StudyGate.WITHDRAWN);
            }
            if (left(handle, now).compareTo(asked.epsilon()) < 0) {
                return withheld(handle, now, StudyGate.SPENT);
            }
            Part part = new Part(
                    now.period().label(),
                    exact.size(),
                    now.most(handle, Threshold.HOUSES, By::housesMin),
                    now.most(handle, Threshold.BUYERS, By::buyersMin),
                    new StudyParts(asked)
                            .made(
                                    exact,
                                    HouseRules.moving(handle, random, RegisterStudyGate.KIND, asked.season()),
                                    random));
            KeptParts.keep(handle, now.place(), now.payer(), asked.epsilon(), part, clock.millis());
            exact.keySet().forEach(house -> gave(handle, now, house, exact.size()));
            return given(handle, now, part, asked.epsilon());
        });
    }

    private void gave(Handle handle, Case now, HouseId house, int houses) {
        By by = now.group().of(house);
        audit.append(
                handle,
                now.actor(),
                house,
                "give",
                PURPOSE,
                now.asked().question() + " " + now.period().label() + ", houses " + houses + ", " + by.named());
        RegisterAgreedUses.used(handle, clock, house, SharedUse.ANSWERS, by.policy(), now.actor());
    }

    private Given given(Handle handle, Case now, Part part, Epsilon spent) {
        return new Given(
                null,
                part,
                now.period().label(),
                now.period().asOf(),
                spent,
                left(handle, now),
                now.period().next());
    }

    private Given withheld(Case now, String why) {
        return register.write(handle -> withheld(handle, now, why));
    }

    private Given withheld(Handle handle, Case now, String why) {
        audit.append(
                handle,
                now.actor(),
                now.payer().node().isEmpty() ? new HouseId((int) now.payer().asker()) : null,
                "study",
                PURPOSE,
                now.asked().question() + " " + now.period().label() + ": withheld, " + why);
        return new Given(
                why,
                null,
                now.period().label(),
                now.period().asOf(),
                Epsilon.NONE,
                left(handle, now),
                now.period().next());
    }

    private static Epsilon left(Handle handle, Case now) {
        return StudyLedger.left(
                handle, StudyWorld.world(now.simulated()), now.period().label(), now.payer());
    }

    @Override
    public Map<String, Part> heard(HouseId asker, Asked asked) {
        Case now = opened(Actor.commandLine(), asker, asked);
        return register.read(handle -> KeptParts.heard(handle, now.place()));
    }

    @Override
    public void hear(HouseId asker, Asked asked, String agreement, String node, Part part) {
        Case now = opened(Actor.commandLine(), asker, asked);
        if (by(asker).filter(by -> by.policy().equals(agreement)).isEmpty()) {
            throw new IllegalArgumentException("asked by another agreement: " + agreement);
        }
        believed(now, part);
        register.write(handle -> KeptParts.hear(handle, now.place(), node, part, clock.millis()));
    }

    /** A part is of this question and this period, or nothing of it is kept. */
    private static void believed(Case now, Part part) {
        boolean shaped = part.period().equals(now.period().label())
                && part.cells().size() == now.asked().cells()
                && part.houses() >= HOUSES_OF_NODE_MIN
                && part.houses() <= KeptParts.HOUSES_MAX
                && part.housesMin() >= 0
                && part.buyersMin() >= 0;
        boolean sized = part.cells().stream()
                .allMatch(cell -> Math.abs(cell.about()) <= KeptParts.ABOUT_MAX
                        && cell.seen() >= 0
                        && cell.seen() <= part.houses()
                        && cell.largest() >= 0
                        && cell.largest() <= StudyParts.LARGEST_MAX
                        && (cell.about() <= 0
                                || cell.seen() == 0
                                || cell.largest() * (long) part.houses() >= StudyParts.WHOLE));
        if (!shaped || !sized) {
            throw new IllegalArgumentException("no part of " + now.asked().question());
        }
    }

    @Override
    public Told told(Actor actor, HouseId asker, Asked asked, Given own, Map<String, Part> others) {
        Case now = opened(actor, asker, asked);
        Map<String, Part> all = new HashMap<>(others);
        Part here = own.part();
        if (here == null) {
            throw new IllegalArgumentException("nothing was paid: " + own.withheld());
        }
        others.values().forEach(part -> believed(now, part));
        all.put("", here);
        int houses = all.values().stream().mapToInt(Part::houses).sum();
        String why = houses < HouseRules.HOUSES_MIN ? HouseRules.TOO_FEW : null;
        List<Cell> cells = why == null ? new StudyParts(asked).together(all.values()) : List.of();
        return register.write(handle -> {
            audit.append(
                    handle,
                    actor,
                    asker,
                    "study",
                    PURPOSE,
                    asked.question() + " " + now.period().label() + ": " + outcome(why) + ", nodes " + all.size()
                            + ", houses " + houses + ", spent " + own.spent());
            return new Told(
                    why,
                    now.period().label(),
                    now.period().asOf(),
                    houses,
                    own.spent(),
                    left(handle, now),
                    now.period().next(),
                    cells);
        });
    }

    private static String outcome(@Nullable String why) {
        return why == null ? "given" : "withheld, " + why;
    }
}
