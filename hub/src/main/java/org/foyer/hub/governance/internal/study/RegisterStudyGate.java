package org.foyer.hub.governance.internal.study;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.networks.Thresholds;
import org.foyer.hub.governance.internal.study.StudyLedger.Kept;
import org.foyer.hub.governance.internal.study.StudyLedger.Place;
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

    private static final String KIND = "study";
    private static final String ALONE = HouseRules.TOO_FEW;

    private final Register register;
    private final Clock clock;
    private final SecureRandom random;
    private final Houses houses;
    private final RegisterAudit audit;

    public RegisterStudyGate(Register register, Clock clock, SecureRandom random, Houses houses, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.random = random;
        this.houses = houses;
        this.audit = audit;
    }

    /** Everything that is known before anything is counted. */
    private record Case(House asker, StudyPeriod period, Asked asked, Place place, List<House> taking) {}

    @Override
    public Told told(Actor actor, HouseId asker, Asked asked, Sums sums) {
        Case now = opened(asker, asked);
        String why = refusal(now);
        if (why != null) {
            return register.write(handle -> withheld(handle, actor, now, why));
        }
        Map<HouseId, long[]> exact =
                register.read(handle -> StudyLedger.find(handle, now.place())).isPresent() ? Map.of() : sums(now, sums);
        return register.write(handle -> {
            Optional<Kept> kept = StudyLedger.find(handle, now.place());
            if (kept.isPresent()) {
                return given(handle, actor, now, kept.get(), Epsilon.NONE);
            }
            if (left(handle, now).compareTo(asked.epsilon()) < 0) {
                return withheld(handle, actor, now, SPENT);
            }
            List<Cell> cells = new StudyCells(
                            asked, most(handle, now, Threshold.HOUSES), most(handle, now, Threshold.BUYERS))
                    .of(exact, HouseRules.moving(handle, random, KIND, asked.season()), random);
            Kept answer = new Kept(exact.size(), StudyCells.written(cells));
            StudyLedger.keep(handle, now.place(), asker, asked.epsilon(), answer, clock.millis());
            return given(handle, actor, now, answer, asked.epsilon());
        });
    }

    @Override
    public Optional<Told> known(Actor actor, HouseId asker, Asked asked) {
        Case now = opened(asker, asked);
        return now.taking().contains(now.asker())
                ? register.write(handle -> StudyLedger.find(handle, now.place())
                        .map(kept -> given(handle, actor, now, kept, Epsilon.NONE)))
                : Optional.empty();
    }

    private Case opened(HouseId asker, Asked asked) {
        House house = house(asker);
        StudyPeriod period = StudyPeriod.of(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        Place place = new Place(Gate.STUDY, universe(house, asked), period.label(), asked.question());
        return new Case(house, period, asked, place, taking(house, asked));
    }

    @Override
    public Told budget(HouseId asker) {
        House house = house(asker);
        StudyPeriod period = StudyPeriod.of(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        return register.read(handle -> new Told(
                HouseRules.taking(handle, Gate.STUDY, clock.millis()).contains(asker) ? null : NOT_TAKING_PART,
                period.label(),
                period.asOf(),
                0,
                Epsilon.NONE,
                StudyLedger.left(handle, Gate.STUDY, world(house), period.label(), asker),
                period.next(),
                List.of()));
    }

    private House house(HouseId id) {
        return houses.byId(id).orElseThrow(() -> new IllegalArgumentException("no such house: " + id));
    }

    private static String world(House house) {
        return house.simulated() ? "simulated" : "real";
    }

    /** Simulated houses are never added to real ones, nor amounts of two currencies. */
    private static String universe(House house, Asked asked) {
        return world(house) + (asked.money() ? ":" + house.currency().getCurrencyCode() : "");
    }

    private List<House> taking(House asker, Asked asked) {
        List<HouseId> taking = register.read(handle -> HouseRules.taking(handle, Gate.STUDY, clock.millis()));
        return houses.all().stream()
                .filter(house ->
                        taking.contains(house.id()) && universe(house, asked).equals(universe(asker, asked)))
                .toList();
    }

    /** An answer that is kept is told also when a house has left since. */
    private @Nullable String refusal(Case now) {
        if (!now.taking().contains(now.asker())) {
            return NOT_TAKING_PART;
        }
        boolean kept =
                register.read(handle -> StudyLedger.find(handle, now.place())).isPresent();
        return !kept && now.taking().size() < HouseRules.HOUSES_MIN ? ALONE : null;
    }

    /** In order of houses; one that brought nothing brings zeros, so that the error is the same whatever the data are. */
    private static Map<HouseId, long[]> sums(Case now, Sums sums) {
        Map<HouseId, long[]> brought = sums.of(now.taking(), now.period().asOf());
        Map<HouseId, long[]> exact = new LinkedHashMap<>();
        now.taking()
                .forEach(house -> exact.put(
                        house.id(),
                        brought.getOrDefault(house.id(), new long[now.asked().cells()])));
        return exact;
    }

    private static int most(Handle handle, Case now, Threshold threshold) {
        Map<HouseId, Integer> asks = Thresholds.of(handle, threshold);
        Collection<House> houses = now.taking();
        return houses.stream()
                .mapToInt(house -> asks.getOrDefault(house.id(), threshold.floor()))
                .max()
                .orElse(threshold.floor());
    }

    private static Epsilon left(Handle handle, Case now) {
        return StudyLedger.left(
                handle,
                Gate.STUDY,
                world(now.asker()),
                now.period().label(),
                now.asker().id());
    }

    private Told given(Handle handle, Actor actor, Case now, Kept kept, Epsilon spent) {
        write(handle, actor, now, "given, houses " + kept.houses() + ", spent " + spent);
        return told(handle, now, null, kept.houses(), spent, StudyCells.read(kept.answer()));
    }

    private Told withheld(Handle handle, Actor actor, Case now, String why) {
        write(handle, actor, now, "withheld, " + why);
        return told(handle, now, why, 0, Epsilon.NONE, List.of());
    }

    private void write(Handle handle, Actor actor, Case now, String outcome) {
        audit.append(
                handle,
                actor,
                now.asker().id(),
                "study",
                Gate.STUDY,
                now.place().question() + " " + now.place().universe() + " "
                        + now.place().period() + ": " + outcome);
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
