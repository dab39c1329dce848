package org.foyer.hub.governance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The door for a house that counts shared buyers with many others on many nodes. It takes part in {@link Gate#OVERLAP} and names the three nodes
 * that count; what leaves is in its audit before it leaves. docs/overlap.md.
 */
public final class ReachGate {

    /** Its house named no nodes. */
    public static final String NOT_NAMED = "reach-not-named";

    private final Register register;
    private final Clock clock;
    private final Gate gate;
    private final Audit audit;

    public ReachGate(Register register, Clock clock, Gate gate, Audit audit) {
        this.register = register;
        this.clock = clock;
        this.gate = gate;
        this.audit = audit;
    }

    /** A sketch that a house gave. */
    public record Given(HouseId house, ReachNetwork network) {}

    /** What a house knows. @param told as JSON */
    public record Kept(String period, int number, String told, Instant heardAt) {}

    /** The present quarter of a year, for instance {@code 2026-Q4}. */
    public String period() {
        return OverlapGate.period(clock);
    }

    /**
     * Names the nodes that count for the house.
     *
     * @return code of what is wrong, null when they are named now
     */
    public @Nullable String name(Actor actor, House house, ReachNetwork network) {
        String wrong = network.wrong();
        if (wrong != null) {
            return wrong;
        }
        Optional<ReachNetwork> given = given(house.id());
        if (given.isPresent() && !given.get().equals(network)) {
            return "reach-other-network"; // amounts of two pools could be averaged
        }
        register.write(handle -> handle.createUpdate("""
            insert into reach_named (house, first_holder, second_holder, pool, named_by, named_at)
            values (:house, :first, :second, :pool, :actor, :at)
            on conflict (house) do update set first_holder = excluded.first_holder,
              second_holder = excluded.second_holder, pool = excluded.pool,
              named_by = excluded.named_by, named_at = excluded.named_at
            """)
                .bind("house", house.id().value())
                .bind("first", network.first())
                .bind("second", network.second())
                .bind("pool", network.pool())
                .bind("actor", actor.login())
                .bind("at", clock.millis())
                .execute());
        audit.write(actor, house.id(), "reach-named", Gate.OVERLAP, nodes(network));
        return null;
    }

    private static String nodes(ReachNetwork network) {
        return "holders " + network.first() + " and " + network.second() + ", pool " + network.pool();
    }

    /** Counts with them no longer. Answers whether it did until now. */
    public boolean forget(Actor actor, House house) {
        Optional<ReachNetwork> named = named(house.id());
        boolean did = register.write(handle -> handle.createUpdate("delete from reach_named where house = :house")
                        .bind("house", house.id().value())
                        .execute()
                == 1);
        if (did) {
            named.ifPresent(network -> audit.write(actor, house.id(), "reach-unnamed", Gate.OVERLAP, nodes(network)));
        }
        return did;
    }

    /** The nodes that it named. */
    public Optional<ReachNetwork> named(HouseId house) {
        return register.read(handle -> handle.createQuery(
                        "select first_holder, second_holder, pool from reach_named where house = :house")
                .bind("house", house.value())
                .map((row, context) -> new ReachNetwork(row.getString(1), row.getString(2), row.getString(3)))
                .findOne());
    }

    /** Why nothing of the house may leave, null when it may. */
    public @Nullable String refusal(House house) {
        if (!gate.takesPart(house.id(), Gate.OVERLAP)) {
            return NodeOverlapGate.NOT_TAKING_PART;
        }
        return named(house.id()).isPresent() ? null : NOT_NAMED;
    }

    /** Writes down that blinded points and a sketch of the house leave, before they do. */
    public void giving(Actor actor, House house, ReachNetwork network) {
        audit.write(
                actor,
                house.id(),
                "overlap-given",
                Gate.OVERLAP,
                period() + " " + nodes(network) + ": blinded points to the holders, a sketch to the pool");
        register.write(handle -> handle.createUpdate("""
            insert into reach_given (house, period, first_holder, second_holder, pool, given_at)
            values (:house, :period, :first, :second, :pool, :at)
            on conflict (house, period) do update set given_at = excluded.given_at, withdrawn_at = null
            """)
                .bind("house", house.id().value())
                .bind("period", period())
                .bind("first", network.first())
                .bind("second", network.second())
                .bind("pool", network.pool())
                .bind("at", clock.millis())
                .execute());
    }

    /** Where a sketch of the house may be in this period, withdrawn or not. */
    private Optional<ReachNetwork> given(HouseId house) {
        return register.read(handle -> given(handle, "house = " + house.value())).stream()
                .map(Given::network)
                .findFirst();
    }

    /** Sketches of houses of this node that may be at pools in this period. */
    public List<Given> given() {
        return register.read(handle -> given(handle, "withdrawn_at is null"));
    }

    private List<Given> given(Handle handle, String where) {
        return handle.createQuery(
                        "select house, first_holder, second_holder, pool from reach_given where period = :period and "
                                + where + " order by house")
                .bind("period", period())
                .map((row, context) -> new Given(
                        new HouseId(row.getInt(1)),
                        new ReachNetwork(row.getString(2), row.getString(3), row.getString(4))))
                .list();
    }

    /** Keeps that the pool holds the sketch no longer. */
    public void withdrawn(Actor actor, Given given) {
        register.write(handle -> handle.createUpdate(
                        "update reach_given set withdrawn_at = :at where house = :house and period = :period")
                .bind("at", clock.millis())
                .bind("house", given.house().value())
                .bind("period", period())
                .execute());
        audit.write(
                actor,
                given.house(),
                "reach-withdrawn",
                Gate.OVERLAP,
                period() + " pool " + given.network().pool());
    }

    /**
     * Keeps what the house heard. A count of which it hears for the first time stands in its audit, whoever asked for it.
     *
     * @param counted whether the house is in it
     */
    public void keep(Actor actor, House house, ReachTold told, String json, boolean counted) {
        boolean fresh = register.write(handle -> handle.createUpdate("""
            insert into reach_answer (house, period, number, told, heard_at)
            values (:house, :period, :number, :told, :at)
            on conflict (house, period) do update
              set number = excluded.number, told = excluded.told, heard_at = excluded.heard_at
              where reach_answer.number < excluded.number
            """)
                        .bind("house", house.id().value())
                        .bind("period", told.period())
                        .bind("number", told.number())
                        .bind("told", json)
                        .bind("at", clock.millis())
                        .execute()
                == 1);
        if (fresh) {
            audit.write(
                    actor,
                    house.id(),
                    counted ? "overlap-counted" : "reach-heard",
                    Gate.OVERLAP,
                    "%s, count %d of %d houses, by sketches, moved"
                            .formatted(
                                    told.period(), told.number(), told.houses().size()));
        }
    }

    /** The newest that is known. */
    public Optional<Kept> kept(HouseId house) {
        return register.read(handle -> handle.createQuery(
                        "select * from reach_answer where house = :house order by period desc limit 1")
                .bind("house", house.value())
                .map((row, context) -> new Kept(
                        row.getString("period"),
                        row.getInt("number"),
                        row.getString("told"),
                        Instant.ofEpochMilli(row.getLong("heard_at"))))
                .findOne());
    }
}
