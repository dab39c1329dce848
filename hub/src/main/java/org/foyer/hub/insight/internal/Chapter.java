package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.foyer.hub.insight.Figure;

/**
 * Figures that belong together.
 *
 * <p>A chapter asks few columns in one narrow query: one query for the whole sheet was measured three times slower,
 * because planning its branches costs more than reading the cube.
 */
interface Chapter {

    /** Adds what it needs beyond the sums of {@link PerformanceSums}. */
    default void gather(Connection connection, Scope scope, Tally tally) throws SQLException {}

    List<Figure> figures(Tally tally, Dictionary dictionary);
}
