package org.foyer.hub.governance.internal.networks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Ballot;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.NetworkForm.College;
import org.foyer.hub.governance.NetworkForm.Rule;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Proposal.Outcome;
import org.foyer.hub.governance.internal.Secrets;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Proposals, their seats and votes, in one transaction. */
record ProposalTables(Handle handle) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private static final String SELECT = """
            select p.*, n.slug as network_slug, coalesce(g.house || '@' || g.node, h.slug) as house_slug, a.detail as audited
            from proposal p
            join network n on n.id = p.network
            left join house h on h.id = p.house
            left join network_guest g on g.uid = p.guest
            left join audit a on a.sequence = p.audit_line
            """;

    /** The rules as they were when a proposal was opened. */
    record Rules(Rule rule, List<College> colleges) {}

    /** @param elected whether only those vote who have a seat of the organ; else every member does */
    long open(
            long network,
            Networks.Wish wish,
            Rules rules,
            boolean elected,
            HouseId house,
            String actor,
            long now,
            long closes) {
        Kind kind = wish.kind() == null ? Kind.MEMBER : wish.kind();
        Matter matter = wish.matter() == null ? null : wish.matter().only(kind);
        long id = handle.createQuery("""
                        insert into proposal (network, kind, title, reason, matter, rule, house, actor, opened_at, closes_at)
                        values (:network, :kind, :title, :reason, :matter, :rule, :house, :actor, :now, :closes)
                        returning id
                        """)
                .bind("network", network)
                .bind("kind", kind.key())
                .bind("title", wish.title())
                .bind("reason", wish.reason())
                .bind("matter", json(matter))
                .bind("rule", json(rules))
                .bind("house", house.value())
                .bind("actor", actor)
                .bind("now", now)
                .bind("closes", closes)
                .mapTo(Long.class)
                .one();
        handle.createUpdate("""
                        insert into proposal_seat (proposal, house, college)
                        select :id, m.house, m.college from network_member m
                        where m.network = :network and m.until is null and (:elected = 0 or exists (
                          select 1 from network_seat s where s.network = m.network and s.house = m.house
                            and s.organ = :organ and s.until is null))
                        """)
                .bind("id", id)
                .bind("network", network)
                .bind("elected", elected ? 1 : 0)
                .bind("organ", rules.rule().organ())
                .execute();
        new GuestSeats(handle).open(id, network, matter, elected ? rules.rule().organ() : null);
        return id;
    }

    /** Who opened it, where it is a house of another node. @param key by which that house calls it */
    void openedBy(long proposal, String guest, String key) {
        handle.execute("update proposal set guest = ?, guest_key = ? where id = ?", guest, key, proposal);
    }

    boolean isOpened(String guest, String key) {
        return count("guest = ? and guest_key = ?", guest, key) > 0;
    }

    /** Whether a house of another node opened it. */
    boolean isOf(String guest, long proposal) {
        return count("guest = ? and id = ?", guest, proposal) > 0;
    }

    /** How many a house of another node has open. */
    long openOnes(String guest) {
        return count("guest = ? and outcome is null", guest);
    }

    private long count(String which, Object... bound) {
        return handle.select("select count(*) from proposal where " + which, bound)
                .mapTo(Long.class)
                .one();
    }

    List<Proposal> of(long network) {
        return handle.createQuery(SELECT + "where p.network = :network order by p.opened_at desc, p.id desc limit :max")
                .bind("network", network)
                .bind("max", Networks.PROPOSALS_TOLD_MAX)
                .map((row, context) -> proposal(row))
                .list();
    }

    Optional<Proposal> find(long network, long proposal) {
        return handle.createQuery(SELECT + "where p.network = :network and p.id = :id")
                .bind("network", network)
                .bind("id", proposal)
                .map((row, context) -> proposal(row))
                .findOne();
    }

    /** Whose time is over and that nobody counted yet, in the order in which they ended. */
    List<Proposal> due(long now) {
        return handle.createQuery(SELECT + "where p.outcome is null and p.closes_at <= :now order by p.closes_at, p.id")
                .bind("now", now)
                .map((row, context) -> proposal(row))
                .list();
    }

    boolean anyDue(long now) {
        return count("outcome is null and closes_at <= ?", now) > 0;
    }

    long openOnes(long network) {
        return count("network = ? and outcome is null", network);
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        Rules rules = read(row.getString("rule"), Rules.class);
        Ballot ballot = new Ballot(rules.rule(), rules.colleges(), seats(id), votes(id));
        String outcome = row.getString("outcome");
        Proposal bare = new Proposal(
                id,
                row.getString("network_slug"),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("title"),
                row.getString("reason"),
                read(row.getString("matter"), Matter.class),
                ballot,
                ballot.tally(),
                String.valueOf(row.getString("house_slug")),
                row.getString("actor"),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                Instant.ofEpochMilli(row.getLong("closes_at")),
                row.getObject("closed_at") == null ? null : Instant.ofEpochMilli(row.getLong("closed_at")),
                outcome == null ? null : Outcome.of(outcome),
                null);
        String hash = row.getString("minutes_hash");
        return hash == null
                ? bare
                : withMinutes(bare, hash, row.getLong("audit_line"), String.valueOf(row.getString("audited")));
    }

    /** The record holds when its digest, made anew, is the one in the line of the audit, and the votes lead to the outcome. */
    private static Proposal withMinutes(Proposal bare, String hash, long line, String audited) {
        boolean agrees = hash.equals(digest(bare))
                && audited.endsWith(" " + hash)
                && (bare.outcome() == Outcome.WITHDRAWN
                        || bare.outcome() == bare.tally().outcome());
        return new Proposal(
                bare.id(),
                bare.network(),
                bare.kind(),
                bare.title(),
                bare.reason(),
                bare.matter(),
                bare.ballot(),
                bare.tally(),
                bare.house(),
                bare.actor(),
                bare.openedAt(),
                bare.closesAt(),
                bare.closedAt(),
                bare.outcome(),
                new Proposal.Minutes(hash, line, agrees));
    }

    /** SHA-256 over all that was decided on and how, in a fixed order of fields. */
    static String digest(Proposal proposal) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("network", proposal.network());
        facts.put("proposal", proposal.id());
        facts.put("kind", proposal.kind());
        facts.put("title", proposal.title());
        facts.put("reason", proposal.reason());
        facts.put("matter", proposal.matter());
        facts.put("ballot", proposal.ballot());
        facts.put("opened", proposal.openedAt().toEpochMilli());
        facts.put("actor", proposal.actor());
        facts.put("closes", proposal.closesAt().toEpochMilli());
        facts.put("outcome", proposal.outcome());
        return Secrets.digest(json(facts));
    }

    private List<Ballot.Seat> seats(long proposal) {
        List<Ballot.Seat> seats = new ArrayList<>(new GuestSeats(handle).seats(proposal));
        handle.createQuery("""
                        select h.slug, s.college, s.struck, s.struck_why from proposal_seat s
                        join house h on h.id = s.house where s.proposal = :id
                        """)
                .bind("id", proposal)
                .map((row, context) -> new Ballot.Seat(
                        row.getString("slug"),
                        row.getString("college"),
                        row.getString("struck"),
                        row.getString("struck_why")))
                .forEach(seats::add);
        return seats;
    }

    private List<Ballot.Vote> votes(long proposal) {
        List<Ballot.Vote> votes = new ArrayList<>(new GuestSeats(handle).votes(proposal));
        handle.createQuery("""
                        select h.slug, v.choice from proposal_vote v
                        join house h on h.id = v.house where v.proposal = :id
                        """)
                .bind("id", proposal)
                .map((row, context) -> new Ballot.Vote(
                        row.getString("slug"),
                        Choice.of(row.getString("choice")).orElseThrow()))
                .forEach(votes::add);
        return votes;
    }

    void vote(long proposal, HouseId house, Choice choice, String actor, long now) {
        handle.execute("""
                insert into proposal_vote (proposal, house, choice, actor, at) values (?, ?, ?, ?, ?)
                on conflict (proposal, house) do update set
                  choice = excluded.choice, actor = excluded.actor, at = excluded.at
                """, proposal, house.value(), choice.key(), actor, now);
    }

    void strike(long proposal, HouseId house, String struck, @Nullable String why, long now) {
        handle.createUpdate("""
                        update proposal_seat set struck = :struck, struck_why = :why, struck_at = :now
                        where proposal = :proposal and house = :house and struck is null
                        """)
                .bind("struck", struck)
                .bindByType("why", why, String.class)
                .bind("now", now)
                .bind("proposal", proposal)
                .bind("house", house.value())
                .execute();
    }

    /** Of a house that leaves, in everything that is still open. */
    void strikeAll(long network, HouseId house, long now) {
        handle.execute("""
                update proposal_seat set struck = 'left', struck_at = ?
                where house = ? and struck is null
                  and proposal in (select id from proposal where network = ? and outcome is null)
                """, now, house.value(), network);
    }

    void end(long proposal, Outcome outcome, long at) {
        handle.execute(
                "update proposal set outcome = ?, closed_at = ? where id = ? and outcome is null",
                outcome.key(),
                at,
                proposal);
    }

    void keepMinutes(long proposal, String hash, long line) {
        handle.execute("update proposal set minutes_hash = ?, audit_line = ? where id = ?", hash, line, proposal);
    }

    static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
