package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Gate.Partition;
import org.foyer.hub.governance.internal.PublicationPlan.Member;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.Test;

class PublicationPlanTest {

    private final List<Member> members = new ArrayList<>();

    private void add(int count, Discipline discipline, int seats, String region, Supplier<Double> mass) {
        for (int i = 0; i < count; i++) {
            House sample = Sample.house("h" + members.size(), discipline, seats, region);
            House house = new House(
                    new HouseId(members.size() + 1),
                    sample.slug(),
                    sample.name(),
                    discipline,
                    seats,
                    sample.address(),
                    null,
                    sample.zone(),
                    sample.currency(),
                    false);
            members.add(new Member(house, mass.get()));
        }
    }

    private static Cell discipline(String name) {
        return new Cell(Partition.DISCIPLINE, name);
    }

    @Test
    void twoDisciplinesOfSixAreBothShown() {
        add(6, Discipline.THEATRE, 400, "Bretagne", () -> 1.0);
        add(6, Discipline.DANCE, 400, "Bretagne", () -> 1.0);
        PublicationPlan plan = new PublicationPlan(members);
        assertThat(plan.withheld(Cell.ALL)).isNull();
        assertThat(plan.withheld(discipline("theatre"))).isNull();
        assertThat(plan.withheld(discipline("dance"))).isNull();
        assertThat(plan.withheld(discipline("circus"))).isEqualTo(CellRules.TOO_FEW);
    }

    @Test
    void aGroupIsWithheldWhenItWouldShowTheFewOthersBySubtraction() {
        add(9, Discipline.THEATRE, 400, "Bretagne", () -> 1.0);
        add(3, Discipline.DANCE, 400, "Bretagne", () -> 1.0);
        PublicationPlan plan = new PublicationPlan(members);
        assertThat(plan.withheld(Cell.ALL)).isNull();
        assertThat(plan.withheld(discipline("dance"))).isEqualTo(CellRules.TOO_FEW);
        assertThat(plan.withheld(discipline("theatre"))).isEqualTo(PublicationPlan.NEIGHBOUR);
    }

    @Test
    void aGroupAroundADominatedRestIsWithheld() {
        add(7, Discipline.THEATRE, 400, "Bretagne", () -> 10.0);
        add(5, Discipline.OPERA, 400, "Bretagne", () -> 1.0);
        add(1, Discipline.OPERA, 400, "Bretagne", () -> 30.0);
        PublicationPlan plan = new PublicationPlan(members);
        assertThat(plan.withheld(discipline("opera"))).isEqualTo(CellRules.DOMINATED);
        assertThat(plan.withheld(discipline("theatre"))).isEqualTo(PublicationPlan.NEIGHBOUR);
    }

    @Test
    void twoGroupsThatDifferByFewHousesAreNotBothShown() {
        add(7, Discipline.THEATRE, 400, "Bretagne", () -> 1.0);
        add(1, Discipline.THEATRE, 1200, "Bretagne", () -> 1.0);
        add(1, Discipline.DANCE, 400, "Bretagne", () -> 1.0);
        add(7, Discipline.DANCE, 1200, "Bretagne", () -> 1.0);
        PublicationPlan plan = new PublicationPlan(members);
        assertThat(plan.withheld(discipline("theatre"))).isNull();
        assertThat(plan.withheld(new Cell(Partition.SIZE, "medium"))).isEqualTo(PublicationPlan.NEIGHBOUR);
    }

    @Test
    void whenAllHousesTogetherMayNotBeShownNothingIs() {
        add(6, Discipline.THEATRE, 400, "Bretagne", () -> 1.0);
        add(1, Discipline.OPERA, 2000, "Bretagne", () -> 50.0);
        PublicationPlan plan = new PublicationPlan(members);
        assertThat(plan.cells()).allMatch(cell -> CellRules.DOMINATED.equals(plan.withheld(cell)));
        assertThat(new PublicationPlan(List.of()).withheld(Cell.ALL)).isEqualTo(CellRules.TOO_FEW);
    }

    /** Two hundred random networks: whatever two shown groups differ in, and whatever no shown group covers, is not few. */
    @Test
    void noSubtractionOfShownGroupsLeavesFewHouses() {
        Random random = new Random(42);
        int shownBesideAll = 0;
        for (int network = 0; network < 200; network++) {
            members.clear();
            int size = 6 + random.nextInt(30);
            for (int i = 0; i < size; i++) {
                add(
                        1,
                        Discipline.values()[random.nextInt(3)],
                        new int[] {100, 500, 1500}[random.nextInt(3)],
                        random.nextInt(10) == 0 ? null : "R" + random.nextInt(3),
                        () -> 1 + random.nextDouble() * 4);
            }
            PublicationPlan plan = new PublicationPlan(members);
            List<Cell> shown = plan.cells().stream()
                    .filter(cell -> plan.withheld(cell) == null)
                    .toList();
            shownBesideAll += Math.max(0, shown.size() - 1);
            for (Cell one : shown) {
                for (Cell other : shown) {
                    assertNotFew(difference(plan.housesOf(one), plan.housesOf(other)));
                }
            }
            for (Partition partition : Partition.values()) {
                Set<HouseId> rest = new HashSet<>(plan.housesOf(Cell.ALL));
                List<Cell> ofPartition = shown.stream()
                        .filter(cell -> cell.partition() == partition)
                        .toList();
                ofPartition.forEach(cell -> rest.removeAll(plan.housesOf(cell)));
                if (!ofPartition.isEmpty()) {
                    assertNotFew(rest);
                }
            }
        }
        assertThat(shownBesideAll).isGreaterThan(200); // the rules leave something to compare with
    }

    private static void assertNotFew(Set<HouseId> houses) {
        assertThat(houses.size())
                .satisfiesAnyOf(
                        size -> assertThat(size).isZero(),
                        size -> assertThat(size).isGreaterThanOrEqualTo(CellRules.HOUSES_MIN));
    }

    private static Set<HouseId> difference(Set<HouseId> one, Set<HouseId> other) {
        Set<HouseId> all = new HashSet<>(one);
        all.addAll(other);
        return all.stream()
                .filter(house -> one.contains(house) != other.contains(house))
                .collect(Collectors.toSet());
    }
}
