package org.foyer.hub.governance.internal.networks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Houses of other nodes in networks of this one, in one transaction. */
record GuestTables(Handle handle) {

    /**
     * A guest as it is kept.
     *
     * @param key with which it signs; null before it accepted
     * @param vouched signature of its node over that key
     * @param said its last word
     */
    record Row(
            Network.Guest guest,
            long network,
            HouseId invitedBy,
            @Nullable String key,
            @Nullable String vouched,
            @Nullable String said) {

        /** Who does what it says. */
        Actor actor() {
            return new Actor("node " + guest.node(), false, Map.of(), true);
        }
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                new Network.Guest(
                        row.getString("uid"),
                        row.getString("node"),
                        row.getString("house"),
                        row.getString("name"),
                        row.getString("base"),
                        row.getString("college"),
                        State.of(row.getString("state")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getObject("proposal") == null ? null : row.getLong("proposal"),
                        new GuestOrgans(handle).of(row.getString("uid"))),
                row.getLong("network"),
                new HouseId(row.getInt("invited_by")),
                row.getString("public_key"),
                row.getString("vouched"),
                row.getString("said"));
    }

    /** Members, and those who may become so, in the order in which they were invited. */
    List<Network.Guest> of(long network) {
        return handle.createQuery("""
                        select * from network_guest where network = :network and state in ('invited', 'accepted', 'member')
                        order by at, uid
                        """)
                .bind("network", network)
                .map((row, context) -> row(row).guest())
                .list();
    }

    /** The member that a house of another node is. */
    Optional<String> member(long network, String node, String house) {
        return handle.createQuery(
                        "select uid from network_guest where network = ? and node = ? and house = ? and state = 'member'")
                .bind(0, network)
                .bind(1, node)
                .bind(2, house)
                .mapTo(String.class)
                .findFirst();
    }

    Optional<Row> find(String node, String uid) {
        return handle.createQuery("select * from network_guest where uid = :uid and node = :node")
                .bind("uid", uid)
                .bind("node", node)
                .map((row, context) -> row(row))
                .findOne();
    }

    void add(long network, Network.Guest guest, HouseId by) {
        handle.createUpdate("""
                        insert into network_guest (uid, network, node, house, name, base, college, invited_by, at, state)
                        values (:uid, :network, :node, :house, :name, :base, :college, :by, :at, :state)
                        """)
                .bind("uid", guest.uid())
                .bind("network", network)
                .bind("node", guest.node())
                .bind("house", guest.slug())
                .bind("name", guest.name())
                .bind("base", guest.base())
                .bindByType("college", guest.college(), String.class)
                .bind("by", by.value())
                .bind("at", guest.at().toEpochMilli())
                .bind("state", guest.state().key())
                .execute();
    }

    void accepted(String uid, String name, String key, String vouched, String said, long proposal) {
        handle.execute(
                "update network_guest set state = 'accepted', name = ?, public_key = ?, vouched = ?, said = ?, proposal = ?"
                        + " where uid = ?",
                name,
                key,
                vouched,
                said,
                proposal,
                uid);
    }

    void over(String uid, State state, String said, long now) {
        handle.execute(
                "update network_guest set state = ?, said = ?, until = ? where uid = ?", state.key(), said, now, uid);
        new GuestOrgans(handle).leave(uid, now);
    }

    /** What a vote about a house of another node came to. */
    void voted(long proposal, State state, long at) {
        handle.execute(
                "update network_guest set state = ?, since = ? where proposal = ? and state = 'accepted'",
                state.key(),
                at,
                proposal);
    }

    /** Ends the membership of a house, by a vote. */
    void exclude(long network, String node, String house, long at) {
        member(network, node, house).ifPresent(uid -> {
            handle.execute("update network_guest set state = 'excluded', until = ? where uid = ?", at, uid);
            handle.execute(
                    "update agreement_guest set withdrawn_at = ? where guest = ? and withdrawn_at is null", at, uid);
            new GuestSeats(handle).strike(uid, at);
            new GuestOrgans(handle).leave(uid, at);
        });
    }
}
