package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.Figure;

/**
 * Figures that belong together.
 *
 * <p>A chapter asks few columns in one narrow query: one query for the whole sheet was measured three times slower,
 * because planning its branches costs more than reading the cube.
 */
interface Chapter {

    /** The indicators it gives. */
    Set<String> indicators();

    /**
     * Adds what it needs beyond the sums of {@link PerformanceSums}, for each house of the scope.
     *
     * @param standing what hangs on no day
     */
    default void gather(Connection connection, Scope scope, Standing.Of standing, Tallies tallies)
            throws SQLException {}

    List<Figure> figures(Tally tally, Dictionary dictionary);
}
