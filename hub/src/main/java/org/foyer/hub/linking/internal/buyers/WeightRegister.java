package org.foyer.hub.linking.internal.buyers;

import java.util.Optional;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;

/** What was learned of each house, sealed, in the register: it cannot be made again from the archive. */
final class WeightRegister {

    private final Register register;

    WeightRegister(Register register) {
        this.register = register;
    }

    /** @param tag tells these weights from all others, of this house or of another time */
    record Kept(String tag, String sealed) {}

    /** Empty text when nothing was learned, or is to be learned anew. */
    String tag(HouseId house) {
        return register.read(handle -> handle.createQuery("select tag from linking_weights where house = :house")
                        .bind("house", house.value())
                        .mapTo(String.class)
                        .findOne())
                .orElse("");
    }

    Optional<Kept> of(HouseId house) {
        return register.read(
                handle -> handle.createQuery("select tag, sealed from linking_weights where house = :house")
                        .bind("house", house.value())
                        .map((row, context) -> new Kept(row.getString("tag"), row.getString("sealed")))
                        .findOne());
    }

    void keep(HouseId house, Kept kept) {
        register.write(handle -> {
            handle.createUpdate("delete from linking_weights where house = :house")
                    .bind("house", house.value())
                    .execute();
            return handle.createUpdate(
                            "insert into linking_weights (house, tag, sealed) values (:house, :tag, :sealed)")
                    .bind("house", house.value())
                    .bind("tag", kept.tag())
                    .bind("sealed", kept.sealed())
                    .execute();
        });
    }

    /** Returns whether anything was learned. */
    boolean forget(HouseId house) {
        return register.write(handle -> handle.createUpdate("delete from linking_weights where house = :house")
                        .bind("house", house.value())
                        .execute())
                > 0;
    }
}
