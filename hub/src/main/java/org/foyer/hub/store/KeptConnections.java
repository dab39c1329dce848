package org.foyer.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections to a register in a file of SQLite, kept open from one use to the next. Each connection that is opened reads how all tables are
 * made, which takes forty times as long as a small question, and when the last one is closed, what was written is moved from the journal
 * into the file.
 */
final class KeptConnections implements ConnectionFactory, AutoCloseable {

    /** Kept open; when more are used at once, the others are closed after use. */
    private static final int IDLE_MAX = 8;

    private final DataSource source;
    private final BlockingDeque<Connection> idle = new LinkedBlockingDeque<>(IDLE_MAX);
    private volatile boolean closed;

    KeptConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection kept = idle.pollFirst(); // the latest used, which remembers most of the file
        return kept == null ? source.getConnection() : kept;
    }

    /** Takes a connection back, unless a transaction was left open on it. */
    @Override
    public void closeConnection(Connection used) throws SQLException {
        boolean whole = !used.isClosed() && used.getAutoCommit();
        if (!whole || closed || !idle.offerFirst(used)) {
            used.close();
        }
        if (closed) {
            drop(); // it was closed meanwhile
        }
    }

    /** Closes those that nobody uses: after a failure the next use begins with a new one. */
    void drop() {
        for (Connection one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
            try {
                one.close();
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
