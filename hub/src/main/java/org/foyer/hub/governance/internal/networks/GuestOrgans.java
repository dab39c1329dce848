package org.foyer.hub.governance.internal.networks;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Seats of elected organs that houses of other nodes were given, in one transaction. */
record GuestOrgans(Handle handle) {

    /** Organs in which a house sits. */
    List<String> of(String guest) {
        return handle.createQuery(
                        "select organ from network_guest_seat where guest = :guest and until is null order by organ")
                .bind("guest", guest)
                .mapTo(String.class)
                .list();
    }

    void sit(long network, String organ, String guest, long proposal, long since) {
        handle.execute("""
                insert into network_guest_seat (network, organ, guest, since, proposal) values (?, ?, ?, ?, ?)
                on conflict (network, organ, guest, since) do update set until = null
                """, network, organ, guest, since, proposal);
    }

    void stand(long network, String organ, String guest, long now) {
        handle.execute(
                "update network_guest_seat set until = ? where network = ? and organ = ? and guest = ? and until is null",
                now,
                network,
                organ,
                guest);
    }

    /** Of a house whose membership is over. */
    void leave(String guest, long now) {
        handle.execute("update network_guest_seat set until = ? where guest = ? and until is null", now, guest);
    }

    /** Seats of an organ that are given. */
    long count(long network, String organ) {
        return handle.createQuery("""
                        select count(*) from network_guest_seat
                        where network = :network and organ = :organ and until is null
                        """)
                .bind("network", network)
                .bind("organ", organ)
                .mapTo(Long.class)
                .one();
    }
}
