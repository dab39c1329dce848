package org.foyer.hub.governance.internal.networks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.foyer.hub.governance.Ballot;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworksAbroad;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Matter;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Seats of houses of other nodes in votes of this one, in one transaction. A seat is called as {@code Network.Guest#key()} calls its house. */
record GuestSeats(Handle handle) {

    private static final String KEY = "g.house || '@' || g.node";

    /** For every member but the one whose membership it is about. @param organ whose seats vote; null for every member */
    void open(long proposal, long network, @Nullable Matter matter, @Nullable String organ) {
        String node = matter == null ? null : matter.node();
        handle.createUpdate("""
                        insert into proposal_guest (proposal, guest, college)
                        select :proposal, uid, college from network_guest
                        where network = :network and state = 'member' and (:organ = '' or exists (
                          select 1 from network_guest_seat s where s.network = network_guest.network
                            and s.guest = network_guest.uid and s.organ = :organ and s.until is null))
                          and not (:about = 'membership' and node = :node and house = :house)
                        """)
                .bind("organ", organ == null ? "" : organ)
                .bind("about", matter != null && matter.organ() == null ? "membership" : "")
                .bind("proposal", proposal)
                .bind("network", network)
                .bind("node", node == null ? "" : node)
                .bind("house", matter == null ? "" : String.valueOf(matter.house()))
                .execute();
    }

    List<Ballot.Seat> seats(long proposal) {
        return handle.createQuery("select " + KEY + " as name, s.college, s.struck, s.struck_why from proposal_guest s"
                        + " join network_guest g on g.uid = s.guest where s.proposal = :proposal")
                .bind("proposal", proposal)
                .map((row, context) -> new Ballot.Seat(
                        row.getString("name"),
                        row.getString("college"),
                        row.getString("struck"),
                        row.getString("struck_why")))
                .list();
    }

    List<Ballot.Vote> votes(long proposal) {
        return handle.createQuery(
                        "select " + KEY + " as name, s.choice from proposal_guest s"
                                + " join network_guest g on g.uid = s.guest where s.proposal = :proposal and s.choice is not null")
                .bind("proposal", proposal)
                .map((row, context) -> new Ballot.Vote(
                        row.getString("name"),
                        Choice.of(row.getString("choice")).orElseThrow()))
                .list();
    }

    /** Whether a house has a seat that counts. */
    boolean sits(long proposal, String guest) {
        return handle.createQuery("select count(*) from proposal_guest"
                                + " where proposal = :proposal and guest = :guest and struck is null")
                        .bind("proposal", proposal)
                        .bind("guest", guest)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** @return whether that is its latest word */
    boolean vote(long proposal, String guest, Choice choice, String said, long at) {
        return handle.execute("""
                update proposal_guest set choice = ?, said = ?, said_at = ?
                where proposal = ? and guest = ? and struck is null and coalesce(said_at, -1) < ?
                """, choice.key(), said, at, proposal, guest, at) > 0;
    }

    /** A conflict of interest. @return whether the seat counted until now */
    boolean conflict(long proposal, String guest, String why, String said, long at) {
        return handle.execute("""
                update proposal_guest set struck = 'conflict', struck_why = ?, struck_at = ?, said = ?, said_at = ?
                where proposal = ? and guest = ? and struck is null
                """, why, at, said, at, proposal, guest) > 0;
    }

    /** Of a house that leaves, in everything that is still open. */
    void strike(String guest, long now) {
        handle.execute("""
                update proposal_guest set struck = 'left', struck_at = ?
                where guest = ? and struck is null and proposal in (select id from proposal where outcome is null)
                """, now, guest);
    }

    /** What a house may know of the votes in which it sits or that it opened: the open ones first, the next to end before others. */
    List<NetworkAbroad.Vote> told(String guest) {
        AtomicInteger letters = new AtomicInteger(NetworksAbroad.REASONS_CHARACTERS_MAX);
        return handle.createQuery("""
                        select p.*, s.proposal as seat, s.choice, s.struck_why, s.said_at from proposal p
                        left join proposal_guest s on s.proposal = p.id and s.guest = :guest
                        where s.guest is not null and (s.struck is null or s.struck = 'conflict') or p.guest = :guest
                        order by case when p.outcome is null then p.closes_at else null end nulls last, p.closes_at desc, p.id desc
                        limit :max
                        """)
                .bind("guest", guest)
                .bind("max", NetworksAbroad.VOTES_MAX)
                .map((row, context) -> vote(row, guest, letters))
                .list();
    }

    private static NetworkAbroad.Vote vote(ResultSet row, String guest, AtomicInteger letters) throws SQLException {
        String reason = row.getString("reason");
        int most = Math.max(NetworksAbroad.REASON_CHARACTERS_TOLD, letters.get());
        letters.addAndGet(-reason.length());
        return new NetworkAbroad.Vote(
                row.getLong("id"),
                Proposal.Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("title"),
                reason.length() <= most ? reason : reason.substring(0, most - 1) + "…",
                ProposalTables.read(row.getString("matter"), Matter.class),
                Instant.ofEpochMilli(row.getLong("closes_at")),
                Optional.ofNullable(row.getString("outcome"))
                        .map(Proposal.Outcome::of)
                        .orElse(null),
                row.getObject("seat") != null,
                guest.equals(row.getString("guest")) ? row.getString("guest_key") : null,
                Choice.of(row.getString("choice")).orElse(null),
                row.getString("struck_why"),
                row.getLong("said_at"));
    }
}
