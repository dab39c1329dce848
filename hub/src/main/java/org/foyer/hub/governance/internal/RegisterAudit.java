package org.foyer.hub.governance.internal;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.internal.AuditEnd.End;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The audit in the register, as a chain: each line's digest covers the line and the digest of the one before.
 *
 * <p>A line changed, taken out or put in breaks the chain. Lines cut off at the end do not: they are told by the newest
 * line, which is kept in a file outside the register after each commit. After a crash the file may be behind the
 * register, never before it.
 */
public final class RegisterAudit implements Audit {

    private static final int LINES_MAX = 500;
    private static final Logger LOG = Logger.getLogger(RegisterAudit.class.getName());

    private final Register register;
    private final Clock clock;
    private final AuditEnd kept;

    /** @param kept where the newest line is kept outside the register */
    public RegisterAudit(Register register, Clock clock, AuditEnd kept) {
        this.register = register;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public void write(Actor actor, @Nullable HouseId house, String action, @Nullable String purpose, String detail) {
        register.write(handle -> {
            append(handle, actor, house, action, purpose, detail);
            return true;
        });
    }

    /**
     * Writes a line in the transaction of what it tells of, so that there is neither without the other.
     *
     * @return its number
     */
    public long append(
            Handle handle,
            Actor actor,
            @Nullable HouseId house,
            String action,
            @Nullable String purpose,
            String detail) {
        End last = end(handle);
        Line line = new Line(
                last.sequence() + 1,
                Instant.ofEpochMilli(clock.millis()),
                actor.login(),
                house,
                action,
                purpose,
                detail,
                "");
        End next = new End(line.sequence(), digest(last.hash(), line));
        handle.createUpdate("""
                        insert into audit (sequence, at, actor, house, action, purpose, detail, previous_hash, hash)
                        values (:sequence, :at, :actor, :house, :action, :purpose, :detail, :previous, :hash)
                        """)
                .bind("sequence", line.sequence())
                .bind("at", line.at().toEpochMilli())
                .bind("actor", line.actor())
                .bindByType("house", house == null ? null : (long) house.value(), Long.class)
                .bind("action", action)
                .bindByType("purpose", purpose, String.class)
                .bind("detail", detail)
                .bind("previous", last.hash())
                .bind("hash", next.hash())
                .execute();
        if (leadsTo(handle, last)) {
            handle.afterCommit(() -> keep(next));
        }
        return line.sequence();
    }

    /** Whether the line that was kept stands in the chain; if not, it stays, as the trace of what was cut off. */
    private boolean leadsTo(Handle handle, End last) {
        End end = kept.read().orElse(last);
        return end.equals(last)
                || end.sequence() < last.sequence()
                        && handle.createQuery("select hash from audit where sequence = :sequence")
                                .bind("sequence", end.sequence())
                                .mapTo(String.class)
                                .findOne()
                                .filter(end.hash()::equals)
                                .isPresent();
    }

    /** The line is committed already: a file that is behind does not undo it, and the next line catches up. */
    private void keep(End end) {
        try {
            kept.keep(end);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the end of the audit could not be kept outside the register", e);
        }
    }

    private static End end(Handle handle) {
        return handle.createQuery("select sequence, hash from audit order by sequence desc limit 1")
                .map((row, context) -> new End(row.getLong("sequence"), row.getString("hash")))
                .findOne()
                .orElse(End.NONE);
    }

    @Override
    public List<Line> lines(@Nullable HouseId house, int offset, int limit) {
        return register.read(handle -> handle.createQuery("""
                        select * from audit where house = :house or :house = 0
                        order by sequence desc limit :limit offset :offset
                        """)
                .bind("house", house == null ? 0L : (long) house.value())
                .bind("limit", Math.min(limit, LINES_MAX))
                .bind("offset", offset)
                .map((row, context) -> line(row))
                .list());
    }

    @Override
    public List<Line> left(HouseId house, int limit) {
        return register.read(handle -> handle.createQuery("""
                        select * from audit where house = :house and action in (<leaving>)
                        order by sequence desc limit :limit
                        """)
                .bindList("leaving", LEAVING)
                .bind("house", house.value())
                .bind("limit", Math.min(limit, LINES_MAX))
                .map((row, context) -> line(row))
                .list());
    }

    @Override
    public Map<String, Long> leftSince(HouseId house, Instant since) {
        Map<String, Long> counts = new LinkedHashMap<>();
        register.read(handle -> handle.createQuery("""
                        select action, count(*) as times from audit
                        where house = :house and at >= :since and action in (<leaving>) group by action order by action
                        """)
                        .bindList("leaving", LEAVING)
                        .bind("house", house.value())
                        .bind("since", since.toEpochMilli())
                        .map((row, context) -> Map.entry(row.getString("action"), row.getLong("times")))
                        .list())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    @Override
    public List<Line> about(HouseId house, long person) {
        return register.read(handle -> handle.createQuery("""
                        select * from audit where house = :house and detail || ' ' like :person
                        order by sequence desc limit :limit
                        """)
                .bind("house", house.value())
                .bind("person", "%people% " + person + " %")
                .bind("limit", LINES_MAX)
                .map((row, context) -> line(row))
                .list());
    }

    @Override
    public boolean intact() {
        End end = kept.read().orElse(End.NONE); // before the lines: more of them may come meanwhile
        return register.read(handle -> {
            try (Stream<Link> links = handle
                    .createQuery("select * from audit order by sequence")
                    .setFetchSize(LINES_MAX)
                    .map((row, context) -> new Link(line(row), row.getString("previous_hash")))
                    .stream()) {
                return isChain(links.iterator(), end);
            }
        });
    }

    private record Link(Line line, String previous) {}

    private static boolean isChain(Iterator<Link> links, End kept) {
        End end = End.NONE;
        boolean met = kept.equals(end);
        while (links.hasNext()) {
            Link link = links.next();
            Line line = link.line();
            boolean joined = line.sequence() == end.sequence() + 1
                    && link.previous().equals(end.hash())
                    && line.hash().equals(digest(end.hash(), line));
            if (!joined) {
                return false;
            }
            end = new End(line.sequence(), line.hash());
            met |= kept.equals(end);
        }
        return met;
    }

    /** Each part with its length before it, so that no two lines are written alike. */
    private static String digest(String previous, Line line) {
        StringBuilder canonical = new StringBuilder();
        part(canonical, previous);
        part(canonical, Long.toString(line.sequence()));
        part(canonical, Long.toString(line.at().toEpochMilli()));
        part(canonical, line.actor());
        part(canonical, line.house() == null ? null : line.house().toString());
        part(canonical, line.action());
        part(canonical, line.purpose());
        part(canonical, line.detail());
        return Secrets.digest(canonical.toString());
    }

    private static void part(StringBuilder canonical, @Nullable String part) {
        if (part == null) {
            canonical.append("-;");
        } else {
            canonical.append(part.length()).append(':').append(part).append(';');
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        int house = row.getInt("house");
        return new Line(
                row.getLong("sequence"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("actor"),
                house == 0 ? null : new HouseId(house),
                row.getString("action"),
                row.getString("purpose"),
                row.getString("detail"),
                row.getString("hash"));
    }
}
