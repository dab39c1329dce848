package org.foyer.hub.linking.internal.buyers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
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

    /** What buyers and decisions are at a moment, by which weights they are linked, and what the warehouse holds of them. */
    private record State(BuyerReading.Sum sum, String of, String tag, LinkedStore.@Nullable Linked linked) {

        boolean isCurrent() {
            return linked != null && linked.of().equals(of + tag);
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
        String tag = desk.weights().tag(house);
        LinkedPeople people = warehouse.read(
                connection -> state(connection, house, decisions, tag).people());
        known.put(house, new Known(revision, said, people));
        return people;
    }

    private static State state(Connection connection, HouseId house, Decisions decisions, String tag)
            throws SQLException {
        BuyerReading.Sum sum = BuyerReading.sum(connection, house);
        String of = BuyerPlan.EDITION + " " + sum.buyers() + " " + sum.sum() + " " + decisions.sum() + " ";
        return new State(sum, of, tag, LinkedStore.linked(connection, house));
    }

    /** What is to be linked. @param table null when there is nothing to do */
    private record Work(State state, @Nullable BuyerTable table, BuyerLinking.@Nullable Before before) {}

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
        Optional<WeightRegister.Kept> kept = desk.weights().of(house.id());
        Work work = warehouse.read(connection -> work(connection, house, decisions, kept));
        if (work.table != null && work.before != null) {
            BuyerLinking.Linked linked = BuyerLinking.link(work.table, decisions, work.before);
            keep(
                    house.id(),
                    work.state,
                    linked,
                    kept.map(WeightRegister.Kept::tag).orElse(""));
        } else if (!work.state.isCurrent()) {
            LOG.log(Level.WARNING, "house {0}: too many buyers to link", house.id());
        }
    }

    private static Work work(
            Connection connection, House house, Decisions decisions, Optional<WeightRegister.Kept> kept)
            throws SQLException {
        String tag = kept.map(WeightRegister.Kept::tag).orElse("");
        State state = state(connection, house.id(), decisions, tag);
        if (state.isCurrent() || state.sum.buyers() > BUYERS_MAX) {
            return new Work(state, null, null);
        }
        Weights weights = kept.isEmpty()
                ? null
                : Weights.read(HouseSeal.open(connection, house.id(), kept.get().sealed()));
        // what was found is taken away whole by erasures alone, and by a rebuild
        BuyerLinking.Before before = new BuyerLinking.Before(
                BuyerPlan.of(house).country(),
                HouseSeal.secret(connection, house.id()),
                weights,
                TraceStore.read(connection, house.id(), tag),
                state.linked == null);
        return new Work(state, BuyerReading.table(connection, house, state.sum.buyers(), decisions), before);
    }

    /** First the weights: what is found by weights that are not kept is found anew after a crash. @param before their tag */
    private void keep(HouseId house, State state, BuyerLinking.Linked linked, String before) {
        String tag = kept(house, linked.weights(), before);
        warehouse.write(house, connection -> {
            LinkedStore.keep(connection, house, linked.outcome(), state.of + tag);
            TraceStore.keep(connection, house, linked.change(), tag);
            return true;
        });
    }

    private String kept(HouseId house, @Nullable Weights weights, String before) {
        if (weights == null) {
            desk.weights().forget(house);
            return "";
        }
        byte[] bytes = weights.bytes();
        String tag = Weights.tag(bytes);
        if (!tag.equals(before)) {
            String sealed = warehouse.read(connection -> HouseSeal.seal(connection, house, bytes));
            desk.weights().keep(house, new WeightRegister.Kept(tag, sealed));
        }
        return tag;
    }
}
