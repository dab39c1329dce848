package org.foyer.hub.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on one connection of a store; the store opens, commits, rolls back and closes. */
@FunctionalInterface
public interface SqlWork<T> {
    T on(Connection connection) throws SQLException;
}
