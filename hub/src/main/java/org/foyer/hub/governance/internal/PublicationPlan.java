package org.foyer.hub.governance.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.foyer.hub.governance.Gate.Partition;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Which groups may be shown, decided for all groups together and from members and masses only, never from values.
 *
 * <p>A group is withheld when it breaks a rule itself, or when what is shown beside it would single out a few houses: the
 * houses of the total that are in no shown group of a partition, the houses in which a group and a larger one around it
 * differ, and the few houses in which two groups differ.
 */
final class PublicationPlan {

    static final String NEIGHBOUR = "neighbour-would-show-few";

    /**
     * A house that contributes, with its mass.
     *
     * @param housesMin fewest houses, itself among them, with which it is shown: its networks may ask for more than Foyer does
     */
    record Member(House house, double mass, int housesMin) {
        Member(House house, double mass) {
            this(house, mass, CellRules.HOUSES_MIN);
        }

        HouseId id() {
            return house.id();
        }
    }

    private final Map<HouseId, Double> masses = new TreeMap<>(Comparator.comparingInt(HouseId::value));
    private final Map<HouseId, Integer> asked = new TreeMap<>(Comparator.comparingInt(HouseId::value));
    private final Map<Cell, Set<HouseId>> houses = new TreeMap<>();
    private final Map<Cell, String> withheld = new TreeMap<>();

    PublicationPlan(List<Member> members) {
        for (Member member : members) {
            masses.put(member.id(), member.mass());
            asked.put(member.id(), member.housesMin());
            for (Partition partition : Partition.values()) {
                Cell cell = Cell.of(member.house(), partition);
                if (cell != null) {
                    houses.computeIfAbsent(cell, key -> new HashSet<>()).add(member.id());
                }
            }
        }
        houses.computeIfAbsent(Cell.ALL, key -> new HashSet<>());
        withholdWhatBreaksARule();
        Optional<Cell> next = nextToWithhold();
        while (next.isPresent()) {
            withheld.put(next.get(), NEIGHBOUR);
            next = nextToWithhold();
        }
    }

    Set<Cell> cells() {
        return houses.keySet();
    }

    Set<HouseId> housesOf(Cell cell) {
        return houses.getOrDefault(cell, Set.of());
    }

    /** Why a group is withheld, or null when it is shown. */
    @Nullable
    String withheld(Cell cell) {
        return houses.containsKey(cell) ? withheld.get(cell) : CellRules.TOO_FEW;
    }

    private void withholdWhatBreaksARule() {
        String total = refusal(housesOf(Cell.ALL));
        houses.forEach((cell, inside) -> {
            String why = total != null ? total : refusal(inside);
            if (why != null) {
                withheld.put(cell, why);
            }
        });
    }

    private @Nullable String refusal(Set<HouseId> group) {
        return CellRules.refusal(group.stream().map(masses::get).toList(), housesMin(group));
    }

    /** The strictest of what the houses of a group ask for; never below the floor. */
    private int housesMin(Collection<HouseId> group) {
        return group.stream()
                .mapToInt(house -> asked.getOrDefault(house, CellRules.HOUSES_MIN))
                .reduce(CellRules.HOUSES_MIN, Math::max);
    }

    private List<Cell> shown() {
        return houses.keySet().stream()
                .filter(cell -> !withheld.containsKey(cell))
                .toList();
    }

    private Optional<Cell> nextToWithhold() {
        List<Cell> shown = shown();
        for (Partition partition : Partition.values()) {
            Optional<Cell> smallest = smallestBesideAThinRest(shown, partition);
            if (smallest.isPresent()) {
                return smallest;
            }
        }
        for (int larger = 0; larger < shown.size(); larger++) {
            for (int later = larger + 1; later < shown.size(); later++) {
                if (tellApartFew(housesOf(shown.get(larger)), housesOf(shown.get(later)))) {
                    return Optional.of(shown.get(later));
                }
            }
        }
        return Optional.empty();
    }

    /** The houses of the total in no shown group of a partition are as good as shown, by subtraction. */
    private Optional<Cell> smallestBesideAThinRest(List<Cell> shown, Partition partition) {
        List<Cell> ofPartition = shown.stream()
                .filter(cell -> cell.partition() == partition && cell.partition() != Partition.ALL)
                .toList();
        Set<HouseId> rest = new HashSet<>(housesOf(Cell.ALL));
        ofPartition.forEach(cell -> rest.removeAll(housesOf(cell)));
        if (ofPartition.isEmpty() || rest.isEmpty() || refusal(rest) == null) {
            return Optional.empty();
        }
        return ofPartition.stream()
                .min(Comparator.comparingInt((Cell cell) -> housesOf(cell).size())
                        .thenComparing(Comparator.naturalOrder()));
    }

    private boolean tellApartFew(Set<HouseId> one, Set<HouseId> other) {
        List<HouseId> difference = new ArrayList<>();
        one.stream().filter(house -> !other.contains(house)).forEach(difference::add);
        other.stream().filter(house -> !one.contains(house)).forEach(difference::add);
        if (difference.isEmpty()) {
            return false;
        }
        boolean nested = one.containsAll(other) || other.containsAll(one);
        return nested ? refusal(Set.copyOf(difference)) != null : difference.size() < housesMin(difference);
    }
}
