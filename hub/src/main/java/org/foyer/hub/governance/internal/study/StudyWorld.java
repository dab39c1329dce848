package org.foyer.hub.governance.internal.study;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Sums;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.governance.internal.networks.Thresholds;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/** Which houses are added up for a question, and as of when. */
final class StudyWorld {

    private final Register register;
    private final Clock clock;
    private final Houses houses;

    StudyWorld(Register register, Clock clock, Houses houses) {
        this.register = register;
        this.clock = clock;
        this.houses = houses;
    }

    House house(HouseId id) {
        return houses.byId(id).orElseThrow(() -> new IllegalArgumentException("no such house: " + id));
    }

    StudyPeriod period() {
        return StudyPeriod.of(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }

    /** Those of one universe that take part, in order of their numbers. */
    List<House> taking(String purpose, String universe, Asked asked) {
        List<HouseId> taking = register.read(handle -> HouseRules.taking(handle, purpose, clock.millis()));
        Predicate<House> counts =
                house -> taking.contains(house.id()) && universe(house, asked).equals(universe);
        return houses.all().stream().filter(counts).toList();
    }

    /** People of simulated houses are others than those of real ones. */
    static String world(boolean simulated) {
        return simulated ? "simulated" : "real";
    }

    static String universe(House house, Asked asked) {
        return universe(house.simulated(), house.currency().getCurrencyCode(), asked);
    }

    /** Simulated houses are never added to real ones, nor amounts of two currencies. */
    static String universe(boolean simulated, String currency, Asked asked) {
        return world(simulated) + (asked.money() ? ":" + currency : "");
    }

    /** In order of houses; one that brought nothing brings zeros, so that the error is the same whatever the data are. */
    static Map<HouseId, long[]> sums(List<House> taking, Asked asked, StudyPeriod period, Sums sums) {
        Map<HouseId, long[]> brought = sums.of(taking, period.asOf());
        Map<HouseId, long[]> exact = new LinkedHashMap<>();
        taking.forEach(house -> exact.put(house.id(), brought.getOrDefault(house.id(), new long[asked.cells()])));
        return exact;
    }

    /** The most that the networks of any of the houses ask for. */
    static int most(Handle handle, List<House> taking, Threshold threshold) {
        Map<HouseId, Integer> asks = Thresholds.of(handle, threshold);
        return taking.stream()
                .mapToInt(house -> asks.getOrDefault(house.id(), threshold.floor()))
                .max()
                .orElse(threshold.floor());
    }
}
