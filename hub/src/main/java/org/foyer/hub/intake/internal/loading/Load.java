package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;

/** Puts checked rows into the warehouse, within a transaction that somebody else begins and ends. */
@FunctionalInterface
public interface Load {

    /** Loads every row of the stage, or throws and leaves it to the caller to roll back. */
    LoadCounts into(Connection transaction, Stage stage) throws SQLException;
}
