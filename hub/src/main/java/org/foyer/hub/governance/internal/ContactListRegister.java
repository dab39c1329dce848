package org.foyer.hub.governance.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Use;
import org.foyer.hub.governance.ContactGate.Wish;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which buyers were on which list of contacts, by their keys. */
final class ContactListRegister {

    private static final int PEOPLE_AT_ONCE = 1_000;

    private final Handle handle;
    private final long house;

    ContactListRegister(Handle handle, HouseId house) {
        this.handle = handle;
        this.house = house.value();
    }

    /** Keeps a list, and forgets those that are older than is kept. */
    void keep(Actor actor, Wish wish, Collection<Long> buyers, Instant now) {
        handle.createUpdate("delete from contact_list where house = :house and made_at < :before")
                .bind("house", house)
                .bind(
                        "before",
                        now.atZone(ZoneOffset.UTC)
                                .minusMonths(Consents.LISTS_MONTHS)
                                .toInstant()
                                .toEpochMilli())
                .execute();
        long list = handle.createUpdate("insert into contact_list (house, made_at, actor, purpose, channel, segment)"
                        + " values (:house, :at, :actor, :purpose, :channel, :segment)")
                .bind("house", house)
                .bind("at", now.toEpochMilli())
                .bind("actor", actor.login())
                .bind("purpose", wish.purpose())
                .bind("channel", wish.channel())
                .bind("segment", wish.segment())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        PreparedBatch batch =
                handle.prepareBatch("insert into contact_list_person (list, person) values (:list, :person)");
        for (long buyer : buyers) {
            batch.bind("list", list).bind("person", buyer).add();
            if (batch.size() == PEOPLE_AT_ONCE) {
                batch.execute();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    List<Use> of(long person) {
        return handle.createQuery("select l.made_at, l.actor, l.purpose, l.channel, l.segment from contact_list l"
                        + " join contact_list_person p on p.list = l.id"
                        + " where l.house = :house and p.person = :person order by l.id desc limit "
                        + Consents.EVENTS_MAX)
                .bind("house", house)
                .bind("person", person)
                .map((row, context) -> new Use(
                        Instant.ofEpochMilli(row.getLong("made_at")),
                        row.getString("actor"),
                        row.getString("purpose"),
                        row.getString("channel"),
                        row.getString("segment")))
                .list();
    }
}
