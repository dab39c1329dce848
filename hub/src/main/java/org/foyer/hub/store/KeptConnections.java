package org.foyer.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections to a register, kept open from one use to the next. In a file of SQLite each connection that is opened reads how all tables are
 * made, which takes forty times as long as a small question, and when the last one is closed, what was written is moved from the journal
 * into the file. PostgreSQL starts a process for each.
 */
final class KeptConnections implements ConnectionFactory, AutoCloseable {

    /** Kept open; when more are used at once, the others are closed after use. */
    private static final int IDLE_MAX = 8;

    /** Asked whether they still work after so long; a database may have been started anew meanwhile. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    private static final int ANSWER_SECONDS_MAX = 2;

    private final DataSource source;
    private final Duration trusted;
    private final BlockingDeque<Idle> idle = new LinkedBlockingDeque<>(IDLE_MAX);
    private volatile boolean closed;

    private record Idle(Connection connection, long since) {}

    KeptConnections(DataSource source) {
        this(source, TRUSTED);
    }

    KeptConnections(DataSource source, Duration trusted) {
        this.source = source;
        this.trusted = trusted;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Idle kept = idle.pollFirst(); // the latest used, which remembers most of the file
        if (kept == null) {
            return source.getConnection();
        }
        if (System.nanoTime() - kept.since() < trusted.toNanos()
                || kept.connection().isValid(ANSWER_SECONDS_MAX)) {
            return kept.connection();
        }
        kept.connection().close();
        drop(); // the others are older
        return source.getConnection();
    }

    /** Takes a connection back, unless a transaction was left open on it. */
    @Override
    public void closeConnection(Connection used) throws SQLException {
        boolean whole = !used.isClosed() && used.getAutoCommit();
        if (!whole || closed || !idle.offerFirst(new Idle(used, System.nanoTime()))) {
            used.close();
        }
        if (closed) {
            drop(); // it was closed meanwhile
        }
    }

    /** Closes those that nobody uses: after a failure the next use begins with a new one. */
    void drop() {
        for (Idle one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
            try {
                one.connection().close();
            } catch (SQLException ignored) {
                // it is dropped because it may no longer work
            }
        }
    }

    /** From now on each connection is closed after its use. */
    @Override
    public void close() {
        closed = true;
        drop();
    }
}
