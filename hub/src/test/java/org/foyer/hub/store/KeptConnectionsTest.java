package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to PostgreSQL that are kept, and what becomes of them when the database is started anew. */
class KeptConnectionsTest {

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    KeptConnectionsTest() {
        source.setUrl(DebianPostgres.emptyDatabase());
        source.setUser("foyer");
    }

    @Test
    void theSameConnectionServesAgain() throws SQLException {
        try (KeptConnections kept = new KeptConnections(source)) {
            assertThat(process(kept)).isEqualTo(process(kept));
        }
    }

    @Test
    void oneThatWasEndedIsNotedBeforeItIsUsed() throws SQLException {
        try (KeptConnections kept = new KeptConnections(source, Duration.ZERO)) {
            int ended = process(kept);
            try (Connection other = source.getConnection();
                    Statement statement = other.createStatement()) {
                statement.execute("select pg_terminate_backend(" + ended + ")");
            }
            assertThat(process(kept)).isNotEqualTo(ended);
        }
    }

    @Test
    void anOpenTransactionIsNotHandedOn() throws SQLException {
        try (KeptConnections kept = new KeptConnections(source)) {
            Connection open = kept.openConnection();
            open.setAutoCommit(false);
            kept.closeConnection(open);
            assertThat(open.isClosed()).isTrue();
        }
    }

    private static int process(KeptConnections kept) throws SQLException {
        Connection used = kept.openConnection();
        try {
            return used.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        } finally {
            kept.closeConnection(used);
        }
    }
}
