package org.foyer.hub.catalogue.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;

/** Licences as the register keeps them. */
public final class RegisterLicences implements Licences {

    private final Register register;
    private final Audit audit;
    private final Clock clock;

    public RegisterLicences(Register register, Audit audit, Clock clock) {
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Licence> of(HouseId house) {
        return Optional.ofNullable(all().get(house));
    }

    /** A word of another edition, which this one does not know, is as if nothing were said. */
    @Override
    public Map<HouseId, Licence> all() {
        Map<HouseId, Licence> said = new HashMap<>();
        register.read(handle -> handle.createQuery("select house, licence from open_data_licence")
                .map((row, context) -> {
                    HouseId house = new HouseId(row.getInt("house"));
                    Licences.named(row.getString("licence")).ifPresent(licence -> said.put(house, licence));
                    return house;
                })
                .list());
        return said;
    }

    @Override
    public void say(House house, Optional<Licence> licence, Actor actor) {
        register.write(handle -> {
            int before = handle.createUpdate("delete from open_data_licence where house = :house")
                    .bind("house", house.id().value())
                    .execute();
            return licence.map(
                            said -> handle.createUpdate("insert into open_data_licence (house, licence, actor, said_at)"
                                            + " values (:house, :licence, :actor, :at)")
                                    .bind("house", house.id().value())
                                    .bind("licence", said.id())
                                    .bind("actor", actor.login())
                                    .bind("at", clock.instant().toEpochMilli())
                                    .execute())
                    .orElse(before);
        });
        audit.write(
                actor,
                house.id(),
                "licence-said",
                null,
                licence.map(Licence::id).orElse(""));
    }
}
