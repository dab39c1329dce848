package org.foyer.hub.governance.internal.study;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.foyer.hub.governance.AgreedUses;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Sums;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.governance.internal.networks.Thresholds;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which houses are added up for a question, and as of when. */
final class StudyWorld {

    private final Register register;
    private final Clock clock;
    private final Houses houses;
    private final AgreedUses agreed;

    StudyWorld(Register register, Clock clock, Houses houses, AgreedUses agreed) {
        this.register = register;
        this.clock = clock;
        this.houses = houses;
        this.agreed = agreed;
    }

    House house(HouseId id) {
        return houses.byId(id).orElseThrow(() -> new IllegalArgumentException("no such house: " + id));
    }

    StudyPeriod period() {
        return StudyPeriod.of(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }

    /**
     * Houses that are added up, and by which agreements.
     *
     * @param barred why the asker is told nothing, whatever they ask; null when they are
     * @param houses in order of their numbers
     * @param universe of these houses
     * @param policy of the one agreement of all of them; empty where each has its own
     */
    record Group(@Nullable String barred, List<House> houses, Map<HouseId, By> by, String universe, String policy) {

        /** Universe and agreement: what is kept of one is not of another. */
        String place() {
            return policy.isEmpty() ? universe : universe + " " + policy;
        }

        /** By what one of its houses is counted. */
        By of(HouseId house) {
            By found = by.get(house);
            if (found == null) {
                throw new IllegalArgumentException("counted by no agreement: " + house);
            }
            return found;
        }

        /** The most that the agreements of its houses ask for. */
        int most(ToIntFunction<By> least) {
            return houses.stream()
                    .mapToInt(house -> least.applyAsInt(of(house.id())))
                    .max()
                    .orElse(0);
        }
    }

    /** With whom a house of this node is added up: those that take part by the same agreement as it does. */
    Group within(House asker, Asked asked) {
        String universe = universe(asker, asked);
        List<House> joined = taking(Gate.STUDY, universe, asked);
        Map<HouseId, By> by = agreed.by(ids(joined), SharedUse.ANSWERS);
        By own = by.get(asker.id());
        String barred = barred(asker);
        if (own == null || barred != null) {
            return new Group(barred == null ? SharedUse.ANSWERS.refusal() : barred, List.of(), by, universe, "");
        }
        return group(joined, by, own.policy(), universe);
    }

    /** Why a house is told nothing, whatever it asks; null when it is. */
    @Nullable
    String barred(House asker) {
        if (!register.read(handle -> HouseRules.taking(handle, Gate.STUDY, clock.millis()))
                .contains(asker.id())) {
            return StudyGate.NOT_TAKING_PART;
        }
        return agreed.by(asker.id(), SharedUse.ANSWERS).filter(By::sees).isPresent()
                ? null
                : SharedUse.ANSWERS.refusal();
    }

    /** Whom funders and researchers are answered about: each house that lets them, by an agreement that does. */
    Group observed(String universe, Asked asked) {
        List<House> joined = taking(StudyGate.OBSERVERS, universe, asked);
        Map<HouseId, By> by = agreed.by(ids(joined), SharedUse.ANSWERS_TO_OBSERVERS);
        return new Group(
                null,
                joined.stream().filter(house -> by.containsKey(house.id())).toList(),
                by,
                universe,
                "");
    }

    /** By what a house asks those of other nodes. */
    Optional<By> overNodes(HouseId asker) {
        return agreed.overNodes(asker, SharedUse.ANSWERS).filter(By::sees);
    }

    /** Houses of this node that give to who asks by a version, over nodes. */
    Group giving(String universe, Asked asked, String policy, Other asker) {
        List<House> joined = taking(NodeStudyGate.PURPOSE, universe, asked);
        return group(joined, agreed.giving(ids(joined), SharedUse.ANSWERS, policy, asker), policy, universe);
    }

    private static Group group(List<House> joined, Map<HouseId, By> by, String policy, String universe) {
        List<House> same = joined.stream()
                .filter(house -> {
                    By one = by.get(house.id());
                    return one != null && one.policy().equals(policy);
                })
                .toList();
        return new Group(null, same, by, universe, policy);
    }

    private static List<HouseId> ids(List<House> houses) {
        return houses.stream().map(House::id).toList();
    }

    /** Those of one universe that joined a purpose, in order of their numbers. */
    private List<House> taking(String purpose, String universe, Asked asked) {
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
