package org.foyer.hub.governance.internal.abroad;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.NetworkAbroad.Vote;
import org.foyer.hub.governance.NetworkGuests.Voted;
import org.foyer.hub.governance.NetworksAbroad;
import org.jdbi.v3.core.Handle;

/** Votes of networks of other nodes: what their homes told last, and what the houses of this node said, which is what counts here. */
record VotesAbroad(Handle handle) {

    private static final TypeReference<Vote> VOTE = new TypeReference<>() {};

    /** The open ones first, the next to end before others; then the latest that ended. */
    List<Vote> of(String uid) {
        Comparator<Vote> byEnd = Comparator.comparing(Vote::closesAt);
        List<Vote> all = handle.createQuery(
                        "select * from proposal_abroad where abroad = :uid order by number desc limit :max")
                .bind("uid", uid)
                .bind("max", NetworksAbroad.VOTES_MAX)
                .map((row, context) -> vote(row))
                .list();
        return all.stream()
                .sorted((one, other) -> {
                    boolean open = one.outcome() == null;
                    return open != (other.outcome() == null)
                            ? (open ? -1 : 1)
                            : open ? byEnd.compare(one, other) : byEnd.compare(other, one);
                })
                .toList();
    }

    private static Vote vote(ResultSet row) throws SQLException {
        Vote told = NetworkWords.read(row.getString("told"), VOTE);
        return said(row)
                .filter(said -> said.at() > told.at()) // a node that was put back may know less than the home
                .map(told::with)
                .orElse(told);
    }

    private static Optional<Voted> said(ResultSet row) throws SQLException {
        String jws = row.getString("said");
        return jws == null
                ? Optional.empty()
                : Optional.of(new Voted(
                        row.getString("abroad"),
                        row.getLong("number"),
                        row.getString("choice"),
                        row.getString("why"),
                        row.getLong("chosen_at"),
                        jws));
    }

    /** Keeps what the home told. What it does not tell any more is forgotten, but for what a house said. */
    void keep(String uid, List<Vote> told) {
        List<Long> numbers = told.stream().map(Vote::number).toList();
        handle.createQuery("select number from proposal_abroad where abroad = :uid and said is null")
                .bind("uid", uid)
                .mapTo(Long.class)
                .filter(number -> !numbers.contains(number))
                .list()
                .forEach(number ->
                        handle.execute("delete from proposal_abroad where abroad = ? and number = ?", uid, number));
        for (Vote vote : told) {
            handle.execute("delete from proposal_sent where abroad = ? and key = ?", uid, vote.key());
            handle.execute("""
                    insert into proposal_abroad (abroad, number, told) values (?, ?, ?)
                    on conflict (abroad, number) do update set told = excluded.told
                    """, uid, vote.number(), NetworkWords.write(vote));
        }
    }

    /** A house has said something. @param by login */
    void choose(Voted voted, String by) {
        handle.execute(
                "update proposal_abroad set choice = ?, why = ?, said = ?, chosen_by = ?, chosen_at = ?"
                        + " where abroad = ? and number = ?",
                voted.choice(),
                voted.why(),
                voted.jws(),
                by,
                voted.at(),
                voted.uid(),
                voted.proposal());
    }

    /** What a house said last of a vote. */
    Optional<Voted> said(String uid, long number) {
        return handle.createQuery("select * from proposal_abroad"
                        + " where abroad = :uid and number = :number and said is not null")
                .bind("uid", uid)
                .bind("number", number)
                .map((row, context) -> said(row).orElseThrow())
                .findOne();
    }

    /** Moment of a word, in milliseconds, that counts after all before it, whatever the clock says. */
    static long after(Vote vote, Instant now) {
        return Math.max(now.toEpochMilli(), vote.at() + 1);
    }
}
