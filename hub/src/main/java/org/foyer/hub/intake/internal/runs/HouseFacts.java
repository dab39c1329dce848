package org.foyer.hub.intake.internal.runs;

import java.time.Instant;
import java.util.Currency;
import org.foyer.hub.intake.internal.loading.Loading;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;

/** What the register says of a house and a load must know. */
public record HouseFacts(HouseId id, String zone, String currency, String salt) {

    public static HouseFacts of(Register register, HouseId house) {
        return register.read(
                handle -> handle.createQuery("select zone, currency, person_salt from house where id = :id")
                        .bind("id", house.value())
                        .map((row, context) -> new HouseFacts(
                                house, row.getString("zone"), row.getString("currency"), row.getString("person_salt")))
                        .findOne()
                        .orElseThrow(() -> new IllegalArgumentException("no house " + house)));
    }

    public int places() {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    Loading loading(int run, Instant begunAt) {
        return new Loading(id, zone, currency, places(), salt, run, begunAt);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "house " + id;
    }
}
