package org.foyer.hub.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Conversations as rows. Everything here happens in the transaction of whoever calls. */
final class ConversationRegister {

    private ConversationRegister() {}

    /** Somebody else changed the row since it was read: nothing was written. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("changed meanwhile");
        }
    }

    static Optional<Conversation> byPid(Handle handle, Kind kind, String pid) {
        return handle.createQuery("select * from dataspace_conversation where kind = :kind and pid = :pid")
                .bind("kind", kind.name())
                .bind("pid", pid)
                .map((row, context) -> read(row))
                .findOne();
    }

    static Optional<Conversation> byId(Handle handle, long id) {
        return handle.createQuery("select * from dataspace_conversation where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The one that the other side calls so. */
    static Optional<Conversation> byCounterPid(
            Handle handle, Kind kind, Side side, String participant, String counterPid) {
        return handle.createQuery("select * from dataspace_conversation where kind = :kind and side = :side"
                        + " and participant = :participant and counter_pid = :counter")
                .bind("kind", kind.name())
                .bind("side", side.name())
                .bind("participant", participant)
                .bind("counter", counterPid)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Newest first. */
    static List<Conversation> all(Handle handle, int offset, int limit) {
        return handle.createQuery("select * from dataspace_conversation order by id desc limit :limit offset :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> read(row))
                .list();
    }

    /** Those whose time has come, the longest waiting first. */
    static List<Conversation> due(Handle handle, Instant now, int limit) {
        return handle.createQuery(
                        "select * from dataspace_conversation where next_at <= :now order by next_at, id limit :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** When the next one is due. */
    static Optional<Instant> next(Handle handle) {
        return handle.createQuery("select min(next_at) from dataspace_conversation where next_at is not null")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Transfers under an agreement that are not over. */
    static List<Conversation> running(Handle handle, String agreement) {
        return handle.createQuery(
                        "select * from dataspace_conversation where kind = 'TRANSFER' and agreement = :agreement"
                                + " and state in ('INITIAL', 'REQUESTED', 'STARTED', 'SUSPENDED')")
                .bind("agreement", agreement)
                .map((row, context) -> read(row))
                .list();
    }

    /** Transfers that are not over, newest first. */
    static List<Conversation> running(Handle handle, int limit) {
        return handle.createQuery(
                        "select * from dataspace_conversation where kind = 'TRANSFER'"
                                + " and state in ('INITIAL', 'REQUESTED', 'STARTED', 'SUSPENDED') order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    static int open(Handle handle, String participant) {
        return handle.createQuery("select count(*) from dataspace_conversation where participant = :participant"
                        + " and state not in ('FINALIZED', 'COMPLETED', 'TERMINATED')")
                .bind("participant", participant)
                .mapTo(Integer.class)
                .one();
    }

    static Conversation insert(Handle handle, Conversation made) {
        return bound(
                                        handle.createUpdate("""
                                insert into dataspace_conversation (kind, side, pid, counter_pid, participant, callback, state, version,
                                  dataset, agreement, format, offer, data_address, received, sent, pending, pending_body, tries, next_at,
                                  problem, opened_at, changed_at)
                                values (:kind, :side, :pid, :counterPid, :participant, :callback, :state, 1, :dataset, :agreement, :format,
                                  :offer, :dataAddress, :received, :sent, :pending, :pendingBody, :tries, :nextAt, :problem, :openedAt,
                                  :changedAt)
                                """)
                                                .bind("kind", made.kind().name())
                                                .bind("side", made.side().name())
                                                .bind("pid", made.pid())
                                                .bind("participant", made.participant())
                                                .bind(
                                                        "openedAt",
                                                        made.openedAt().toEpochMilli()),
                                        made)
                                .execute()
                        == 1
                ? byPid(handle, made.kind(), made.pid()).orElseThrow()
                : made;
    }

    /**
     * Writes what changed.
     *
     * @throws Overtaken when the row is not as it was when it was read
     */
    static Conversation update(Handle handle, Conversation changed) {
        int rows = bound(handle.createUpdate("""
                                update dataspace_conversation set counter_pid = :counterPid, callback = :callback, state = :state,
                                  version = version + 1, dataset = :dataset, agreement = :agreement, format = :format, offer = :offer,
                                  data_address = :dataAddress, received = :received, sent = :sent, pending = :pending,
                                  pending_body = :pendingBody, tries = :tries, next_at = :nextAt, problem = :problem,
                                  changed_at = :changedAt
                                where id = :id and version = :version
                                """).bind("id", changed.id()).bind("version", changed.version()), changed)
                .execute();
        if (rows == 0) {
            throw new Overtaken();
        }
        return byId(handle, changed.id()).orElseThrow();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Conversation of) {
        return statement
                .bindByType("counterPid", of.counterPid(), String.class)
                .bind("callback", of.callback())
                .bind("state", of.state().name())
                .bind("dataset", of.dataset())
                .bindByType("agreement", of.agreement(), String.class)
                .bindByType("format", of.format(), String.class)
                .bindByType("offer", of.offer(), String.class)
                .bindByType("dataAddress", of.dataAddress(), String.class)
                .bindByType("received", of.received(), String.class)
                .bind("sent", of.sent())
                .bindByType(
                        "pending", of.pending() == null ? null : of.pending().name(), String.class)
                .bindByType("pendingBody", of.pendingBody(), String.class)
                .bind("tries", of.tries())
                .bindByType("nextAt", of.nextAt() == null ? null : of.nextAt().toEpochMilli(), Long.class)
                .bindByType("problem", of.problem(), String.class)
                .bind("changedAt", of.changedAt().toEpochMilli());
    }

    /** Whether a message of a conversation was taken before. */
    static boolean isReceived(Handle handle, long conversation, String digest) {
        return handle.createQuery(
                                "select count(*) from dataspace_received where conversation = :conversation and digest = :digest")
                        .bind("conversation", conversation)
                        .bind("digest", digest)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static void received(Handle handle, long conversation, String digest) {
        handle.createUpdate("insert into dataspace_received (conversation, digest) values (:conversation, :digest)"
                        + " on conflict do nothing")
                .bind("conversation", conversation)
                .bind("digest", digest)
                .execute();
    }

    private static Conversation read(ResultSet row) throws SQLException {
        String pending = row.getString("pending");
        return new Conversation(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                Side.valueOf(row.getString("side")),
                row.getString("pid"),
                row.getString("counter_pid"),
                row.getString("participant"),
                row.getString("callback"),
                State.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("dataset"),
                row.getString("agreement"),
                row.getString("format"),
                row.getString("offer"),
                row.getString("data_address"),
                row.getString("received"),
                row.getInt("sent"),
                pending == null ? null : Message.valueOf(pending),
                row.getString("pending_body"),
                row.getInt("tries"),
                instant(row, "next_at"),
                row.getString("problem"),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
