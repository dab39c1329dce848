package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.ContactGate;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.insight.RfmGrid;
import org.foyer.hub.insight.SegmentBudget;
import org.foyer.hub.insight.SegmentChoices;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentOverlap;
import org.foyer.hub.insight.SegmentSize;
import org.foyer.hub.insight.SegmentSize.Point;
import org.foyer.hub.insight.Segments;
import org.foyer.hub.insight.internal.SegmentQuery.Counted;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Segments as the warehouse knows them, remembered until the house's part of it changes. */
public final class SegmentFigures implements Segments {

    private static final int SIZES_MAX = 1_000;
    private static final int TABLES_MAX = 200;
    private static final int SCORE_MAX = 5;

    private final Warehouse warehouse;
    private final Houses houses;
    private final ContactGate gate;
    private final Clock clock;
    private final SegmentBudget budget;
    private final Memory<SegmentSize> sizes;
    private final Memory<List<@Nullable Long>> lists;
    private final Memory<SegmentOverlap> overlaps;
    private final Memory<RfmGrid> grids;
    private final Memory<SegmentChoices> choices;

    /** Without a limit to how many sizes are asked for. */
    public SegmentFigures(Warehouse warehouse, Houses houses, ContactGate gate, Clock clock) {
        this(warehouse, houses, gate, SegmentBudget.NONE, clock);
    }

    public SegmentFigures(Warehouse warehouse, Houses houses, ContactGate gate, SegmentBudget budget, Clock clock) {
        this.budget = budget;
        this.warehouse = warehouse;
        this.houses = houses;
        this.gate = gate;
        this.clock = clock;
        ToLongFunction<HouseId> revision = warehouse::revision;
        this.sizes = new Memory<>(SIZES_MAX, revision);
        this.lists = new Memory<>(SIZES_MAX, revision);
        this.overlaps = new Memory<>(TABLES_MAX, revision);
        this.grids = new Memory<>(TABLES_MAX, revision);
        this.choices = new Memory<>(TABLES_MAX, revision);
    }

    private int minorUnits(HouseId id) {
        House house = houses.byId(id).orElseThrow(() -> new IllegalArgumentException("no such house: " + id));
        return (int) Math.pow(10, Math.max(0, house.currency().getDefaultFractionDigits()));
    }

    /** The last day that is told of those until one asked for. */
    static LocalDate told(LocalDate asked, LocalDate today) {
        LocalDate day = asked.isAfter(today) ? today : asked;
        boolean end = day.equals(YearMonth.from(day).atEndOfMonth());
        return day.equals(today) || end
                ? day
                : YearMonth.from(day).minusMonths(1).atEndOfMonth();
    }

    @Override
    public SegmentSize size(HouseId house, SegmentDefinition definition, LocalDate day, LocalDate today) {
        LocalDate told = told(day, today);
        return sizes.answer(house, List.of(definition, told), () -> {
            int minorUnits = minorUnits(house);
            return warehouse.read(connection -> size(connection, house, definition, told, minorUnits));
        });
    }

    private static SegmentSize size(
            Connection connection, HouseId house, SegmentDefinition definition, LocalDate day, int minorUnits)
            throws SQLException {
        List<SegmentDefinition> both = List.of(definition, SegmentDefinition.EVERYBODY);
        List<List<Counted>> counts = SegmentQuery.counts(connection, house, both, minorUnits, day, SegmentSize.MONTHS);
        List<Counted> now = counts.get(SegmentSize.MONTHS);
        Long people = RoundedPeople.told(now.get(0));
        Long buyers = RoundedPeople.told(now.get(1));
        List<Point> history = new ArrayList<>();
        for (int month = 0; month < SegmentSize.MONTHS; month++) {
            List<Counted> then = counts.get(month);
            if (then.get(1).people() > 0) { // before its first sale a house has no history
                LocalDate end = YearMonth.from(day)
                        .minusMonths((long) SegmentSize.MONTHS - month)
                        .atEndOfMonth();
                history.add(new Point(end, RoundedPeople.told(then.get(0))));
            }
        }
        history.add(new Point(day, people));
        return new SegmentSize(definition, day, people, buyers, share(people, buyers), List.copyOf(history));
    }

    @Override
    public void ask(HouseId house, SegmentDefinition definition, LocalDate day, LocalDate today) {
        budget.ask(house, definition + " " + told(day, today), today);
    }

