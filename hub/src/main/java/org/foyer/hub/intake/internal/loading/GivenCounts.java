package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;

/**
 * How much of what a file says of its performances, so that nothing is looked for that it does not say.
 *
 * @param keys performances that it speaks of
 * @param ownNames of which it says under which name they stand here
 * @param references of which it gives the source's reference
 * @param productionReferences of whose production it gives the source's reference
 * @param venues of which it names the venue
 */
record GivenCounts(long keys, long ownNames, long references, long productionReferences, long venues) {

    /** Of the temporary table {@code folded_performance}. */
    static GivenCounts of(Sql sql) throws SQLException {
        return sql.list(
                        row -> new GivenCounts(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                        "select count(*), count(own_performance), count(performance_ref), count(production_ref), count(venue)"
                                + " from folded_performance")
                .get(0);
    }
}
