package org.foyer.hub.exchange.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.exchange.Conditions;
import org.foyer.hub.exchange.Shares;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;

/** What houses said, as the register keeps it. */
public final class RegisterShares implements Shares {

    private final Register register;
    private final Audit audit;
    private final Clock clock;

    public RegisterShares(Register register, Audit audit, Clock clock) {
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<HouseId, Share> all() {
        Map<HouseId, Share> said = new HashMap<>();
        register.read(handle -> handle.createQuery("select * from dataspace_share")
                .map((row, context) -> said.put(
                        new HouseId(row.getInt("house")),
                        new Share(
                                row.getBoolean("automatic"),
                                Objects.requireNonNullElse(row.getString("conditions"), ""),
                                row.getString("actor"),
                                Instant.ofEpochMilli(row.getLong("shared_at")))))
                .list());
        return said;
    }

    @Override
    public List<String> share(House house, boolean automatic, Conditions conditions, Actor actor) {
        if (!conditions.problems().isEmpty()) {
            return conditions.problems();
        }
        register.write(handle -> handle.createUpdate("""
                        insert into dataspace_share (house, automatic, conditions, actor, shared_at)
                        values (:house, :automatic, :conditions, :actor, :at)
                        on conflict (house) do update set automatic = excluded.automatic, conditions = excluded.conditions, actor = excluded.actor,
                          shared_at = excluded.shared_at
                        """)
                .bind("house", house.id().value())
                .bind("automatic", automatic)
                .bind("conditions", conditions.json())
                .bind("actor", actor.login())
                .bind("at", clock.millis())
                .execute());
        audit.write(
                actor,
                house.id(),
                "programme-offered",
                null,
                (automatic ? "automatic" : "each asked") + " " + conditions.json());
        return List.of();
    }

    @Override
    public boolean stop(House house, Actor actor) {
        boolean did = register.write(handle -> handle.createUpdate("delete from dataspace_share where house = :house")
                        .bind("house", house.id().value())
                        .execute()
                == 1);
        if (did) {
            audit.write(actor, house.id(), "programme-offered-no-longer", null, "");
        }
        return did;
    }
}