    @Override
    public List<@Nullable Long> sizes(HouseId house, List<SegmentDefinition> definitions, LocalDate today) {
        if (definitions.isEmpty()) {
            return List.of();
        }
        return lists.answer(house, List.of(List.copyOf(definitions), today), () -> {
            int minorUnits = minorUnits(house);
            List<@Nullable Long> people = new ArrayList<>();
            warehouse
                    .read(connection -> SegmentQuery.count(connection, house, definitions, minorUnits, today))
                    .forEach(counted -> people.add(RoundedPeople.told(counted)));
            return Collections.unmodifiableList(people);
        });
    }

    private static @Nullable Double share(@Nullable Long part, @Nullable Long whole) {
        return part == null || whole == null ? null : Math.min(1, Math.round(100.0 * part / whole) / 100.0);
    }

    @Override
    public SegmentOverlap overlap(HouseId house, List<SegmentDefinition> definitions, LocalDate today) {
        List<SegmentDefinition> asked =
                definitions.stream().limit(SegmentOverlap.SEGMENTS_MAX).toList();
        return overlaps.answer(house, List.of(asked, today), () -> {
            int minorUnits = minorUnits(house);
            return warehouse.read(connection -> overlap(
                    asked.size(),
                    today,
                    asked.isEmpty()
                            ? List.of()
                            : SegmentQuery.countPairs(connection, house, asked, minorUnits, today)));
        });
    }

    private static SegmentOverlap overlap(int segments, LocalDate today, List<Counted> pairs) {
        @Nullable Long[][] both = new Long[segments][segments];
        int at = 0;
        for (int of = 0; of < segments; of++) {
            for (int also = of; also < segments; also++) {
                both[of][also] = RoundedPeople.told(pairs.get(at++));
                both[also][of] = both[of][also];
            }
        }
        List<@Nullable Long> sizes = new ArrayList<>();
        List<SegmentOverlap.Cell> cells = new ArrayList<>();
        for (int of = 0; of < segments; of++) {
            sizes.add(both[of][of]);
            for (int also = 0; also < segments; also++) {
                if (also != of) {
                    cells.add(new SegmentOverlap.Cell(of, also, both[of][also], share(both[of][also], both[of][of])));
                }
            }
        }
        return new SegmentOverlap(today, Collections.unmodifiableList(sizes), List.copyOf(cells));
    }

    @Override
    public RfmGrid rfm(HouseId house, boolean fixed, LocalDate today) {
        return grids.answer(house, List.of(fixed, today), () -> {
            String key = fixed ? "rfm-fixed=" : "rfm=";
            List<SegmentDefinition> asked = new ArrayList<>(List.of(SegmentDefinition.EVERYBODY));
            for (int recency = SCORE_MAX; recency > 0; recency--) {
                for (int frequency = 1; frequency <= SCORE_MAX; frequency++) {
                    asked.add(SegmentDefinition.read(key + recency + frequency + "x")
                            .definition());
                }
            }
            for (int money = 1; money <= SCORE_MAX; money++) {
                asked.add(SegmentDefinition.read(key + "xx" + money).definition());
            }
            int minorUnits = minorUnits(house);
            List<Counted> counted =
                    warehouse.read(connection -> SegmentQuery.count(connection, house, asked, minorUnits, today));
            return grid(fixed, today, asked, counted);
        });
    }

    private static RfmGrid grid(boolean fixed, LocalDate today, List<SegmentDefinition> asked, List<Counted> counted) {
        Long buyers = RoundedPeople.told(counted.get(0));
        List<RfmGrid.Cell> cells = new ArrayList<>();
        for (int at = 1; at < asked.size(); at++) {
            Long people = RoundedPeople.told(counted.get(at));
            cells.add(new RfmGrid.Cell(asked.get(at), people, share(people, buyers)));
        }
        int grid = SCORE_MAX * SCORE_MAX;
        return new RfmGrid(
                today,
                fixed,
                buyers,
                List.copyOf(cells.subList(0, grid)),
                List.copyOf(cells.subList(grid, cells.size())));
    }

    @Override
    public SegmentChoices choices(HouseId house) {
        return choices.answer(
                house, List.of(), () -> warehouse.read(connection -> SegmentOffers.read(connection, house)));
    }

    @Override
    public ContactGate.Answer contacts(Actor actor, House house, SegmentDefinition definition, ContactGate.Wish wish) {
        int minorUnits = minorUnits(house.id());
        LocalDate today = LocalDate.now(clock.withZone(house.zone()));
        return gate.contacts(
                actor,
                house,
                wish,
                () -> warehouse.read(connection -> SegmentQuery.people(
                        connection, house.id(), definition, minorUnits, today, Consents.ASKED_MAX)));
    }
}
