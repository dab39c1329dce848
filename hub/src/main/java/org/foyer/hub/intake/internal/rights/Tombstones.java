package org.foyer.hub.intake.internal.rights;

import java.util.List;
import org.foyer.hub.intake.internal.loading.Tombstone;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Digests of those who were forgotten, in the register. */
public final class Tombstones {

    private final Register register;

    public Tombstones(Register register) {
        this.register = register;
    }

    public List<Tombstone> of(HouseId house) {
        return register.read(handle -> handle.createQuery(
                        "select digest, until_day from tombstone where house = :house order by digest")
                .bind("house", house.value())
                .map((row, context) -> new Tombstone(row.getString("digest"), row.getString("until_day")))
                .list());
    }

    /** Whether nobody was ever forgotten, in any house. */
    boolean none() {
        return register.read(handle -> handle.createQuery("select count(*) from (select 1 from tombstone limit 1) t")
                        .mapTo(Integer.class)
                        .one())
                == 0;
    }

    List<Tombstone> ofErasure(long erasure) {
        return register.read(handle -> handle.createQuery(
                        "select digest, until_day from tombstone where erasure = :erasure order by digest")
                .bind("erasure", erasure)
                .map((row, context) -> new Tombstone(row.getString("digest"), row.getString("until_day")))
                .list());
    }

    /** Keeps digests; one that is known counts until the later day. */
    static void keep(Handle handle, HouseId house, long erasure, List<Tombstone> tombstones) {
        if (tombstones.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch("""
                insert into tombstone (house, digest, until_day, erasure)
                values (:house, :digest, :until, :erasure)
                on conflict (house, digest) do update set until_day = excluded.until_day,
                  erasure = excluded.erasure
                """);
        for (Tombstone tombstone : tombstones) {
            rows.bind("house", house.value())
                    .bind("digest", tombstone.digest())
                    .bind("until", tombstone.until())
                    .bind("erasure", erasure)
                    .add();
        }
        rows.execute();
    }
}
