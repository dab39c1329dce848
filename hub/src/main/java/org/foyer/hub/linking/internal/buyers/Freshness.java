package org.foyer.hub.linking.internal.buyers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.linking.LinkedPeople;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.HouseKeyMissing;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * Links when something changed and only then. What was linked is known by a sum over buyers and decisions, which the warehouse
 * keeps, and that sum is asked for only after a write that may have touched the house.
 */
public final class Freshness {

    /** A million records take 633 MB and 22 seconds in the benchmark of the engine (docs/benchmarks.md). */
    public static final int BUYERS_MAX = 2_000_000;

    private static final Logger LOG = Logger.getLogger(Freshness.class.getName());

    private final Warehouse warehouse;
    private final BuyerDesk desk;
    private final Map<HouseId, Known> known = new ConcurrentHashMap<>();

    public Freshness(Warehouse warehouse, BuyerDesk desk) {
        this.warehouse = warehouse;
        this.desk = desk;
    }

    /** What holds until either number grows. */
    private record Known(long revision, long saidSoFar, LinkedPeople people) {}

    /** What buyers and decisions are at a moment, and what the warehouse holds of them. */
    private record State(BuyerReading.Sum sum, String of, LinkedStore.@Nullable Linked linked) {

        boolean isCurrent() {
            return linked != null && linked.of().equals(of);
        }

        LinkedPeople people() {
            return linked == null
                    ? LinkedPeople.NONE
                    : new LinkedPeople(true, isCurrent(), linked.buyers(), linked.people(), linked.households());
        }
    }

    public LinkedPeople standing(HouseId house) {
        long revision = warehouse.revision(house);
        long said = desk.saidSoFar();
        Known before = known.get(house);
        if (before != null && before.revision == revision && before.saidSoFar == said) {
            return before.people;
        }
        Decisions decisions = desk.all(house);
        LinkedPeople people =
                warehouse.read(connection -> state(connection, house, decisions).people());
        known.put(house, new Known(revision, said, people));
        return people;
    }

    private static State state(Connection connection, HouseId house, Decisions decisions) throws SQLException {
        BuyerReading.Sum sum = BuyerReading.sum(connection, house);
        String of = BuyerPlan.EDITION + " " + sum.buyers() + " " + sum.sum() + " " + decisions.sum();
        return new State(sum, of, LinkedStore.linked(connection, house));
    }

    /** What is to be linked. @param table null when there is nothing to do */
    private record Work(State state, @Nullable BuyerTable table) {}

    public synchronized LinkedPeople link(House house) {
        try {
            linkIfChanged(house);
        } catch (HouseKeyMissing e) {
            LOG.log(
                    Level.WARNING,
                    "house {0}: buyers are sealed and the key is gone, so nothing is linked",
                    house.id());
        }
        return standing(house.id());
    }

    private void linkIfChanged(House house) {
        Decisions decisions = desk.all(house.id());
        Work work = warehouse.read(connection -> {
            State state = state(connection, house.id(), decisions);
            boolean idle = state.isCurrent() || state.sum.buyers() > BUYERS_MAX;
            return new Work(state, idle ? null : BuyerReading.table(connection, house, state.sum.buyers(), decisions));
        });
        if (work.table != null) {
            Outcome outcome = BuyerLinking.link(work.table, decisions);
            warehouse.write(house.id(), connection -> {
                LinkedStore.keep(connection, house.id(), outcome, work.state.of);
                return true;
            });
        } else if (!work.state.isCurrent()) {
            LOG.log(Level.WARNING, "house {0}: too many buyers to link", house.id());
        }
    }
}
