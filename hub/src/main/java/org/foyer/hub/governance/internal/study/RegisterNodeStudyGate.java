package org.foyer.hub.governance.internal.study;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Cell;
import org.foyer.hub.governance.StudyGate.Sums;
import org.foyer.hub.governance.StudyGate.Told;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.study.StudyLedger.Payer;
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
            Register register, Clock clock, SecureRandom random, Houses houses, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.random = random;
        this.audit = audit;
        this.world = new StudyWorld(register, clock, houses);
    }

    /** Everything that is known before anything is counted. @param simulated whether its houses are */
    private record Case(
            Actor actor,
            Payer payer,
            boolean simulated,
            StudyPeriod period,
            Asked asked,
            KeptParts.Place place,
            List<House> taking) {}

    @Override
    public boolean takesPart(HouseId house) {
        return register.read(
                handle -> HouseRules.taking(handle, PURPOSE, clock.millis()).contains(house));
    }

    @Override
    public Given own(Actor actor, HouseId asker, Asked asked, Sums sums) {
        Case now = opened(actor, asker, asked);
        return takesPart(asker) ? made(now, sums) : withheld(now, StudyGate.NOT_TAKING_PART);
    }

    @Override
    public Optional<Given> known(HouseId asker, Asked asked) {
        Case now = opened(Actor.commandLine(), asker, asked);
        return takesPart(asker)
                ? register.read(handle ->
                        KeptParts.find(handle, now.place()).map(part -> given(handle, now, part, Epsilon.NONE)))
                : Optional.empty();
    }

    @Override
    public Given give(String node, World of, Asked asked, String period, Sums sums) {
        StudyPeriod present = world.period();
        String universe = StudyWorld.universe(of.simulated(), of.currency(), asked);
        Case now = new Case(
                new Actor("node " + node, false, Map.of(), true),
                Payer.node(node),
                of.simulated(),
                present,
                asked,
                new KeptParts.Place(universe, present.label(), asked.question()),
                world.taking(PURPOSE, universe, asked));
        if (!present.label().equals(period)) {
            return withheld(now, OTHER_PERIOD);
        }
        boolean kept =
                register.read(handle -> KeptParts.find(handle, now.place())).isPresent();
        return !kept && now.taking().size() < HOUSES_OF_NODE_MIN ? withheld(now, FEW_OF_NODE) : made(now, sums);
    }

    private Case opened(Actor actor, HouseId asker, Asked asked) {
        House house = world.house(asker);
        StudyPeriod period = world.period();
        String universe = StudyWorld.universe(house, asked);
        return new Case(
                actor,
                Payer.house(asker),
                house.simulated(),
                period,
                asked,
                new KeptParts.Place(universe, period.label(), asked.question()),
                world.taking(PURPOSE, universe, asked));
    }

    private Given made(Case now, Sums sums) {
        Asked asked = now.asked();
        // before anything is counted, which is dear
        if (register.read(handle -> KeptParts.find(handle, now.place()).isEmpty()
                && left(handle, now).compareTo(asked.epsilon()) < 0)) {
            return withheld(now, StudyGate.SPENT);
        }
        boolean known =
                register.read(handle -> KeptParts.find(handle, now.place())).isPresent();
        Map<HouseId, long[]> exact = known ? Map.of() : StudyWorld.sums(now.taking(), asked, now.period(), sums);
        return register.write(handle -> {
            Optional<Part> kept = KeptParts.find(handle, now.place());
            if (kept.isPresent()) {
                return given(handle, now, kept.get(), Epsilon.NONE);
            }
            if (left(handle, now).compareTo(asked.epsilon()) < 0) {
                return withheld(handle, now, StudyGate.SPENT);
            }
            Part part = new Part(
                    now.period().label(),
                    exact.size(),
                    StudyWorld.most(handle, now.taking(), Threshold.HOUSES),
                    StudyWorld.most(handle, now.taking(), Threshold.BUYERS),
                    new StudyParts(asked)
                            .made(
                                    exact,
                                    HouseRules.moving(handle, random, RegisterStudyGate.KIND, asked.season()),
                                    random));
            KeptParts.keep(handle, now.place(), now.payer(), asked.epsilon(), part, clock.millis());
            exact.keySet()
                    .forEach(house -> audit.append(
                            handle,
                            now.actor(),
                            house,
                            "give",
                            PURPOSE,
                            asked.question() + " " + now.period().label() + ", houses " + exact.size()));
            return given(handle, now, part, asked.epsilon());
        });
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
    public void hear(HouseId asker, Asked asked, String node, Part part) {
        Case now = opened(Actor.commandLine(), asker, asked);
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
