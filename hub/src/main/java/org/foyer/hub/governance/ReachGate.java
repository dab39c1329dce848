package org.foyer.hub.governance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The door for a house that counts shared buyers with many others on many nodes. It takes part in {@link Gate#OVERLAP}, signed an
 * agreement in force that permits it, and names the three nodes that count; it is counted with the houses of the same agreement alone; what leaves is in its audit before it leaves. docs/overlap.md.
 */
public final class ReachGate {

    /** Its house named no nodes. */
    public static final String NOT_NAMED = "reach-not-named";

    private final Register register;
    private final Clock clock;
    private final Gate gate;
    private final AgreedUses agreed;
    private final Audit audit;

    public ReachGate(Register register, Clock clock, Gate gate, AgreedUses agreed, Audit audit) {
        this.register = register;
        this.clock = clock;
        this.gate = gate;
        this.agreed = agreed;
        this.audit = audit;
    }

    /** A sketch that a house gave. @param agreement identifier of the version by which it did */
    public record Given(HouseId house, ReachNetwork network, String agreement) {}

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
        Optional<Given> given = given(house.id());
        if (given.isPresent() && !given.get().network().equals(network)) {
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
        if (named(house.id()).isEmpty()) {
            return NOT_NAMED;
        }
        Optional<By> by = by(house);
        if (by.filter(By::sees).isEmpty()) {
            return SharedUse.SKETCHES.refusal();
        }
        // amounts of two pools, and of two agreements, could be averaged
        return given(house.id())
                        .filter(given -> !given.agreement().equals(by.get().policy()))
                        .isPresent()
                ? "reach-other-network"
                : null;
    }

    private Optional<By> by(House house) {
        return agreed.by(house.id(), SharedUse.SKETCHES);
    }

    /** Identifier of the version by which the house may count now; empty when {@link #refusal} says why not. */
    public Optional<String> agreement(House house) {
        return refusal(house) == null ? by(house).map(By::policy) : Optional.empty();
    }

    /**
     * Writes down that blinded points and a sketch of the house leave, and by which agreement, before they do.
     *
     * @param agreement identifier of its version
     */
    public void giving(Actor actor, House house, ReachNetwork network, String agreement) {
        audit.write(
                actor,
                house.id(),
                "overlap-given",
                Gate.OVERLAP,
                period() + " " + nodes(network) + ": blinded points to the holders, a sketch to the pool"
                        + by(house).map(by -> ", " + by.named()).orElse(""));
        register.write(handle -> handle.createUpdate("""
            insert into reach_given (house, period, first_holder, second_holder, pool, agreement, given_at)
            values (:house, :period, :first, :second, :pool, :agreement, :at)
            on conflict (house, period) do update set given_at = excluded.given_at, withdrawn_at = null
            """)
                .bind("house", house.id().value())
                .bind("period", period())
                .bind("first", network.first())
                .bind("second", network.second())
                .bind("pool", network.pool())
                .bind("agreement", agreement)
                .bind("at", clock.millis())
                .execute());
    }

    /** Where a sketch of the house may be in this period, withdrawn or not. */
    private Optional<Given> given(HouseId house) {
        return register.read(handle -> given(handle, "house = " + house.value())).stream()
                .findFirst();
    }

    /** Sketches of houses of this node that may be at pools in this period. */
    public List<Given> given() {
        return register.read(handle -> given(handle, "withdrawn_at is null"));
    }

    private List<Given> given(Handle handle, String where) {
        return handle.createQuery(
                        "select house, first_holder, second_holder, pool, agreement from reach_given where period = :period and "
                                + where + " order by house")
                .bind("period", period())
                .map((row, context) -> new Given(
                        new HouseId(row.getInt(1)),
                        new ReachNetwork(row.getString(2), row.getString(3), row.getString(4)),
                        row.getString(5)))
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
            if (counted) {
                by(house).ifPresent(by -> agreed.used(house.id(), SharedUse.SKETCHES, by.policy(), actor));
            }
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
