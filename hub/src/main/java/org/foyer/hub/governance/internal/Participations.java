package org.foyer.hub.governance.internal;

import java.util.Comparator;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/** Which house takes part in which purpose, since when and until when. */
final class Participations {

    static boolean takesPart(Handle handle, HouseId house, String purpose, long now) {
        return all(handle, purpose, now).contains(house);
    }

    /** All houses that take part, in order of their numbers. */
    static List<HouseId> all(Handle handle, String purpose, long now) {
        return handle.createQuery("""
                        select distinct house from participation
                        where purpose = :purpose and since <= :now and (until is null or until > :now)
                        """).bind("purpose", purpose).bind("now", now).mapTo(Integer.class).list().stream()
                .map(HouseId::new)
                .sorted(Comparator.comparingInt(HouseId::value))
                .toList();
    }

    static void join(Handle handle, HouseId house, String purpose, Actor actor, long now) {
        handle.execute("""
                insert into participation (house, purpose, since, signed_by) values (?, ?, ?, ?)
                on conflict (house, purpose, since) do update set until = null, signed_by = excluded.signed_by
                """, house.value(), purpose, now, actor.login());
    }

    static void leave(Handle handle, HouseId house, String purpose, long now) {
        handle.execute(
                "update participation set until = ? where house = ? and purpose = ? and until is null",
                now,
                house.value(),
                purpose);
    }

    private Participations() {}
}
